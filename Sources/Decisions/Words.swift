import Content

/// The source words of a text in lower case, as rules read them.
struct Words: Hashable {
  /// White space collapsed, typographic apostrophes made plain.
  let text: String

  init(_ text: Text) { self.init(text.source.plainText) }

  init(_ block: Block) { self.init(block.texts.map { $0.source.plainText }.joined(separator: " ")) }

  init(_ blocks: [Block]) {
    self.init(blocks.flatMap(\.texts).map { $0.source.plainText }.joined(separator: " "))
  }

  init(_ plain: String) {
    var out: [UInt8] = []
    for byte in plain.lowercased().replacing("\u{2019}", with: "'").utf8 {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
      if isSpace, out.isEmpty || out.last == 0x20 { continue }
      out.append(isSpace ? 0x20 : byte)
    }
    if out.last == 0x20 { out.removeLast() }
    text = String(decoding: out, as: UTF8.self)
  }

  var isEmpty: Bool { text.isEmpty }
  var endsWithColon: Bool { text.hasSuffix(":") || text.hasSuffix("：") }
  var isQuestion: Bool { text.hasSuffix("?") || text.hasSuffix("？") }

  /// The words without numbers and punctuation at either end: `Solution 2:` → `solution`.
  var stem: String {
    var part = Substring(text)
    while let last = part.last, !last.isLetter { part.removeLast() }
    while let first = part.first, !first.isLetter { part.removeFirst() }
    return String(part)
  }

  func starts(withAny phrases: [String]) -> Bool {
    phrases.contains { phrase in
      guard text.hasPrefix(phrase) else { return false }
      let next = text.utf8.dropFirst(phrase.utf8.count).first
      return next.map { !isWordByte($0) } ?? true
    }
  }

  func contains(any phrases: [String]) -> Bool {
    phrases.contains { hasPhrase($0) }
  }

  /// Whether the phrase occurs as whole words.
  private func hasPhrase(_ phrase: String) -> Bool {
    var start = text.startIndex
    while let range = text[start...].firstRange(of: phrase) {
      let before = range.lowerBound > text.startIndex ? text[..<range.lowerBound].utf8.last : nil
      let after = text[range.upperBound...].utf8.first
      if !(before.map(isWordByte) ?? false), !(after.map(isWordByte) ?? false) { return true }
      start = text.index(after: range.lowerBound)
    }
    return false
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
