/// Reads the front matter that most articles have: one plain `key: value` on each line.
///
/// It gives up on anything that YAML 1.1 might read in another way than as written (section 9.1.3,
/// plain style), so that what it returns is what a YAML parser would return, much sooner.
struct PlainFrontMatter {
  private let bytes: [UInt8]
  private var entries: [FrontMatter.Entry] = []
  /// Whether the last key has no value on its line, so that a list may follow.
  private var mayHoldList = false

  /// The entries, or `nil` when the text needs a YAML parser.
  static func entries(in yaml: [UInt8]) -> [FrontMatter.Entry]? {
    var reader = PlainFrontMatter(bytes: yaml)
    guard reader.readLines() else { return nil }
    let keys = Set(reader.entries.map(\.key))
    return keys.count == reader.entries.count && !keys.isEmpty ? reader.entries : nil
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    entries.reserveCapacity(16)
  }

  private mutating func readLines() -> Bool {
    var start = 0
    var number = 2
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      guard readLine(start..<end, number) else { return false }
      start = end + 1
      number += 1
    }
    return true
  }

  private mutating func readLine(_ line: Range<Int>, _ number: Int) -> Bool {
    let text = trimmed(line)
    guard !text.isEmpty else { return true }
    switch bytes[text.lowerBound] {
    case UInt8(ascii: "#"): return text.lowerBound == line.lowerBound
    case UInt8(ascii: "-"):
      guard mayHoldList, text.count > 2, bytes[text.lowerBound + 1] == 0x20 else { return false }
      guard let item = scalar(in: trimmed(text.lowerBound + 2..<text.upperBound)) else {
        return false
      }
      entries.addToLast(String(decoding: bytes[item], as: UTF8.self))
      return true
    default: return text.lowerBound == line.lowerBound && readPair(text, number)
    }
  }

  private mutating func readPair(_ line: Range<Int>, _ number: Int) -> Bool {
    var colon = line.lowerBound
    while colon < line.upperBound, bytes[colon].isPlainKeyByte { colon += 1 }
    let isFollowedByBlank =
      colon + 1 == line.upperBound || bytes[min(colon + 1, bytes.count - 1)] == 0x20
    guard colon > line.lowerBound, colon < line.upperBound, bytes[colon] == UInt8(ascii: ":"),
      isFollowedByBlank, let value = scalar(in: trimmed(colon + 1..<line.upperBound))
    else { return false }
    mayHoldList = value.isEmpty
    let key = String(decoding: bytes[line.lowerBound..<colon], as: UTF8.self)
    entries.append(
      .init(key: key, value: String(decoding: bytes[value], as: UTF8.self), line: number))
    return true
  }

  /// The text of a scalar that ends on its line, without its quotes; `nil` when it may not be one.
  private func scalar(in text: Range<Int>) -> Range<Int>? {
    guard !text.isEmpty else { return text }
    let first = bytes[text.lowerBound]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let inner = text.lowerBound + 1..<max(text.lowerBound + 1, text.upperBound - 1)
      guard text.count >= 2, bytes[text.upperBound - 1] == first, isPrintable(inner),
        !bytes[inner].contains(where: { $0 == first || $0 == UInt8(ascii: "\\") })
      else { return nil }
      return inner
    }
    guard first.isAlphanumeric || first >= 0x80, isPrintable(text) else { return nil }
    for index in text {
      let isLast = index + 1 == text.upperBound
      if bytes[index] == UInt8(ascii: ":"), isLast || bytes[index + 1] == 0x20 { return nil }
      if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return nil }
    }
    return text
  }

  /// Whether the bytes hold no control characters and no line ends of Unicode.
  private func isPrintable(_ text: Range<Int>) -> Bool {
    text.allSatisfy { index in
      switch bytes[index] {
      case 0..<0x20, 0x7F: false
      case 0xC2: bytes[index + 1] >= 0xA0
      case 0xE2: bytes[index + 1] != 0x80 || bytes[index + 2] & 0xFE != 0xA8
      case 0xEF, 0xF0...: false
      default: true
      }
    }
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var (low, high) = (line.lowerBound, line.upperBound)
    while low < high, bytes[low] == 0x20 { low += 1 }
    while low < high, bytes[high - 1] == 0x20 { high -= 1 }
    return low..<high
  }
}

extension [FrontMatter.Entry] {
  /// Adds an item to the list that the last entry holds.
  fileprivate mutating func addToLast(_ item: String) {
    guard let last = indices.last else { return }
    self[last].value += self[last].value.isEmpty ? item : ", \(item)"
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter or digit.
  var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }

  fileprivate var isPlainKeyByte: Bool {
    isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ".")
  }
}
