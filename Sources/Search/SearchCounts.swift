package import Content

/// How often each word stands in each of the documents that were added, in the library's order.
///
/// A large library has tens of millions of counts: each takes two or three bytes here.
package struct SearchCounts: Sendable {
  /// What is known of a word.
  struct Word: Sendable {
    /// How many documents hold it.
    var frequency: Int32 = 0
    /// The last of them.
    var last: Int32 = 0
    /// How many bytes its counts take, with their documents.
    var size = 0
  }

  /// Folded words that queries ignore, sorted; they are not counted.
  package let stopWords: [String]
  /// All words, those that are ignored first.
  private var table = TokenTable()
  /// The words that are counted, in the order in which they came.
  private(set) var words: [Word] = []
  /// For each document, for each of its words, the word's number, from 1, and its counts; then 0.
  private(set) var bytes: [UInt8] = []
  /// How many words stand in each field, for each document.
  private(set) var lengths: [SIMD4<Float>] = []
  /// Whether each document is a whole article.
  private(set) var areArticles: [Bool] = []

  /// Makes ready to count words, all but those that a language's queries ignore.
  package init(in locale: LanguageTag) {
    stopWords = StopWords.words(for: locale)
    for word in stopWords {
      let bytes = Array(word.utf8)
      _ = table.number(of: bytes.span, in: bytes.indices)
    }
  }

  /// Counts the words of the next document.
  package mutating func add(_ counted: CountedDocument) {
    let document = Int32(clamping: lengths.count)
    var length: SIMD4<Float> = .zero
    counted.terms.forEach { text, token, counts in
      let word = table.number(of: text, in: token) - stopWords.count
      guard word >= 0 else { return }
      if word == words.count { words.append(Word()) }
      length += SIMD4<Float>(counts)
      bytes.append(number: UInt32(truncatingIfNeeded: word + 1))
      let start = bytes.count
      SearchFields(clamping: counts).write(to: &bytes)
      let gap = UInt32(truncatingIfNeeded: document - words[word].last)
      words[word].size += gap.byteCount + bytes.count - start
      words[word].last = document
      words[word].frequency += 1
    }
    bytes.append(number: 0)
    lengths.append(length)
    areArticles.append(counted.document.context.isEmpty)
  }

  /// The words that are counted, by their numbers from 0.
  var tokens: SearchCounts.Tokens { Tokens(list: table.tokens, first: stopWords.count) }

  /// Words by their numbers.
  struct Tokens: Sendable {
    fileprivate let list: TokenList
    fileprivate let first: Int

    /// The numbers in the order of the words' bytes.
    var sorted: [Int] { list.sorted(from: first).map { $0 - first } }

    func string(at word: Int) -> String { list.string(at: first + word) }
  }
}

/// How often a word stands in the fields of a document: names, symptoms, article title and text.
struct SearchFields {
  var counts: SIMD4<UInt16> = .zero

  var isName: Bool { counts.x > 0 || counts.y > 0 || counts.z > 0 }

  init(clamping counts: SearchTerms.Counts) { self.counts = SIMD4<UInt16>(clamping: counts) }

  /// Writes a number that is even where the word stands in text only, and then twice that count; else
  /// odd, with a bit for each field, and behind it the counts of those fields.
  func write(to bytes: inout [UInt8]) {
    guard isName else { return bytes.append(number: UInt32(counts.w) << 1) }
    var mask: UInt32 = 1
    for field in counts.indices where counts[field] > 0 { mask |= 2 << UInt32(field) }
    bytes.append(number: mask)
    for field in counts.indices where counts[field] > 0 {
      bytes.append(number: UInt32(counts[field]))
    }
  }

  /// Reads what was written, and moves the index behind it.
  init(_ bytes: Span<UInt8>, at index: inout Int) {
    let first = bytes.number(at: &index)
    if first & 1 == 0 {
      counts.w = UInt16(truncatingIfNeeded: first >> 1)
      return
    }
    for field in counts.indices where first & 2 << UInt32(field) != 0 {
      counts[field] = UInt16(truncatingIfNeeded: bytes.number(at: &index))
    }
  }
}
