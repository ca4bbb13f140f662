import Content

/// A piece of a code file that an article shows (dialect.md, 9 and 10).
struct CodeReference: Hashable, Sendable {
  /// As written, without query and fragment.
  var path: String
  var language = ""
  var name = ""
  /// The lines to show, such as `2,5-7,9-`; empty for all.
  var range = ""
  /// The name of the region to show; empty for all.
  var region = ""

  fileprivate static let openings = ["[!code", "[!notebook"].map { Array($0.utf8) }

  /// Reads `[!code-LANG[name](path?query#fragment "title")]` that fills a line, as a directive.
  static func directive(
    in bytes: [UInt8], _ line: Range<Int>
  ) -> (directive: ColonDirective, range: Range<Int>)? {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: ">") {
      start += 1
    }
    guard start < line.upperBound, bytes[start] == UInt8(ascii: "["),
      openings.contains(where: { bytes.hasFolded($0, at: start) })
    else { return nil }
    let text = String(decoding: bytes[start..<line.upperBound], as: UTF8.self).trimmingBlanks
    guard text.hasSuffix(")]"), let open = text.dropFirst().firstIndex(of: "["),
      let middle = text[open...].firstRange(of: "](")
    else { return nil }
    let keyword = text[..<open]
    let language = keyword.firstIndex(of: "-").map { keyword[keyword.index(after: $0)...] } ?? ""
    let target = text[middle.upperBound...].dropLast(2)
    let address = target.prefix { $0 != " " }
    var directive = ColonDirective(name: .code)
    let fragment = address.split(separator: "#", maxSplits: 1).dropFirst().first ?? ""
    let parts = address.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
    directive.attributes = [
      .init(name: "source", value: String(parts.first ?? "")),
      .init(name: "language", value: language.trimmingBlanks),
      .init(name: "title", value: String(text[text.index(after: open)..<middle.lowerBound])),
    ]
    for pair in (parts.dropFirst().first ?? "").split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { continue }
      directive.attributes.append(.init(name: sides[0].lowercased(), value: sides[1]))
    }
    if let lines = range(ofFragment: fragment) {
      directive.attributes.append(.init(name: "range", value: lines))
    } else if !fragment.isEmpty {
      directive.attributes.append(.init(name: "id", value: String(fragment)))
    }
    return (directive, start..<line.upperBound)
  }

  /// `L12-L16` → `12-16`.
  private static func range(ofFragment fragment: Substring) -> String? {
    guard fragment.first == "L" || fragment.first == "l" else { return nil }
    let numbers = fragment.lowercased().split(separator: "-").map { $0.dropFirst() }
    guard numbers.allSatisfy({ Int($0) != nil }) else { return nil }
    return numbers.joined(separator: "-")
  }

  init(_ directive: ColonDirective) {
    path = directive["source"] ?? ""
    name = directive["title"] ?? ""
    region = directive["name"] ?? directive["id"] ?? ""
    range = directive["range"] ?? ""
    if range.isEmpty, let start = directive["start"] {
      range = "\(start)-\(directive["end"] ?? "")"
    }
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    language = (directive["language"] ?? Self.languages[ending] ?? ending).lowercased()
    if language.hasSuffix("-interactive") { language = String(language.dropLast(12)) }
  }

  /// What the file's own name says, when the author gave none.
  var caption: String {
    name.isEmpty ? String(path.split(separator: "/").last ?? "") : name
  }

  /// Languages by the endings of their files, where the two differ.
  private static let languages = [
    "cs": "csharp", "vb": "vbnet", "fs": "fsharp", "js": "javascript", "ts": "typescript",
    "py": "python", "rb": "ruby", "ps1": "powershell", "psm1": "powershell", "sh": "bash",
    "yml": "yaml", "md": "markdown", "rs": "rust", "kt": "kotlin", "htm": "html", "cshtml": "razor",
    "csproj": "xml", "config": "xml", "h": "cpp", "hpp": "cpp", "ipynb": "json", "m": "objectivec",
  ]
}

extension CodeReference {
  /// The lines of a file that are to be shown, without the indentation they share; `nil` when the
  /// file does not have them.
  func excerpt(of bytes: [UInt8]) -> String? {
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if lines.last?.isEmpty == true { lines.removeLast() }
    if !region.isEmpty {
      guard let found = Self.region(named: region, in: lines) else { return nil }
      lines = found
    } else if !range.isEmpty {
      lines = Self.numbers(in: range, count: lines.count).map { lines[$0 - 1] }
    }
    guard !lines.isEmpty else { return nil }
    let indents = lines.filter { !$0.allSatisfy(\.isWhitespace) }
      .map { $0.prefix { $0 == " " }.count }
    let shared = indents.min() ?? 0
    return lines.map { String($0.dropFirst(shared)) }.joined(separator: "\n") + "\n"
  }

  /// The lines between `<name>` and `</name>` in comments, or of `#region name`.
  private static func region(named name: String, in lines: [Substring]) -> [Substring]? {
    let wanted = name.lowercased()
    let folded = lines.map { $0.lowercased() }
    let opens = ["<\(wanted)>", "#region \(wanted)"]
    guard let start = folded.firstIndex(where: { line in opens.contains { line.contains($0) } })
    else { return nil }
    let isTag = folded[start].contains("<\(wanted)>")
    let close = isTag ? "</\(wanted)>" : "#endregion"
    let end = folded[(start + 1)...].firstIndex { $0.contains(close) } ?? lines.count
    return Array(lines[(start + 1)..<end])
  }

  /// The 1-based line numbers of `2,5-7,9-` that a file of `count` lines has.
  private static func numbers(in range: String, count: Int) -> [Int] {
    range.split(separator: ",").flatMap { part -> [Int] in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmingBlanks)
      guard let first = Int(ends[0].isEmpty ? "1" : ends[0]), first >= 1 else { return [] }
      let last = ends.count == 1 ? first : Int(ends[1]) ?? count
      return first <= min(last, count) ? Array(first...min(last, count)) : []
    }
  }
}

extension Array where Element == UInt8 {
  /// Whether a line may refer to a code file.
  var holdsSnippet: Bool {
    var index = 0
    while let found = firstOffset(of: Array("[!".utf8), from: index) {
      if CodeReference.openings.contains(where: { hasFolded($0, at: found) }) { return true }
      index = found + 2
    }
    return false
  }

  /// Whether the bytes at an offset are `prefix`, a lower-case text, in any case.
  func hasFolded(_ prefix: [UInt8], at offset: Int) -> Bool {
    guard offset + prefix.count <= count else { return false }
    return prefix.indices.allSatisfy { index in
      let byte = self[offset + index]
      return (0x41...0x5A).contains(byte) ? byte + 32 == prefix[index] : byte == prefix[index]
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String { String(self).trimmingBlanks }
}
