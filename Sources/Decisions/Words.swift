import Content

/// The source words of a text in lower case, as rules read them.
///
/// Parts of it share its bytes: cutting costs no copy.
struct Words: Hashable {
  /// UTF-8, white space collapsed to single spaces and none at either end, marks of other scripts
  /// and typographic ones as their ASCII counterparts.
  let bytes: ArraySlice<UInt8>

  init(_ text: Text) {
    var plain: [UInt8] = []
    for piece in text.pieces { piece.source.appendPlainText(to: &plain) }
    self.init(plain: plain)
  }

  init(_ inlines: [Inline]) {
    var plain: [UInt8] = []
    inlines.appendPlainText(to: &plain)
    self.init(plain: plain)
  }

  init(_ block: Block) { self.init([block]) }

  init(_ blocks: [Block]) {
    var plain: [UInt8] = []
    blocks.visitTexts { text in
      for piece in text.pieces { piece.source.appendPlainText(to: &plain) }
      plain.append(0x20)
    }
    self.init(plain: plain)
  }

  init(_ plain: String) { self.init(plain: Array(plain.utf8)) }

  private init(plain: [UInt8]) { bytes = Self.fold(plain)[...] }

  /// A part of other words, without spaces at either end.
  private init(part: ArraySlice<UInt8>) {
    var part = part
    while part.first == 0x20 { part.removeFirst() }
    while part.last == 0x20 { part.removeLast() }
    bytes = part
  }

  var isEmpty: Bool { bytes.isEmpty }
  /// How many characters they have.
  var count: Int { bytes.count { $0 & 0xC0 != 0x80 } }
  var endsWithColon: Bool { bytes.last == UInt8(ascii: ":") }
  var isQuestion: Bool { bytes.last == UInt8(ascii: "?") }

  func hasSuffix(_ suffix: String) -> Bool {
    bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// The words without numbers and punctuation at either end: `Solution 2:` → `solution`.
  var stem: Words {
    var part = bytes
    while let last = part.lastScalar, !last.scalar.properties.isAlphabetic {
      part.removeLast(last.length)
    }
    while let first = part.firstScalar, !first.scalar.properties.isAlphabetic {
      part.removeFirst(first.length)
    }
    return Words(part: part)
  }
}

extension Words {
  /// Whether they begin with one of the phrases, or hold one that counts anywhere.
  func starts(withAny phrases: PhraseSet) -> Bool {
    phrases.match(in: bytes.span, at: 0) != nil
      || (!phrases.anywhere.isEmpty && contains(any: phrases.anywhere[0]))
  }

  /// Whether they end with one of the phrases.
  func ends(withAny phrases: PhraseSet) -> Bool {
    let text = bytes.span
    return text.indices.contains { phrases.match(in: text, at: $0) == text.count - $0 }
  }

  func contains(any phrases: PhraseSet) -> Bool {
    let text = bytes.span
    var isStart = true
    for index in text.indices {
      if isStart || !phrases.isSpaced, phrases.match(in: text, at: index) != nil { return true }
      isStart = !text[index].isWordByte
    }
    return false
  }

  /// How often one of the phrases occurs.
  func frequency(of phrases: PhraseSet) -> Int {
    let text = bytes.span
    var count = 0
    var isStart = true
    for index in text.indices {
      if isStart || !phrases.isSpaced, phrases.match(in: text, at: index) != nil { count += 1 }
      isStart = !text[index].isWordByte
    }
    return count
  }

  /// Whether they are one of the phrases, and nothing else.
  func isAny(of phrases: PhraseSet) -> Bool { phrases.contains(bytes.span) }

  /// What follows the first of the phrases that the words begin with; `nil` when they do not.
  func droppingPrefix(_ phrases: PhraseSet) -> Words? {
    phrases.match(in: bytes.span, at: 0).map { Words(part: bytes.dropFirst($0)) }
  }

  /// What follows the first of the phrases to stand anywhere in the words; `nil` without any.
  func behind(any phrases: PhraseSet) -> Words? {
    let text = bytes.span
    var isStart = true
    for index in text.indices {
      if isStart, let length = phrases.match(in: text, at: index) {
        return dropping(index + length)
      }
      isStart = !text[index].isWordByte
    }
    return nil
  }

