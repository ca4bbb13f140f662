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

  init(_ block: Block) {
    if case .paragraph(let text) = block.kind { self.init(text) } else { self.init([block]) }
  }

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

  /// Whether the sentence is left for others to finish.
  var isUnfinished: Bool { hasSuffix("…") || hasSuffix("...") }

  func hasSuffix(_ suffix: String) -> Bool {
    bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// The words without numbers and punctuation at either end: `Solution 2:` → `solution`.
  var stem: Words {
    var part = bytes
    while let last = part.lastScalar, !last.scalar.isLetter { part.removeLast(last.length) }
    while let first = part.firstScalar, !first.scalar.isLetter { part.removeFirst(first.length) }
    return Words(part: part)
  }
}

extension Words {
  /// Whether they begin with one of the phrases, or hold one that counts anywhere.
  func starts(withAny phrases: PhraseSet) -> Bool {
    phrases.match(in: bytes.span, at: 0) != nil
      || phrases.anywhere.map { contains(any: $0) } ?? false
  }

  /// Whether they end with one of the phrases.
  func ends(withAny phrases: PhraseSet) -> Bool {
    let text = bytes.span
    return text.indices.contains { phrases.match(in: text, at: $0) == text.count - $0 }
  }

  /// The first words of a text.
  struct Start {
    private let words: Words

    init(_ text: Text) {
      var plain: [UInt8] = []
      for piece in text.pieces where plain.count < 32 { piece.source.appendPlainText(to: &plain) }
      // A character cut in two is the last one, and so not among the two bytes that are compared.
      words = Words(plain: Array(plain.prefix(32)))
    }

    /// Whether the text may begin with one of the phrases, or hold one that counts anywhere: a look
    /// at its first bytes tells of most that they do not.
    func mayBegin(withAny phrases: PhraseSet) -> Bool {
      phrases.anywhere != nil || words.bytes.count < 8 || words.mayBegin(withAny: phrases)
    }
  }

  /// Whether one of the phrases may stand at the start: a look at two bytes.
  func mayBegin(withAny phrases: PhraseSet) -> Bool {
    !isEmpty && phrases.mayMatch(in: bytes.span, at: 0)
  }

  func contains(any phrases: PhraseSet) -> Bool { phrases.isFound(in: bytes.span) }

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
    var index = 0
    while index < text.count {
      if phrases.mayMatch(in: text, at: index),
        let length = phrases.match(in: text, at: index)
      {
        return dropping(index + length)
      }
      index = text.endOfWord(at: index) + 1
    }
    return nil
  }

  /// The words without some bytes at their start.
  func dropping(_ count: Int) -> Words { Words(part: bytes.dropFirst(count)) }

  /// The words before and behind the first of some marks; `nil` without any.
  func cut(at marks: Character...) -> (before: Words, behind: Words)? {
    var first: Range<Int>?
    for mark in marks {
      guard let place = place(of: mark.utf8), place.lowerBound < first?.lowerBound ?? .max else {
        continue
      }
      first = place
    }
    guard let first else { return nil }
    return (Words(part: bytes[..<first.lowerBound]), Words(part: bytes[first.upperBound...]))
  }

  /// Where a mark first stands; most texts are passed over without a search.
  private func place(of mark: Character.UTF8View) -> Range<Int>? {
    guard let first = mark.first, bytes.span.holds(first) else { return nil }
    return bytes.indices.lazy
      .filter { bytes[$0] == first && bytes[$0...].starts(with: mark) }
      .first.map { $0..<$0 + mark.count }
  }

  /// The words up to a part of them.
  func before(_ part: Words) -> Words {
    Words(part: bytes[..<max(bytes.startIndex, part.bytes.startIndex)])
  }

  /// The single words between spaces.
  var list: [Words] { bytes.split(separator: 0x20).map { Words(part: $0) } }

  /// How many single words they are.
  var wordCount: Int { isEmpty ? 0 : bytes.span.count(of: 0x20) + 1 }

  /// The last single word; empty without any.
  var lastWord: Words {
    bytes.lastIndex(of: 0x20).map { Words(part: bytes[($0 + 1)...]) } ?? self
  }

  /// The sentences, cut at a space behind a full stop, a question or exclamation mark, or a colon.
  var sentences: [Words] {
    var found: [Words] = []
    _ = firstSentence { sentence in
      found.append(sentence)
      return false
    }
    return found
  }

  /// The first sentence for which a test holds.
  func firstSentence(where test: (Words) -> Bool) -> Words? {
    let text = bytes.span
    var start = 0
    var previous: UInt8 = 0x20
    for index in text.indices {
      let byte = text[index]
      if byte == 0x20, previous.endsSentence {
        let sentence = part(start..<index)
        if test(sentence) { return sentence }
        start = index + 1
      }
      previous = byte
    }
    guard start < text.count else { return nil }
    let rest = part(start..<text.count)
    return test(rest) ? rest : nil
  }

  /// The last sentence.
  var lastSentence: Words {
    let text = bytes.span
    var start = text.count
    while start > 0 {
      start -= 1
      if start > 0, text[start] == 0x20, text[start - 1].endsSentence, start + 1 < text.count {
        return part(start + 1..<text.count)
      }
    }
    return self
  }

  private func part(_ range: Range<Int>) -> Words {
    let start = bytes.startIndex
    return Words(part: bytes[start + range.lowerBound..<start + range.upperBound])
  }
}

