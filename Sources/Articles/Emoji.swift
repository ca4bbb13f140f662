/// Names between colons that stand for a character: `:bulb:` (dialect.md, pipeline; no smileys).
///
/// `Data/emoji.tsv` has GitHub's names and Unicode's (CLDR), one a line, with the character.
enum Emoji {
  private static let characters: [Substring: Substring] = {
    let lines = String(decoding: PackageResources.emoji_tsv, as: UTF8.self).split(separator: "\n")
    return Dictionary(
      lines.compactMap { line in
        line.firstIndex(of: "\t").map { (line[..<$0], line[line.index(after: $0)...]) }
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// Whether a text may hold a name: most do not.
  static func mayHold(_ text: String) -> Bool {
    var length = -1
    for byte in text.utf8 {
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
      guard end < rest.endIndex, rest[end] == ":", let character = characters[name],
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
