import Storage

/// How often each word stands in each document of an article, whatever the documents are.
package struct CountedWords: Sendable {
  let terms: SearchTerms
  /// Whether each document is a whole article.
  let areArticles: [Bool]

  /// How many documents the article has.
  package var count: Int { areArticles.count }

  package init(of article: CountedArticle) {
    terms = article.terms
    areArticles = article.documents.map(\.context.isEmpty)
  }

  /// Reads what `CountedArticle.kept` kept, and shares its memory; `nil` when it kept nothing such.
  package init?(kept: ArraySlice<UInt8>) {
    guard let read = try? Self.read(kept) else { return nil }
    self = read
  }

  private init(terms: SearchTerms, areArticles: [Bool]) {
    (self.terms, self.areArticles) = (terms, areArticles)
  }

  private static func read(
    _ kept: ArraySlice<UInt8>
  ) throws(BinaryReader.Damage) -> CountedWords {
    var reader = BinaryReader(kept)
    let terms = SearchTerms(words: try reader.readBytes(), counts: try reader.readBytes())
    let article = try reader.read(String?.self)
    var areArticles: [Bool] = []
    for _ in 0..<(try reader.readSize()) {
      _ = try reader.read(Int.self)
      _ = try reader.readBytes()
      areArticles.append(try !reader.read(Bool.self) || article == nil)
    }
    guard reader.isAtEnd else { throw BinaryReader.Damage() }
    return CountedWords(terms: terms, areArticles: areArticles)
  }

  /// Calls `body` with the counts of each word in each document, but for words that are ignored.
  ///
  /// - Parameters:
  ///   - numbers: gives a word its number; negative for one that is ignored.
  ///   - body: takes the document's place in the article, the word's number and its counts.
  func forEachCount(
    numbers: (_ text: Span<UInt8>, _ word: Range<Int>) -> Int,
    _ body: (_ document: Int, _ word: Int, _ fields: SearchFields) -> Void
  ) {
    var known: [Int] = []
    terms.forEachWord { known.append(numbers($0, $1)) }
    let counts = terms.counts.span
    var index = 0
    for document in areArticles.indices {
      while true {
        let own = Int(counts.number(at: &index)) - 1
        guard own >= 0 else { break }
        let fields = SearchFields(counts, at: &index)
        if own < known.count, known[own] >= 0 { body(document, known[own], fields) }
      }
    }
  }
}
