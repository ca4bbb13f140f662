/// A text of the front matter that is translated: its title or description, on one line.
package struct FrontMatterField: Sendable, Hashable {
  package let key: String
  package private(set) var value: String
  /// As it is written, quotes included.
  package private(set) var bytes: [UInt8]

  /// The keys that readers see.
  static let keys = ["title", "description"]

  /// Changes the value; as it was, it stays as it is written.
  mutating func set(_ value: String) {
    guard value != self.value else { return }
    self.value = value
    bytes = Array(Self.written(value).utf8)
  }

  /// The fields of a file, with the places of their values, in document order.
  static func fields(in raw: [UInt8]) -> [(value: FrontMatterField, range: Range<Int>)] {
    var found: [(FrontMatterField, Range<Int>)] = []
    var start = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isFirst = true
    while start < raw.count {
      let end = raw[start...].firstIndex(of: 0x0A) ?? raw.count
      let line = raw[start..<end].last == 0x0D ? raw[start..<end].dropLast() : raw[start..<end]
      let isFence = String(decoding: line, as: UTF8.self).trimmingSpaces == "---"
      if isFirst != isFence { return isFence ? found : [] }
      if !isFirst, let field = field(in: line) { found.append(field) }
      isFirst = false
      start = end + 1
    }
    return []
  }

  private static func field(
    in line: ArraySlice<UInt8>
  ) -> (FrontMatterField, Range<Int>)? {
    guard let key = keys.first(where: { line.starts(with: Array("\($0): ".utf8)) }) else {
      return nil
    }
    let rest = line.dropFirst(key.utf8.count + 1).drop { $0 == 0x20 }
    var end = rest.endIndex
    while end > rest.startIndex, rest[end - 1] == 0x20 { end -= 1 }
    let written = rest[..<end]
    guard let value = value(of: written) else { return nil }
    let field = FrontMatterField(key: key, value: value, bytes: Array(written))
    return (field, rest.startIndex..<end)
  }

  /// Reads a YAML scalar on one line (YAML 1.2, sections 7.3.1 to 7.3.3); `nil` for what is more.
  private static func value(of written: ArraySlice<UInt8>) -> String? {
    guard let first = written.first else { return nil }
    let text = String(decoding: written, as: UTF8.self)
    switch first {
    case UInt8(ascii: "\""):
      let inner = text.dropFirst().dropLast()
      guard written.count >= 2, written.last == first else { return nil }
      let plain = inner.replacing("\\\"", with: "").replacing("\\\\", with: "")
      guard !plain.contains("\\"), !plain.contains("\"") else { return nil }
      return String(inner.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\"))
    case UInt8(ascii: "'"):
      let inner = text.dropFirst().dropLast()
      guard written.count >= 2, written.last == first,
        !inner.replacing("''", with: "").contains("'")
      else { return nil }
      return String(inner.replacing("''", with: "'"))
    default: return isPlain(text) ? text : nil
    }
  }

  private static func written(_ value: String) -> String {
    let line = value.split { $0.isNewline }.joined(separator: " ")
    if isPlain(line), line.trimmingSpaces == line, !line.isEmpty { return line }
    return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Whether a scalar without quotes means what it says, and nothing but a text.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, !"-?:,[]{}#&*!|>'\"%@`<".contains(first) else { return false }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "~"]
    return !text.contains(": ") && !text.contains(" #") && !text.hasSuffix(":")
      && !words.contains(text.lowercased()) && !first.isNumber
      && !text.utf8.contains { $0 < 0x20 }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " || text.last == "\t" { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    return String(text)
  }
}
