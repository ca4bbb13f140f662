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
  /// How many words stand in each field, in all documents.
  package private(set) var lengthOfAll: SIMD4<UInt32> = .zero
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

  /// Takes in the documents of the next article.
  package mutating func add(_ article: CountedArticle) {
    // The numbers of the article's words here; negative for those that are ignored.
    var numbers: [Int] = []
    article.terms.forEachWord { text, word in
      numbers.append(table.number(of: text, in: word) - stopWords.count)
    }
    while words.count < table.count - stopWords.count { words.append(Word()) }
    let counts = article.terms.counts.span
    var index = 0
    for document in article.documents {
      addNext(counts, at: &index, numbers)
      areArticles.append(document.context.isEmpty)
    }
  }

  private mutating func addNext(_ counts: Span<UInt8>, at index: inout Int, _ numbers: [Int]) {
    let document = Int32(clamping: lengths.count)
    var length: SIMD4<UInt32> = .zero
    while true {
      let own = Int(counts.number(at: &index)) - 1
      guard own >= 0 else { break }
      let start = index
      let fields = SearchFields(counts, at: &index)
      guard own < numbers.count, numbers[own] >= 0 else { continue }
      let word = numbers[own]
      length &+= fields.counts
      bytes.append(number: UInt32(truncatingIfNeeded: word + 1))
      bytes.append(counts.extracting(start..<index))
      let gap = UInt32(truncatingIfNeeded: document - words[word].last)
      words[word].size += gap.byteCount + index - start
      words[word].last = document
      words[word].frequency += 1
    }
    bytes.append(number: 0)
    lengths.append(SIMD4<Float>(length))
    lengthOfAll &+= length
  }

  /// How its words are weighed.
  var scale: SearchScale { SearchScale(documents: lengths.count, lengths: lengthOfAll) }

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
  var counts: SIMD4<UInt32> = .zero

  var isName: Bool { counts.x | counts.y | counts.z > 0 }
  var isEmpty: Bool { counts == .zero }

  init() {}

  /// Writes a number that is even where the word stands in text only, and then twice that count; else
  /// odd, with a bit for each field, and behind it the counts of those fields.
  func write(to bytes: inout [UInt8]) {
    guard isName else { return bytes.append(number: counts.w << 1) }
    var mask: UInt32 = 1
    for field in counts.indices where counts[field] > 0 { mask |= 2 << UInt32(field) }
    bytes.append(number: mask)
    for field in counts.indices where counts[field] > 0 {
      bytes.append(number: counts[field])
    }
  }

  /// Reads what was written, and moves the index behind it.
  init(_ bytes: Span<UInt8>, at index: inout Int) {
    let first = bytes.number(at: &index)
    if first & 1 == 0 {
      counts.w = first >> 1
      return
    }
    for field in counts.indices where first & 2 << UInt32(field) != 0 {
      counts[field] = bytes.number(at: &index)
    }
  }
}
