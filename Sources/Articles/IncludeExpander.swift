import Content
import Diagnostics

/// Reads a file by its path relative to the content folder; `nil` when there is none.
package typealias FileReader = @Sendable (_ path: String) -> [UInt8]?

/// Puts included files in the place of `[!INCLUDE [title](path)]` (dialect.md, 6).
struct IncludeExpander {
  static let maximumDepth = 16
  static let maximumLines = 500_000
  /// In bytes; as large as a single file may be.
  static let maximumSize = SourceText.maximumSize

  /// In bytes; what is included inside a line makes it no longer.
  static let maximumLineSize = 1 << 20
  /// More files than this are not included, however small.
  static let maximumCount = 10_000

  let articlePath: String
  let read: FileReader
  /// Gives the file whose path differs from another in case only.
  let spelling: (String) -> String?
  var text = AssembledText()
  var diagnostics: [Diagnostic] = []
  /// The included files, in order of their first use.
  var included: [String] = []
  /// How many files were put in.
  private var count = 0
  /// Whether a limit was met: then nothing more is put in.
  private var isFull = false

  init(
    articlePath: String, read: @escaping FileReader, spelling: @escaping (String) -> String?
  ) {
    self.articlePath = articlePath
    self.read = read
    self.spelling = spelling
  }

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
    let repair = LineRepair(for: bytes)
    if indent.isEmpty, !repair.isNeeded, appendWhole(bytes, path: path, firstLine: firstLine) {
      return
    }
    var number = firstLine
    var fences = FenceTracker()
    var comments = CommentTracker(in: bytes)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      defer { number += 1 }
      if isFull, chain.count > 1 { return }
      checkRoom(path, number)
      let origin = LineOrigin(file: path == articlePath ? nil : path, line: number)
      let isCode = fences.take(line)
      let isComment = !isCode && comments.take(line)
      guard !isCode, !isComment else {
        text.append(indent: indent, line, origin)
        continue
      }
      let line = repair.repaired(line)
      if let include = IncludeDirective(in: line) {
        expand(include, of: line, path: path, number: number, chain: chain, indent: indent)
      } else {
        text.append(indent: indent, line, origin)
      }
    }
  }

  /// Beyond a limit nothing more is put in; the article's own lines stay.
  private mutating func checkRoom(_ path: String, _ number: Int) {
    let isRoom =
      text.origins.count < Self.maximumLines && text.bytes.count < Self.maximumSize
      && count < Self.maximumCount
    guard !isRoom, !isFull else { return }
    report(.tooLarge, "the article is too large with what it includes", path, number)
    isFull = true
  }

  /// Appends text that includes nothing; returns whether it is such a text.
  private mutating func appendWhole(
    _ bytes: ArraySlice<UInt8>, path: String, firstLine: Int
  ) -> Bool {
    guard IncludeDirective.start(in: bytes) == nil else { return false }
    let isOpen = bytes.last.map { $0 != 0x0A } ?? false
    let count = bytes.span.count(of: 0x0A) + (isOpen ? 1 : 0)
    guard text.origins.count + count <= Self.maximumLines,
      text.bytes.count + bytes.count <= Self.maximumSize
    else { return false }
    text.bytes += bytes
    if isOpen { text.bytes.append(0x0A) }
    let file = path == articlePath ? nil : path
    for line in firstLine..<firstLine + count {
      text.origins.append(LineOrigin(file: file, line: line))
    }
    return true
  }
}

extension IncludeExpander {
  private mutating func expand(
    _ include: IncludeDirective, of line: ArraySlice<UInt8>, path: String, number: Int,
    chain: [String], indent: [UInt8]
  ) {
    if include.isBlock, let body = load(include, path: path, number: number, chain: chain) {
      append(
        body.bytes, path: body.path, firstLine: body.firstLine, chain: chain + [body.path],
        indent: indent + line[..<include.range.lowerBound])
      return
    }
    let origin = LineOrigin(file: path == articlePath ? nil : path, line: number)
    guard !include.isBlock else {
      text.append(indent, origin)
      return
    }
    text.append(
      indent: indent, inlined(line, path: path, number: number, chain: chain), origin)
  }

  /// A line with the text of all its includes in their places, on one line.
  private mutating func inlined(
    _ line: ArraySlice<UInt8>, path: String, number: Int, chain: [String]
  ) -> [UInt8] {
    var out: [UInt8] = []
    var rest = line
    while let include = IncludeDirective(in: rest) {
      out += rest[..<include.range.lowerBound]
      rest = rest[include.range.upperBound...]
      guard let body = load(include, path: path, number: number, chain: chain) else {
        continue
      }
      var words: [UInt8] = []
      for line in body.bytes.split(separator: 0x0A) {
        if !words.isEmpty { words.append(0x20) }
        words += inlined(line, path: body.path, number: number, chain: chain + [body.path])
      }
      guard out.count + words.count <= Self.maximumLineSize, count < Self.maximumCount else {
        report(.tooLarge, "the line is too large with what it includes", path, number)
        isFull = true
        break
      }
      out += InlineLinks.rebased(words, from: body.path, to: path)
    }
    return out + rest
  }

  private mutating func load(
    _ include: IncludeDirective, path: String, number: Int, chain: [String]
  ) -> (path: String, bytes: ArraySlice<UInt8>, firstLine: Int)? {
    guard var target = ContentPath.resolve(include.path, from: path) else {
      report(
        .outside, "the include '\(include.path)' leads outside the content folder", path, number)
      return nil
    }
    var raw = read(target)
    if raw == nil, let other = spelling(target) {
      report(.otherCase, "'\(target)' is written '\(other)'", path, number)
      target = other
      raw = read(other)
    }
    if chain.contains(target) {
      let loop = (chain + [target]).map { "'\($0)'" }.joined(separator: " --> ")
      report(.circular, "the include goes in a circle: \(loop)", path, number)
      return nil
    }
    guard !isFull else { return nil }
    count += 1
    guard chain.count < Self.maximumDepth else {
      report(.tooDeep, "includes are nested more than \(Self.maximumDepth) deep", path, number)
      return nil
    }
    guard let raw else {
      report(.missing, "no file '\(target)' to include", path, number)
      return nil
    }
    if !included.contains(target) { included.append(target) }
    let source = SourceText(raw, path: target, diagnostics: &diagnostics)
    guard let front = source.frontMatter(path: target, diagnostics: &diagnostics) else {
      return (target, source.bytes[...], 1)
    }
    return (target, source.bytes[front.bodyStart...], front.bodyLine + 1)
  }

  private enum Finding {
    case missing, circular, tooDeep, tooLarge, outside, otherCase

    var code: Diagnostic.Code {
      switch self {
      case .missing: "missing-include"
      case .circular: "circular-include"
      case .tooDeep, .tooLarge: "include-too-large"
      case .outside: "include-outside"
      case .otherCase: "link-case"
      }
    }

    var hint: String {
      switch self {
      case .missing: "create the file, correct its path, or remove the line"
      case .circular: "remove one of these includes"
      case .tooDeep, .tooLarge: "put the text of the inner fragments into one"
      case .outside: "move the file into the content folder"
      case .otherCase: "write it with the same capital letters"
      }
    }
  }

  private mutating func report(
    _ finding: Finding, _ message: String, _ path: String, _ line: Int
  ) {
    diagnostics.append(
      Diagnostic(
        finding == .otherCase ? .note : .error, finding.code, message,
        at: SourceLocation(path, line: line), hint: finding.hint))
  }
}
