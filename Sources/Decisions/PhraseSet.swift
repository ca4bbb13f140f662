/// Words and phrases to look for, compiled once so that one pass over a text finds any of them.
///
/// Declare it as a constant: making one costs more than using it.
struct PhraseSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// Whether a phrase must begin and end where words do.
  let isSpaced: Bool
  /// For each first byte the offset of its first phrase, and one more that closes the last; then the
  /// phrases, those with the same first byte together: the length of the UTF-8, and that UTF-8.
  ///
  /// One array, because a set is passed about far more often than it is read.
  private let table: [UInt32]
  /// The table of the phrases that count anywhere; most languages have none.
  private let tableAnywhere: [UInt32]

  /// The phrases that count anywhere, as a set; most languages have none.
  var anywhere: PhraseSet? {
    tableAnywhere.isEmpty ? nil : PhraseSet(table: tableAnywhere, isSpaced: isSpaced)
  }

  private init(table: [UInt32], anywhere: [UInt32] = [], isSpaced: Bool) {
    self.table = table
    tableAnywhere = anywhere
    self.isSpaced = isSpaced
  }

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
    let anywhere = phrases.filter { $0.hasPrefix("…") }.map { String($0.dropFirst()) }
    let own = phrases.map { $0.hasPrefix("…") ? String($0.dropFirst()) : $0 }
    self.init(
      table: Self.table(of: own), anywhere: anywhere.isEmpty ? [] : Self.table(of: anywhere),
      isSpaced: isSpaced)
  }

  private static func table(of phrases: [String]) -> [UInt32] {
    let folded = phrases.map { Words.fold(Array($0.utf8)) }
    let byFirst = Dictionary(grouping: folded) { $0.first ?? 0 }
    var starts: [UInt32] = []
    var texts: [UInt32] = []
    let size = 257
    for first in UInt8.min...UInt8.max {
      starts.append(UInt32(size + texts.count))
      for phrase in byFirst[first] ?? [] {
        texts.append(UInt32(phrase.count))
        texts += phrase.map { UInt32($0) }
      }
    }
    starts.append(UInt32(size + texts.count))
    return starts + texts
  }

  /// Whether a phrase begins with a byte.
  func holdsStart(_ byte: UInt8) -> Bool { table[Int(byte)] < table[Int(byte) + 1] }

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
    let table = table.span
    let first = Int(words[start])
    var phrase = Int(table[first])
    let end = Int(table[first + 1])
    while phrase < end {
      let length = Int(table[phrase])
      if start + length <= words.count, isEnd(start + length) {
        var offset = 1
        while offset < length, UInt32(words[start + offset]) == table[phrase + 1 + offset] {
          offset += 1
        }
        if offset >= length { return length }
      }
      phrase += length + 1
    }
    return nil
  }
}

extension UInt8 {
  /// Whether it belongs to a word: a letter or digit, or part of a character beyond ASCII.
  var isWordByte: Bool {
    self >= 0x80 || (0x61...0x7A).contains(self) || (0x30...0x39).contains(self)
  }
}
