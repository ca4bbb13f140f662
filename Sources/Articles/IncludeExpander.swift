import Diagnostics

/// Reads a file by its path relative to the content folder; `nil` when there is none.
package typealias FileReader = @Sendable (_ path: String) -> [UInt8]?

/// Puts included files in the place of `[!INCLUDE [title](path)]` (dialect.md, 6).
struct IncludeExpander {
  static let maximumDepth = 16
  static let maximumLines = 500_000

  let articlePath: String
  let read: FileReader
  var text = AssembledText()
  var diagnostics: [Diagnostic] = []
  /// The included files, in order of their first use.
  var included: [String] = []

  /// Appends a file's lines, and those of what it includes.
  ///
  /// - Parameters:
  ///   - bytes: the file's text behind its front matter.
  ///   - path: the file, relative to the content folder.
  ///   - firstLine: the 1-based number of the first of these lines.
  ///   - chain: the files around this one, the article first.
  ///   - indent: what stands before each line where the file is included.
  mutating func append(
    _ bytes: ArraySlice<UInt8>, path: String, firstLine: Int, chain: [String], indent: [UInt8] = []
  ) {
    if indent.isEmpty, appendWhole(bytes, path: path, firstLine: firstLine) { return }
    var number = firstLine
    var fence: UInt8?
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      defer { number += 1 }
      guard text.origins.count < Self.maximumLines else {
        report(.tooLarge, "more than \(Self.maximumLines) lines are included", path, number)
        return
      }
      let origin = LineOrigin(file: path == articlePath ? nil : path, line: number)
      if let mark = Self.fenceMark(line) {
        fence = fence == nil ? mark : (fence == mark ? nil : fence)
      }
      guard fence == nil, let include = IncludeDirective(in: line) else {
        text.append(indent + line, origin)
        continue
      }
      expand(include, of: line, path: path, number: number, chain: chain, indent: indent)
    }
  }

  /// Appends text that includes nothing; returns whether it is such a text.
  private mutating func appendWhole(
    _ bytes: ArraySlice<UInt8>, path: String, firstLine: Int
  ) -> Bool {
    guard IncludeDirective.start(in: bytes) == nil else { return false }
    let isOpen = bytes.last.map { $0 != 0x0A } ?? false
    let count = bytes.count { $0 == 0x0A } + (isOpen ? 1 : 0)
    guard text.origins.count + count <= Self.maximumLines else { return false }
    text.bytes += bytes
    if isOpen { text.bytes.append(0x0A) }
    let file = path == articlePath ? nil : path
    for line in firstLine..<firstLine + count {
      text.origins.append(LineOrigin(file: file, line: line))
    }
    return true
  }

  private static func fenceMark(_ line: ArraySlice<UInt8>) -> UInt8? {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    guard let first = content.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~"),
      content.prefix(3).allSatisfy({ $0 == first }), content.count >= 3
    else { return nil }
    return first
  }
}

extension IncludeExpander {
  private mutating func expand(
    _ include: IncludeDirective, of line: ArraySlice<UInt8>, path: String, number: Int,
    chain: [String], indent: [UInt8]
  ) {
    let origin = LineOrigin(file: path == articlePath ? nil : path, line: number)
    guard let body = load(include, path: path, number: number, chain: chain) else {
      let rest = line[..<include.range.lowerBound] + line[include.range.upperBound...]
      text.append(indent + rest, origin)
      return
    }
    if include.isBlock {
      let prefix = indent + line[..<include.range.lowerBound].map { $0 == 0x09 ? 0x09 : $0 }
      append(
        body.bytes, path: body.path, firstLine: body.firstLine, chain: chain + [body.path],
        indent: prefix)
    } else {
      let inline = body.bytes.split(separator: 0x0A).joined(separator: [0x20])
      let rest = line[include.range.upperBound...]
      text.append(indent + line[..<include.range.lowerBound] + inline + rest, origin)
    }
  }

