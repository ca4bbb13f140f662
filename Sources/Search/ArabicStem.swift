/// Takes the article and possessive endings off Arabic words, so that "my phone", "the phone" and "for
/// the phone" are found by each other (after Larkey, Ballesteros and Connell, 2002, "light" stemming).
///
/// A page's script does the same.
enum ArabicStem {
  /// Whether a byte of UTF-8 begins a letter of the Arabic block (U+0600 to U+06FF).
  static func isArabic(_ byte: UInt8) -> Bool { (0xD8...0xDB).contains(byte) }

  /// The word without the first of the prefixes that it begins with, then without the first of the
  /// suffixes that it ends with, while three letters are left.
  static func stem(of word: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    var stem = word[...]
    if let prefix = prefixes.first(where: { stem.starts(with: $0) && stem.count >= $0.count + 3 }) {
      stem = stem.dropFirst(prefix.count)
    }
    if let suffix = suffixes.first(where: { ending in
      stem.count >= ending.count + 3 && stem.suffix(ending.count).elementsEqual(ending)
    }) {
      stem = stem.dropLast(suffix.count)
    }
    return stem
  }

  private static let prefixes = ["وال", "بال", "كال", "فال", "لل", "ال"]
    .map { Array($0.unicodeScalars) }
  private static let suffixes = ["ها", "نا", "كم", "ات", "ي", "ك", "ه", "ة"]
    .map { Array($0.unicodeScalars) }
}
