/// Names between colons that stand for a character: `:bulb:` (dialect.md, pipeline; no smileys).
///
/// `Data/emoji.tsv` has GitHub's names and Unicode's (CLDR), one a line, with the character. Its
/// lines are in the order of their bytes, so that a name is found by halving.
enum Emoji {
  /// The character that a name stands for.
  static func character(named name: String) -> String? {
    let table = PackageResources.emoji_tsv
    let wanted = Array(name.utf8)
    var lines = 0..<table.count
    while !lines.isEmpty {
      let middle = lines.lowerBound + lines.count / 2
      let start = table[lines.lowerBound..<middle].lastIndex(of: 0x0A).map { $0 + 1 }
      let line = table[(start ?? lines.lowerBound)...].prefix { $0 != 0x0A }
      let found = line.prefix { $0 != 0x09 }
      if found.elementsEqual(wanted) {
        return String(decoding: line[found.endIndex...].dropFirst(), as: UTF8.self)
      }
      if found.lexicographicallyPrecedes(wanted) {
        lines = min(line.endIndex + 1, lines.upperBound)..<lines.upperBound
      } else {
        lines = lines.lowerBound..<line.startIndex
      }
    }
    return nil
  }

  /// Whether a text may hold a name: most do not.
  static func mayHold(_ text: String) -> Bool {
    var length = -1
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        if length > 0 { return true }
        length = 0
      } else if isNameByte(byte) {
        if length >= 0 { length += 1 }
      } else {
        length = -1
      }
    }
    return false
  }

  /// The text with characters in the place of the names that it knows; `10:30:45` has none.
  static func replacingNames(in text: String) -> String {
    guard mayHold(text) else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: ":") {
      let behind = rest[rest.index(after: open)...]
      let name = behind.prefix { $0.utf8.allSatisfy(isNameByte) }
      let end = name.endIndex
      guard end < rest.endIndex, rest[end] == ":", let character = character(named: String(name)),
        !isWord(rest[..<open].last ?? out.last), !isWord(rest[rest.index(after: end)...].first)
      else {
        out += rest[...open]
        rest = behind
        continue
      }
      out += rest[..<open] + character
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