  private mutating func load(
    _ include: IncludeDirective, path: String, number: Int, chain: [String]
  ) -> (path: String, bytes: ArraySlice<UInt8>, firstLine: Int)? {
    guard let target = ContentPath.resolve(include.path, from: path) else {
      report(
        .outside, "the include '\(include.path)' leads outside the content folder", path, number)
      return nil
    }
    if chain.contains(target) {
      let loop = (chain + [target]).map { "'\($0)'" }.joined(separator: " --> ")
      report(.circular, "the include goes in a circle: \(loop)", path, number)
      return nil
    }
    guard chain.count < Self.maximumDepth else {
      report(.tooDeep, "includes are nested more than \(Self.maximumDepth) deep", path, number)
      return nil
    }
    guard let raw = read(target) else {
      report(.missing, "no file '\(target)' to include", path, number)
      return nil
    }
    if !included.contains(target) { included.append(target) }
    let source = SourceText(raw, path: target, diagnostics: &diagnostics)
    guard let front = source.frontMatter() else { return (target, source.bytes[...], 1) }
    return (target, source.bytes[front.bodyStart...], front.bodyLine + 1)
  }

  private enum Finding {
    case missing, circular, tooDeep, tooLarge, outside

    var code: Diagnostic.Code {
      switch self {
      case .missing: "missing-include"
      case .circular: "circular-include"
      case .tooDeep, .tooLarge: "include-too-large"
      case .outside: "include-outside"
      }
    }

    var hint: String {
      switch self {
      case .missing: "create the file, correct its path, or remove the line"
      case .circular: "remove one of these includes"
      case .tooDeep, .tooLarge: "put the text of the inner fragments into one"
      case .outside: "move the file into the content folder"
      }
    }
  }

  private mutating func report(_ finding: Finding, _ message: String, _ path: String, _ line: Int) {
    diagnostics.append(
      Diagnostic(
        .error, finding.code, message, at: SourceLocation(path, line: line), hint: finding.hint))
  }
}

/// `[!INCLUDE [title](path)]` in a line.
struct IncludeDirective {
  let path: String
  /// The byte range in the line.
  let range: Range<Int>
  /// Whether nothing else stands on the line.
  let isBlock: Bool

  private static let keyword = Array("[!include".utf8)

  init?(in line: ArraySlice<UInt8>) {
    guard let start = Self.start(in: line) else { return nil }
    var index = start + Self.keyword.count
    var isForcedInline = false
    while index < line.endIndex, [0x20, 0x2B, 0x2D].contains(line[index]) {
      isForcedInline = isForcedInline || line[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < line.endIndex, line[index] == UInt8(ascii: "["),
      let middle = Self.offset(of: Array("](".utf8), in: line, from: index)
    else { return nil }
    var pathEnd = middle + 2
    while pathEnd < line.endIndex, line[pathEnd] != UInt8(ascii: ")") { pathEnd += 1 }
    guard pathEnd + 1 < line.endIndex, line[pathEnd + 1] == UInt8(ascii: "]") else { return nil }
    let address = String(decoding: line[(middle + 2)..<pathEnd], as: UTF8.self)
    path =
      address.hasPrefix("<")
      ? String(address.dropFirst().prefix { $0 != ">" })
      : String(address.drop { $0 == " " }.prefix { $0 != " " })
    range = start..<pathEnd + 2
    let before = line[..<start].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let after = line[range.upperBound...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    isBlock = before && after && !isForcedInline
  }

  /// Where the first directive begins, in any case of its keyword.
  static func start(in text: ArraySlice<UInt8>) -> Int? {
    guard text.count > keyword.count else { return nil }
    for index in text.startIndex..<text.endIndex - keyword.count
    where text[index] == keyword[0] && text[index + 1] == keyword[1] {
      let candidate = text[index..<index + keyword.count]
      let isKeyword = zip(candidate, keyword).allSatisfy { byte, wanted in
        byte == wanted || (0x41...0x5A).contains(byte) && byte + 32 == wanted
      }
      if isKeyword { return index }
    }
    return nil
  }

  private static func offset(of needle: [UInt8], in line: ArraySlice<UInt8>, from start: Int)
    -> Int?
  {
    var index = start
    while index + needle.count <= line.endIndex {
      if line[index..<index + needle.count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }
}
