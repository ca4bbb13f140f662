import Content

/// The words of a sentence, to tell how much of another it has.
struct SentenceWords {
  /// Two sentences with half of their words in common are one that was reworded.
  ///
  /// So "Wait 15 minutes, then try again." is "Wait for an hour, then try again." in other words, and
  /// "Ask for a new one." is another sentence.
  static let leastLikeness = 0.5

  private let counts: [Substring: Int]
  private let total: Int

  init(_ piece: Text.Piece) {
    let words = Self.words(piece.source.plainText.lowercased())
    counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    total = words.count
  }

  /// The share of all words that both have: 0 for none, 1 for all (Dice).
  func likeness(to other: SentenceWords) -> Double {
    let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return total + other.total == 0 ? 0 : Double(2 * shared) / Double(total + other.total)
  }

  /// Letters and numbers in a row; where a language writes no blanks, each character.
  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [Substring] in
      let isSpaced = word.unicodeScalars.allSatisfy { $0.value < 0x0E00 || $0.value >= 0xAC00 }
      return isSpaced ? [word] : word.indices.map { word[$0...$0] }
    }
  }
}
