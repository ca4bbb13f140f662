/// Words and phrases to look for, compiled once so that one pass over a text finds any of them.
///
/// Declare it as a constant: making one costs more than using it.
struct PhraseSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The phrases that count anywhere, as one set; most languages have none.
  let anywhere: [PhraseSet]
  /// Whether a phrase must begin and end where words do.
  let isSpaced: Bool
  /// The phrases' UTF-8 one after another, those with the same first byte together.
  private let text: [UInt8]
  /// For each phrase the offset behind it in `text`.
  private let ends: [Int]
  /// For each first byte the index of its first phrase; one more entry closes the last.
  private let buckets: [Int]

  /// Makes a set of phrases in lower case, none empty.
  init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// Makes a set of every first part followed by every second one: orders by what they name.
  init(_ first: [String], by second: [String]) {
    self.init(first.flatMap { start in second.map { "\(start) \($0)" } })
  }

  /// Makes a set of phrases in lower case, none empty.
  ///
  /// - Parameters:
  ///   - phrases: the phrases; those that begin with `…` also count anywhere.
  ///   - isSpaced: whether the language puts spaces between words.
  init(_ phrases: [String], isSpaced: Bool = true) {
    let everywhere = phrases.filter { $0.hasPrefix("…") }.map { String($0.dropFirst()) }
    anywhere = everywhere.isEmpty ? [] : [PhraseSet(everywhere, isSpaced: isSpaced)]
    self.isSpaced = isSpaced
    let own = phrases.map { Words.fold(Array(($0.hasPrefix("…") ? $0.dropFirst() : $0[...]).utf8)) }
    let byFirst = Dictionary(grouping: own) { $0.first ?? 0 }
    var text: [UInt8] = []
    var ends: [Int] = []
    var buckets: [Int] = []
    for first in UInt8.min...UInt8.max {
      buckets.append(ends.count)
      for phrase in byFirst[first] ?? [] {
        text += phrase
        ends.append(text.count)
      }
    }
    buckets.append(ends.count)
    (self.text, self.ends, self.buckets) = (text, ends, buckets)
  }

  /// The length in bytes of the first phrase that stands at an offset and ends with a word there.
  func match(in words: Span<UInt8>, at start: Int) -> Int? {
    guard start < words.count else { return nil }
    return firstLength(of: words, at: start) { end in
      !isSpaced || end == words.count || !words[end].isWordByte
    }
  }

  /// Whether the words are one of the phrases.
  func contains(_ words: Span<UInt8>) -> Bool {
    guard !words.isEmpty else { return false }
    return firstLength(of: words, at: 0) { $0 == words.count } != nil
  }

  private func firstLength(
    of words: Span<UInt8>, at start: Int, where isEnd: (Int) -> Bool
  ) -> Int? {
    let first = Int(words[start])
    for phrase in buckets[first]..<buckets[first + 1] {
      let lower = phrase == 0 ? 0 : ends[phrase - 1]
      let length = ends[phrase] - lower
      if start + length <= words.count, isEnd(start + length),
        has(lower, length, in: words, at: start)
      {
        return length
      }
    }
    return nil
  }

  private func has(_ lower: Int, _ length: Int, in words: Span<UInt8>, at start: Int) -> Bool {
    for offset in 1..<max(length, 1) where words[start + offset] != text[lower + offset] {
      return false
    }
    return true
  }
}

extension UInt8 {
  /// Whether it belongs to a word: a letter or digit, or part of a character beyond ASCII.
  var isWordByte: Bool {
    self >= 0x80 || (0x61...0x7A).contains(self) || (0x30...0x39).contains(self)
  }
}
