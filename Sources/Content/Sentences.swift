/// Finds where sentences end, in the way of Unicode's rule: a full stop, space, and a new start.
///
/// The rule is UAX #29, section 5 (SB6 to SB11), with the abbreviations that help articles use. The
/// stops of Chinese and Japanese need no space behind them.
package enum Sentences {
  /// Cuts text after each sentence and the white space that follows it; joined, it is the text.
  package static func split(_ text: String) -> [String] {
    guard hasStop(text) else { return [text] }
    let bytes = Array(text.utf8)
    var cuts: [Int] = []
    var index = 0
    while index < bytes.count {
      let after = endOfStop(in: bytes, at: index)
      guard let after else {
        index += 1
        continue
      }
      if startsSentence(bytes, at: after.next), !isAbbreviation(bytes, before: index) {
        cuts.append(after.next)
      }
      index = after.next
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

  /// Whether a full stop stands anywhere but at the end.
  private static func hasStop(_ text: String) -> Bool {
    text.utf8.dropLast().contains { isStop($0) || $0 == 0xE3 || $0 == 0xEF || $0 == 0xD8 }
  }

  /// Whether the text ends with a full stop, ignoring white space after it.
  package static func endsSentence(_ text: String) -> Bool {
    guard let last = text.utf8.last(where: { !isSpace($0) }) else { return false }
    if last < 0x80 { return isStop(last) }
    return ["。", "？", "！", "؟"].contains { text.hasSuffix($0) }
  }

  /// Whether the text ends with a full stop and white space, so that what follows is a new sentence.
  static func isClosed(_ text: String) -> Bool {
    guard let last = text.utf8.last, isSpace(last) else { return false }
    return endsSentence(text)
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }

  /// The length of `。`, `？` or `！` at an offset; 0 for anything else.
  private static func wideStopLength(in bytes: [UInt8], at index: Int) -> Int {
    guard index + 2 < bytes.count else { return 0 }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x81): return 3
    default: return 0
    }
  }

  /// The length of `」`, `』` or `）` at an offset; 0 for anything else.
  private static func wideCloserLength(in bytes: [UInt8], at index: Int) -> Int {
    guard index + 2 < bytes.count else { return 0 }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xEF, 0xBC, 0x89): return 3
    default: return 0
    }
  }

  private static func isArabicQuestion(in bytes: [UInt8], at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == 0xD8 && bytes[index + 1] == 0x9F
  }

  private static func isCloser(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }

  /// The offset behind a stop and its spaces, or `nil` when no stop with a space stands here.
  private static func endOfStop(in bytes: [UInt8], at index: Int) -> (next: Int, stop: Int)? {
    if bytes[index] >= 0x80 {
      let wide = endOfWideStop(in: bytes, at: index)
      if let wide { return (wide, index) }
      guard isArabicQuestion(in: bytes, at: index) else { return nil }
    } else {
      guard isStop(bytes[index]) else { return nil }
    }
    var end = index + (bytes[index] < 0x80 ? 1 : 2)
    while end < bytes.count, isStop(bytes[end]) || isCloser(bytes[end]) { end += 1 }
    let spaces = end
    while end < bytes.count, isSpace(bytes[end]) { end += 1 }
    return end > spaces ? (end, index) : nil
  }

  /// The offset behind a stop of Chinese or Japanese, the marks that close it, and spaces.
  private static func endOfWideStop(in bytes: [UInt8], at index: Int) -> Int? {
    var end = index
    while true {
      let length = wideStopLength(in: bytes, at: end)
      guard length > 0 else { break }
      end += length
    }
    guard end > index else { return nil }
    while true {
      let length = wideCloserLength(in: bytes, at: end)
      guard length > 0 else { break }
      end += length
    }
    while end < bytes.count, isSpace(bytes[end]) { end += 1 }
    return end
  }

  /// A new sentence begins with anything but a lower-case letter.
  private static func startsSentence(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index])
  }

  private static func isAbbreviation(_ bytes: [UInt8], before stop: Int) -> Bool {
    var start = stop
    while start > 0, !isSpace(bytes[start - 1]) { start -= 1 }
    let word = String(decoding: bytes[start..<stop], as: UTF8.self).lowercased()
    return abbreviations.contains(word)
  }

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "etc", "vs", "approx", "no", "fig", "mr", "mrs", "ms", "dr", "st", "bijv", "z.b",
    "bzw", "ca", "nr", "1", "2", "3", "4", "5", "6", "7", "8", "9",
  ]
}
