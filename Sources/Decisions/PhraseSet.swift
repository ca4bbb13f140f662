/// Words and phrases to look for, compiled once so that one pass over a text finds any of them.
///
/// Declare it as a constant: making one costs more than using it.
struct PhraseSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// Whether a phrase must begin and end where words do.
  let isSpaced: Bool
  /// For each group of beginnings the offset of its first phrase, and one more that closes the last;
  /// then the phrases, group by group: the length of the UTF-8, and that UTF-8.
  ///
  /// A phrase of one byte is in the group of each byte that may follow it. One array, because a set
  /// is passed about far more often than it is read.
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
      table: Self.table(of: own, isSpaced),
      anywhere: anywhere.isEmpty ? [] : Self.table(of: anywhere, isSpaced), isSpaced: isSpaced)
  }

  private static func table(of phrases: [String], _ isSpaced: Bool) -> [UInt32] {
    var groups: [[[UInt8]]] = Array(repeating: [], count: 256)
    for phrase in phrases.map({ Words.fold(Array($0.utf8)) }) {
      guard let first = phrase.first else { continue }
      let seconds = phrase.count > 1 ? phrase[1]...phrase[1] : 0...UInt8.max
      for second in seconds where phrase.count > 1 || !isSpaced || !second.isWordByte {
        groups[group(of: first, second)].append(phrase)
      }
    }
    var starts: [UInt32] = []
    var texts: [UInt32] = []
    for group in groups {
      starts.append(UInt32(groups.count + 1 + texts.count))
      for phrase in group {
        texts.append(UInt32(phrase.count))
        texts += phrase.map { UInt32($0) }
      }
    }
    starts.append(UInt32(groups.count + 1 + texts.count))
    return starts + texts
  }

  /// The group of the phrases that begin with two bytes: few of them share one, so that most words
  /// are compared with no phrase at all.
  private static func group(of first: UInt8, _ second: UInt8) -> Int {
    Int(first &* 31 &+ second)
  }

  /// The group of the phrases that may stand at an offset.
  private static func group(in words: Span<UInt8>, at start: Int) -> Int {
    group(of: words[start], start + 1 < words.count ? words[start + 1] : 0)
  }

  /// Whether a phrase may begin at an offset.
  func mayMatch(in words: Span<UInt8>, at start: Int) -> Bool {
    let group = Self.group(in: words, at: start)
    return table[group] < table[group + 1]
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
    let table = table.span
    let group = Self.group(in: words, at: start)
    var phrase = Int(table[group])
    let end = Int(table[group + 1])
    while phrase < end {
      let length = Int(table[phrase])
      if start + length <= words.count, isEnd(start + length) {
        var offset = 0
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