  /// The words without some bytes at their start.
  func dropping(_ count: Int) -> Words { Words(part: bytes.dropFirst(count)) }

  /// The words before and behind the first of some marks; `nil` without any.
  func cut(at marks: Character...) -> (before: Words, behind: Words)? {
    let marks = marks.map { Array($0.utf8) }
    for index in bytes.indices {
      guard let mark = marks.first(where: { bytes[index...].starts(with: $0) }) else { continue }
      return (Words(part: bytes[..<index]), Words(part: bytes[(index + mark.count)...]))
    }
    return nil
  }

  /// The words up to a part of them.
  func before(_ part: Words) -> Words {
    Words(part: bytes[..<max(bytes.startIndex, part.bytes.startIndex)])
  }

  /// The single words between spaces.
  var list: [Words] { bytes.split(separator: 0x20).map { Words(part: $0) } }

  /// The sentences, cut at a space behind a full stop, a question or exclamation mark, or a colon.
  var sentences: [Words] {
    var found: [Words] = []
    var start = bytes.startIndex
    var previous: UInt8 = 0x20
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == 0x20, Self.sentenceEnds.contains(previous) {
        found.append(Words(part: bytes[start..<index]))
        start = index + 1
      }
      previous = byte
    }
    if start < bytes.endIndex { found.append(Words(part: bytes[start...])) }
    return found
  }

  private static let sentenceEnds = Array(".?!:".utf8)
}

extension Words {
  /// What stands for a mark of another script, so that rules need to know one of each kind.
  private static func asciiMark(_ character: ArraySlice<UInt8>) -> [UInt8]? {
    switch character.first {
    case 0xC2, 0xD8, 0xE2, 0xE3, 0xEF: asciiMarks[Array(character)]
    default: nil
    }
  }

  private static let asciiMarks: [[UInt8]: [UInt8]] = {
    let marks = [
      "\u{2019}": "'", "\u{A0}": " ", "\u{202F}": " ", "\u{3000}": " ", "¿": "", "¡": "",
      "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "「": "\"", "」": "\"",
      "؟": "?", "？": "? ", "！": "! ", "。": ". ", "،": ",", "、": ", ", "，": ", ", "：": ":",
      "（": "(", "）": ")",
    ]
    return Dictionary(
      uniqueKeysWithValues: marks.map { (Array($0.key.utf8), Array($0.value.utf8)) })
  }()

  /// A character beyond ASCII; those of general punctuation and of East Asia have no case.
  private static func lowercased(_ character: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let bytes = (character.first ?? 0, character.dropFirst().first ?? 0)
    return switch bytes {
    case (0xE2, 0x80), (0xE3...0xE9, _), (0xEB...0xED, _): character
    default: Array(String(decoding: character, as: UTF8.self).lowercased().utf8)[...]
    }
  }

  /// Lower case, one space for any white space, ASCII marks for others.
  static func fold(_ plain: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(plain.count)
    var index = 0
    while index < plain.count {
      let byte = plain[index]
      switch byte {
      case 0x09, 0x0A, 0x20: if let last = out.last, last != 0x20 { out.append(0x20) }
      case 0x41...0x5A: out.append(byte + 32)
      case 0..<0x80: out.append(byte)
      default:
        let length = plain[index...].firstScalar?.length ?? 1
        let character = plain[index..<index + length]
        if let mark = asciiMark(character) {
          if mark.first != 0x20 || (out.last ?? 0x20) != 0x20 { out += mark }
        } else {
          out += lowercased(character)
        }
        index += length - 1
      }
      index += 1
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }
}

extension ArraySlice<UInt8> {
  /// The first character of UTF-8 text, and its length in bytes.
  fileprivate var firstScalar: (scalar: Unicode.Scalar, length: Int)? {
    guard let first else { return nil }
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let scalar = String(decoding: prefix(length), as: UTF8.self).unicodeScalars.first
    return scalar.map { ($0, Swift.min(length, count)) }
  }

  /// The last character of UTF-8 text, and its length in bytes.
  fileprivate var lastScalar: (scalar: Unicode.Scalar, length: Int)? {
    guard let start = lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return nil }
    return self[start...].firstScalar
  }
}
