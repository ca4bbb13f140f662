import Content
/// `[!INCLUDE [title](path)]` in a line (dialect.md, 6).
struct IncludeDirective {
  let path: String
  /// The byte range in the line, with a stray bracket that tools left behind it.
  let range: Range<Int>
  /// Whether nothing else stands on the line.
  let isBlock: Bool

  private static let keyword = Array("[!include".utf8)

  init?(in line: ArraySlice<UInt8>) {
    guard let start = Self.start(in: line) else { return nil }
    if let unit = Self.wrapping(line, start) {
      self = unit
      return
    }
    var index = start + Self.keyword.count
    var isForcedInline = false
    while index < line.endIndex, [0x20, 0x2B, 0x2D].contains(line[index]) {
      isForcedInline = isForcedInline || line[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < line.endIndex, line[index] == UInt8(ascii: "["),
      let middle = line.offset(of: Array("](".utf8), from: index)
    else { return nil }
    var pathEnd = middle + 2
    while pathEnd < line.endIndex, line[pathEnd] != UInt8(ascii: ")") { pathEnd += 1 }
    var end = pathEnd + 1
    while end < line.endIndex, line[end] == 0x20 { end += 1 }
    guard end < line.endIndex, line[end] == UInt8(ascii: "]") else { return nil }
    end += 1
    path = Self.path(in: String(decoding: line[(middle + 2)..<pathEnd], as: UTF8.self))
    if line[end...].first == UInt8(ascii: "]") { end += 1 }
    range = start..<end
    isBlock =
      !isForcedInline && Self.isPrefix(line[..<start])
      && line[end...].allSatisfy { $0.isBlank }
  }

  private init(path: String, range: Range<Int>, isBlock: Bool) {
    self.path = path
    self.range = range
    self.isBlock = isBlock
  }

  /// The address without the title behind it, the brackets around it, and escapes in it.
  private static func path(in address: String) -> String {
    let text = address.drop { $0 == " " }
    if text.first == "<" { return String(text.dropFirst().prefix { $0 != ">" }) }
    return ArticleLink.decoding(String(text.prefix { $0 != " " }))
  }

  /// A line that is one text unit around an include: its translation includes the same.
  private static func wrapping(_ line: ArraySlice<UInt8>, _ start: Int) -> IncludeDirective? {
    guard let open = line.firstIndex(of: UInt8(ascii: "<")), open < start, isPrefix(line[..<open])
    else { return nil }
    let bytes = Array(line[open...])
    guard let unit = UnitMarkup.unit(in: bytes, at: 0),
      bytes[unit.whole.upperBound...].allSatisfy({ $0.isBlank }),
      let inner = IncludeDirective(in: bytes[unit.source]),
      isPrefix(bytes[unit.source.lowerBound..<inner.range.lowerBound]),
      isNoText(bytes[inner.range.upperBound..<unit.source.upperBound])
    else { return nil }
    return IncludeDirective(path: inner.path, range: open..<line.endIndex, isBlock: true)
  }

  /// Whether nothing but what tools left behind an include stands there, such as `?`.
  private static func isNoText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 <= 0x20 || "?.!]".utf8.contains($0) }
  }

  private static func isPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") }
  }

  /// The offset of the first `[!include` in a text, in any case.
  static func start(in text: ArraySlice<UInt8>) -> Int? {
    guard text.count > keyword.count else { return nil }
    var start = 0
    while let offset = text.span.firstOffset(
      of: UInt8(ascii: "["), UInt8(ascii: "!"), from: start), offset < text.count - keyword.count
    {
      let index = text.startIndex + offset
      start = offset + 2
      let candidate = text[index..<index + keyword.count]
      let isKeyword = zip(candidate, keyword).allSatisfy { byte, wanted in
        byte == wanted || (0x41...0x5A).contains(byte) && byte + 32 == wanted
      }
      if isKeyword { return index }
    }
    return nil
  }
}