extension UInt8 {
  fileprivate var endsSentence: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"): true
    default: false
    }
  }
}

extension Words {
  /// What stands for a mark of another script, so that rules need to know one of each kind.
  private static func asciiMark(_ character: ArraySlice<UInt8>) -> [UInt8]? {
    let bytes = (character.first ?? 0, character.dropFirst().first ?? 0)
    return switch bytes {
    case (0xC2, _), (0xD8, _), (0xE2, 0x80), (0xE3, 0x80), (0xEF, 0xBC):
      asciiMarks[number(character)]
    default: nil
    }
  }

  /// By the bytes of the mark as a number.
  private static let asciiMarks: [UInt32: [UInt8]] = {
    let marks = [
      "\u{2019}": "'", "\u{A0}": " ", "\u{202F}": " ", "\u{3000}": " ", "¿": "", "¡": "",
      "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "「": "\"", "」": "\"",
      "؟": "?", "？": "? ", "！": "! ", "。": ". ", "،": ",", "、": ", ", "，": ", ", "：": ":",
      "（": "(", "）": ")",
    ]
    return Dictionary(
      uniqueKeysWithValues: marks.map { (number(Array($0.key.utf8)[...]), Array($0.value.utf8)) })
  }()

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A character beyond ASCII; those of general punctuation and of East Asia have no case.
  private static func lowercased(_ character: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let bytes = (character.first ?? 0, character.dropFirst().first ?? 0)
    return switch bytes {
    case (0xE2, 0x80), (0xE3...0xE9, _), (0xEB...0xED, _), (0xC3, 0x9F...): character
    // The letters of Western Europe, but for the multiplication sign.
    case (0xC3, 0x80...0x96), (0xC3, 0x98...0x9E): [0xC3, bytes.1 + 0x20]
    default: Array(String(decoding: character, as: UTF8.self).lowercased().utf8)[...]
    }
  }

  /// Lower case, one space for any white space, ASCII marks for others.
  static func fold(_ plain: consuming [UInt8]) -> [UInt8] {
    var out = plain
    if out.last == 0x20 { out.removeLast() }
    if out.last != 0x20, !out.span.mayChangeBeyondCase {
      lowercaseASCII(&out)
      return out
    }
    var (index, end) = foldASCII(&out)
    if index == out.count {
      if end > 0, out[end - 1] == 0x20 { end -= 1 }
      out.removeLast(out.count - end)
      return out
    }
    let plain = out
    out.removeLast(out.count - end)
    while index < plain.count {
      let byte = plain[index]
      switch byte {
      case 0x09, 0x0A, 0x20: if let last = out.last, last != 0x20 { out.append(0x20) }
      case 0x41...0x5A: out.append(byte + 32)
      case 0..<0x80: out.append(byte)
      default:
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let character = plain[index..<min(index + length, plain.count)]
        if let mark = asciiMark(character) {
          if mark.first != 0x20 || (out.last ?? 0x20) != 0x20 { out += mark }
        } else {
          out += lowercased(character)
        }
        index += character.count - 1
      }
      index += 1
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }

  /// Makes the capitals of ASCII text small: in a loop of its own, which becomes vectors.
  @inline(never) private static func lowercaseASCII(_ text: inout [UInt8]) {
    var bytes = text.mutableSpan
    for index in bytes.indices {
      let byte = bytes[index]
      bytes[index] = byte | (byte &- UInt8(ascii: "A") < 26 ? 0x20 : 0)
    }
  }

  /// Folds a text in its place up to its first character beyond ASCII.
  ///
  /// - Returns: the offset of that character, and the end of what was folded.
  private static func foldASCII(_ text: inout [UInt8]) -> (index: Int, end: Int) {
    var bytes = text.mutableSpan
    var end = 0
    // White space at the start is dropped.
    var previous: UInt8 = 0x20
    for index in 0..<bytes.count {
      var byte = bytes[index]
      switch byte {
      case 0x41...0x5A: byte += 32
      case 0x09, 0x0A, 0x20:
        if previous == 0x20 { continue }
        byte = 0x20
      case 0x80...: return (index, end)
      default: break
      }
      bytes[end] = byte
      end += 1
      previous = byte
    }
    return (bytes.count, end)
  }
}

extension Span where Element == UInt8 {
  /// Whether folding may do more than make capitals small, in a loop that becomes vectors.
  ///
  /// It does for a space at the start or behind another, a control character, or one beyond ASCII.
  @inline(never) fileprivate var mayChangeBeyondCase: Bool {
    var found: UInt8 = 0
    var before: UInt8 = 0x20
    for index in indices {
      let byte = self[index]
      found |= (byte == 0x20 ? 1 : 0) & (before == 0x20 ? 1 : 0) | (byte &- 0x20 > 0x5F ? 1 : 0)
      before = byte
    }
    return found != 0
  }
}

extension Unicode.Scalar {
  /// Whether it is alphabetic; of ASCII, words in lower case have small letters alone.
  fileprivate var isLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.isAlphabetic
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
