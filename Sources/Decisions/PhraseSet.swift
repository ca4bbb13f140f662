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
    let mark = "…".utf8
    var own: [[UInt8]] = []
    var anywhere: [[UInt8]] = []
    for phrase in phrases {
      let isAnywhere = phrase.utf8.starts(with: mark)
      own.append(Words.fold(Array(phrase.utf8.dropFirst(isAnywhere ? mark.count : 0))))
      if isAnywhere { anywhere.append(own[own.count - 1]) }
    }
    self.init(
      table: Self.table(of: own, isSpaced),
      anywhere: anywhere.isEmpty ? [] : Self.table(of: anywhere, isSpaced), isSpaced: isSpaced)
  }

  /// The table of phrases, of which each is given as its UTF-8, folded as words are.
  private static func table(of phrases: [[UInt8]], _ isSpaced: Bool) -> [UInt32] {
    var groups: [[Int]] = Array(repeating: [], count: 256)
    for (index, phrase) in phrases.enumerated() {
      guard let first = phrase.first else { continue }
      let seconds = phrase.count > 1 ? phrase[1]...phrase[1] : 0...UInt8.max
      for second in seconds where phrase.count > 1 || !isSpaced || !second.isWordByte {
        groups[group(of: first, second)].append(index)
      }
    }
    var starts: [UInt32] = []
    var texts: [UInt32] = []
    for group in groups {
      starts.append(UInt32(groups.count + 1 + texts.count))
      for index in group {
        texts.append(UInt32(phrases[index].count))
        for byte in phrases[index] { texts.append(UInt32(byte)) }
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

  /// Whether a phrase stands anywhere in the words.
  func isFound(in words: Span<UInt8>) -> Bool {
    let table = table.span
    var index = 0
    while index < words.count {
      let group = Self.group(in: words, at: index)
      if table[group] < table[group + 1], match(in: words, at: index) != nil { return true }
      index = (isSpaced ? words.endOfWord(at: index) : index) + 1
    }
    return false
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

extension Span where Element == UInt8 {
  /// The offset behind the word that the byte at an offset belongs to; that offset without one.
  func endOfWord(at start: Int) -> Int {
    var index = start
    repeat {
      // Most bytes are letters, which one comparison tells.
      while index < count, self[index] &- UInt8(ascii: "a") < 26 { index += 1 }
      guard index < count, self[index].isWordByte else { return index }
      index += 1
    } while true
  }
}

extension UInt8 {
  /// Whether it belongs to a word: a letter or digit, or part of a character beyond ASCII.
  var isWordByte: Bool {
    (0x61...0x7A).contains(self) || self >= 0x80 || (0x30...0x39).contains(self)
  }
}
