/// Finds where sentences end, in the way of Unicode's rule: a full stop, space, and a new start.
///
/// The rule is UAX #29, section 5 (SB6 to SB11), with abbreviations that help articles use, and
/// one exception: full-width stops before a closing bracket end no sentence, since in Chinese and
/// Japanese the sentence around the brackets goes on (「コードが届きましたか？」と表示されます。).
package enum Sentences {
  /// Cuts text after each sentence and the white space that follows it; joined, it is the text.
  package static func split(_ text: String) -> [String] {
    guard hasStop(text) else { return [text] }
    let bytes = Array(text.utf8)
    var cuts: [Int] = []
    var index = 0
    while index < bytes.count {
      guard let stop = stop(in: bytes, at: index) else {
        index += 1
        continue
      }
      if endsSentence(stop, in: bytes, at: index) { cuts.append(stop.next) }
      index = stop.next
    }
    guard !cuts.isEmpty else { return [text] }
    var parts: [String] = []
    var start = 0
    for cut in cuts + [bytes.count] where cut > start {
      parts.append(String(decoding: bytes[start..<cut], as: UTF8.self))
      start = cut
    }
    return parts
  }

  /// Whether the text ends with a full stop, ignoring white space after it.
  package static func endsSentence(_ text: String) -> Bool { endsSentence(utf8: text.utf8) }

  /// Whether a text in UTF-8 ends with a full stop, ignoring white space after it.
  static func endsSentence(utf8 text: some BidirectionalCollection<UInt8>) -> Bool {
    var rest = text[...]
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    let end = Array(rest.suffix(3))
    return end.indices.contains { index in
      kind(of: end, at: index) != nil && index + length(of: end[index]) == end.count
    }
  }

  /// Whether the text ends with a full stop and white space, so that what follows is a new sentence.
  static func isClosed(_ text: String) -> Bool {
    guard let last = text.utf8.last, isSpace(last) else { return false }
    return endsSentence(text)
  }
}

extension Sentences {
  private enum Kind {
    /// `.`, which also ends abbreviations and numbers (ATerm).
    case point
    /// `?` and `!`, also the Arabic `؟` and `۔`: a space follows where they end a sentence.
    case mark
    /// `。`, `．`, `！` and `？`: no space follows.
    case wide
  }

  /// A full stop, with the stops, closing brackets and spaces behind it.
  private struct Stop {
    var kind: Kind
    var hasCloser = false
    var hasSpace = false
    /// The offset behind all of it.
    var next: Int
  }

  /// Whether a full stop may stand anywhere but at the end.
  private static func hasStop(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices.dropLast() {
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), 0xD8...: return true
      default: continue
      }
    }
    return false
  }

  private static func stop(in bytes: [UInt8], at index: Int) -> Stop? {
    guard let kind = kind(of: bytes, at: index) else { return nil }
    var stop = Stop(kind: kind, next: index + length(of: bytes[index]))
    while stop.next < bytes.count {
      if self.kind(of: bytes, at: stop.next) != nil {
        stop.next += length(of: bytes[stop.next])
      } else if let closer = closer(in: bytes, at: stop.next) {
        stop.hasCloser = true
        stop.next += closer
      } else {
        break
      }
    }
    while stop.next < bytes.count, isSpace(bytes[stop.next]) {
      stop.hasSpace = true
      stop.next += 1
    }
    return stop
  }

  private static func endsSentence(_ stop: Stop, in bytes: [UInt8], at index: Int) -> Bool {
    guard stop.next < bytes.count else { return false }
    if stop.kind == .wide { return stop.hasSpace || !stop.hasCloser }
    // A new sentence begins with anything but a lower-case letter.
    guard stop.hasSpace, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[stop.next]) else {
      return false
    }
    return stop.kind != .point || !isAbbreviation(bytes, before: index)
  }

  private static func kind(of bytes: [UInt8], at index: Int) -> Kind? {
    switch bytes[index] {
    case UInt8(ascii: "."): .point
    case UInt8(ascii: "?"), UInt8(ascii: "!"): .mark
    case 0xD8 where holds(bytes, [0x9F], behind: index): .mark  // ؟
    case 0xDB where holds(bytes, [0x94], behind: index): .mark  // ۔
    case 0xE3 where holds(bytes, [0x80, 0x82], behind: index): .wide  // 。
    case 0xEF where holds(bytes, [0xBC, 0x81], behind: index): .wide  // ！
    case 0xEF where holds(bytes, [0xBC, 0x8E], behind: index): .wide  // ．
    case 0xEF where holds(bytes, [0xBC, 0x9F], behind: index): .wide  // ？
    default: nil
    }
  }

  /// How many bytes a closing bracket or quotation mark takes; `nil` where none stands.
  private static func closer(in bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'"): 1
    case 0xC2 where holds(bytes, [0xBB], behind: index): 2  // »
    case 0xE2 where holds(bytes, [0x80, 0x99], behind: index): 3  // ’
    case 0xE2 where holds(bytes, [0x80, 0x9D], behind: index): 3  // ”
    case 0xE3 where holds(bytes, [0x80, 0x8D], behind: index): 3  // 」
    case 0xE3 where holds(bytes, [0x80, 0x8F], behind: index): 3  // 』
    case 0xE3 where holds(bytes, [0x80, 0x91], behind: index): 3  // 】
    case 0xEF where holds(bytes, [0xBC, 0x89], behind: index): 3  // ）
    default: nil
    }
  }

  private static func holds(_ bytes: [UInt8], _ rest: [UInt8], behind index: Int) -> Bool {
    bytes.dropFirst(index + 1).starts(with: rest)
  }

  /// How many bytes a character of UTF-8 takes that begins with one.
  private static func length(of byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }

  /// Whether the word before a point is one that is shortened, letters with points between them
  /// (`U.S`, `z.B`), or the number of a list.
  private static func isAbbreviation(_ bytes: [UInt8], before stop: Int) -> Bool {
    var start = stop
    while start > 0, !isSpace(bytes[start - 1]), bytes[start - 1] != UInt8(ascii: "(") {
      start -= 1
    }
    let word = String(decoding: bytes[start..<stop], as: UTF8.self).lowercased()
    if !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return start == 0 }
    let letters = word.split(separator: ".", omittingEmptySubsequences: false)
    if letters.count > 1, letters.allSatisfy({ $0.count == 1 }) { return true }
    return abbreviations.contains(word)
  }

  /// Shortened words of English, Dutch, German, French and Spanish that a name, a number or a
  /// capital may follow.
  private static let abbreviations: Set<String> = [
    "approx", "etc", "fig", "mr", "mrs", "ms", "no", "prof", "vs", "dr", "st",
    "bijv", "blz", "ca", "evt", "excl", "incl", "mevr", "nr", "resp", "tel",
    "abs", "bzw", "exkl", "ggf", "hr", "inkl", "evtl", "str", "vgl",
    "p.ex", "env", "cf", "mme", "p.ej", "ej", "núm", "pág", "sr", "sra",
  ]
}
