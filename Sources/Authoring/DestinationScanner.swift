import Content
/// Finds where addresses stand in Markdown, without reading it as a document: what is not an
/// address keeps its bytes.
///
/// `[a](b.md)`, `![a](b.png)`, `[!INCLUDE [a](b.md)]`, `[a]: b.md`, `<a href="b.md">`,
/// `<img src="b.png">`, `:::image source="b.png":::`, and `href: b.md` in a table of contents.
struct DestinationScanner {
  /// The byte ranges of the addresses, in order, without quotes and angle brackets.
  private(set) var ranges: [Range<Int>] = []
  private let bytes: [UInt8]
  /// The fence that closes the code block which is open.
  private var fence: (mark: UInt8, length: Int)?
  /// How many `[` of the paragraph wait for their `]`.
  private var openBrackets = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      scan(start..<end)
      start = end + 1
    }
  }

  private mutating func scan(_ line: Range<Int>) {
    guard !isCode(line) else { return }
    if bytes[line].allSatisfy({ $0 <= 0x20 }) { openBrackets = 0 }
    scanDefinition(line)
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): index = endOfCodeSpan(from: index, in: line)
      case UInt8(ascii: "["):
        openBrackets += 1
        index += 1
      case UInt8(ascii: "]"):
        index = openBrackets > 0 ? scanLink(from: index + 1, in: line) : index + 1
        openBrackets = max(0, openBrackets - 1)
      case UInt8(ascii: "="): index = scanAttribute(from: index + 1, in: line)
      default: index += 1
      }
    }
  }

  private mutating func isCode(_ line: Range<Int>) -> Bool {
    let content = bytes[line].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    let mark = content.first ?? 0
    let length = content.prefix { $0 == mark }.count
    let isMark = length >= 3 && (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"))
    if let open = fence {
      let rest = content.dropFirst(length)
      let isBlank = rest.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if isMark, mark == open.mark, length >= open.length, isBlank { fence = nil }
      return true
    }
    if isMark { fence = (mark, length) }
    return isMark
  }

  /// Behind the backticks that close the ones here, or behind these when nothing on the line does.
  private func endOfCodeSpan(from start: Int, in line: Range<Int>) -> Int {
    let tick = UInt8(ascii: "`")
    let length = bytes[start..<line.upperBound].prefix { $0 == tick }.count
    var index = start + length
    while index < line.upperBound {
      guard bytes[index] == tick else {
        index += 1
        continue
      }
      let run = bytes[index..<line.upperBound].prefix { $0 == tick }.count
      index += run
      if run == length { return index }
    }
    return start + length
  }

  /// `(address "title")` behind the `]` of a link's words.
  private mutating func scanLink(from start: Int, in line: Range<Int>) -> Int {
    guard start < line.upperBound, bytes[start] == UInt8(ascii: "(") else { return start }
    var index = start + 1
    while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    if index < line.upperBound, bytes[index] == UInt8(ascii: "<") {
      guard let end = bytes[index..<line.upperBound].firstIndex(of: UInt8(ascii: ">")) else {
        return start
      }
      ranges.append(index + 1..<end)
      return end
    }
    var depth = 0
    let first = index
    while index < line.upperBound, bytes[index] > 0x20 {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      index += 1
    }
    if index > first, index < line.upperBound { ranges.append(first..<index) }
    return max(index, start)
  }

  private static let attributes = [
    "href", "src", "source", "lightbox", "thumbnail", "link",
  ].map { Array($0.utf8) }

  /// `"address"` behind the `=` of an attribute that holds one.
  private mutating func scanAttribute(from start: Int, in line: Range<Int>) -> Int {
    let name = bytes[line.lowerBound..<start - 1].reversed().prefix { $0 | 0x20 >= 0x61 }
    guard start < line.upperBound,
      Self.attributes.contains(Array(name.reversed()).map { $0 | 0x20 })
    else { return start }
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = bytes[(start + 1)..<line.upperBound].firstIndex(of: quote)
    else { return start }
    if end > start + 1 { ranges.append(start + 1..<end) }
    return end + 1
  }

  /// `[name]: address`, and `href: address` of a table of contents in YAML.
  private mutating func scanDefinition(_ line: Range<Int>) {
    let content = bytes[line].drop { $0.isBlank || $0 == UInt8(ascii: "-") }
    var rest: ArraySlice<UInt8>
    if content.starts(with: Array("href:".utf8)) {
      rest = content.dropFirst(5)
    } else if content.first == UInt8(ascii: "["),
      let close = content.firstIndex(of: UInt8(ascii: "]")), close + 1 < line.upperBound,
      bytes[close + 1] == UInt8(ascii: ":")
    {
      rest = content[(close + 2)...]
    } else {
      return
    }
    rest = rest.drop { [0x20, 0x3C, 0x22, 0x27].contains($0) }
    let address = rest.prefix { $0 > 0x20 && ![0x3E, 0x22, 0x27].contains($0) }
    if !address.isEmpty { ranges.append(address.startIndex..<address.endIndex) }
  }
}
