package import Content

/// The words of a library in one locale, and how well each speaks for each document.
///
/// Everything that ranks is worked out here, as whole numbers: whoever searches only looks words up
/// and adds (`matches`). A page's script does it over the same values, in shards: consecutive
/// words of `names`, consecutive words of `texts`, consecutive documents.
package struct SearchIndex: Sendable {
  /// How much a word says about a document.
  package struct Posting: Hashable, Sendable {
    /// A position in `documents`.
    package var document: Int { Int(position) }
    /// At least 1; a rare word in a short title has a few hundred.
    package var score: Int { Int(points) }
    // Half as wide as `Int`: a large library has millions of postings.
    private let position: Int32
    private let points: Int32

    fileprivate init(document: Int32, score: Int) {
      position = document
      points = Int32(clamping: score)
    }
  }

  package struct Word: Hashable, Sendable {
    /// A folded token (`Tokens.split`).
    package let text: String
    /// How few documents of the library hold it: the binary logarithm of the documents to those
    /// with the word, in sixteenths; 16 for a word that every other document holds.
    package let rarity: Int
    /// In the order of `documents`, each at most once.
    package let postings: [Posting]
  }

  /// Folded words that queries ignore, sorted; the index does not hold them.
  package let stopWords: [String]
  /// In the library's order: articles by id, nodes in walking order.
  package let documents: [SearchDocument]
  /// The words of titles, labels, symptoms and article titles, sorted by their UTF-8 bytes.
  package let names: [Word]
  /// The words that stand only in the text of their documents, sorted by their UTF-8 bytes.
  ///
  /// A word may be in both lists, but never with the same document.
  package let texts: [Word]
}

extension SearchIndex {
  /// Weighs every word of every document.
  ///
  /// The score is BM25F (Robertson and Zaragoza, 2009, 3.6): the word's count in each field over
  /// the field's relative length, weighted 8 for names, 4 for symptoms, 2 for the article's title
  /// and 1 for text, saturated at 4, times the word's rarity, times 100; a quarter more for a word of
  /// an article's own name.
  package init(_ documents: [SearchDocument], locale: LanguageTag) {
    self.documents = documents
    stopWords = StopWords.words(for: locale)
    var weighing = Weighing(ignoring: stopWords)
    for document in documents { weighing.add(document) }
    (names, texts) = weighing.takeWords()
  }
}

/// Counts words, then turns counts into scores.
private struct Weighing {
  /// How often a word stands in the fields of a document.
  struct Count {
    let document: Int32
    /// Of names, symptoms, article title and text.
    let fields: SIMD4<UInt16>
    var isName: Bool { fields.x > 0 || fields.y > 0 || fields.z > 0 }
  }

  /// The words, those first that are ignored.
  private var table = TokenTable()
  private let ignored: Int
  /// For each word that is not ignored.
  private var counts: [[Count]] = []
  private var lengths: [SIMD4<Float>] = []
  /// Whether each document is a whole article.
  private var areArticles: [Bool] = []

  init(ignoring words: [String]) {
    for word in words {
      let bytes = Array(word.utf8)
      _ = table.number(of: bytes.span, in: bytes.indices)
    }
    ignored = table.count
  }

  /// Counts the next document.
  mutating func add(_ document: SearchDocument) {
    let position = Int32(clamping: lengths.count)
    var length: SIMD4<Float> = .zero
    document.terms.forEach { text, token, fields in
      let word = table.number(of: text, in: token) - ignored
      guard word >= 0 else { return }
      length += SIMD4<Float>(fields)
      if word == counts.count { counts.append([]) }
      counts[word].append(Count(document: position, fields: SIMD4<UInt16>(clamping: fields)))
    }
    lengths.append(length)
    areArticles.append(document.context.isEmpty)
  }

  /// The words of names and those of texts, sorted; nothing is counted any more.
  mutating func takeWords() -> (names: [SearchIndex.Word], texts: [SearchIndex.Word]) {
    let average = self.average
    var (names, texts): ([SearchIndex.Word], [SearchIndex.Word]) = ([], [])
    let all = table.tokens.strings.dropFirst(ignored)
    let sorted = all.indices.sorted {
      all[$0].utf8.lexicographicallyPrecedes(all[$1].utf8)
    }
    for id in sorted {
      // A large library's counts and postings need not be there at the same time.
      let counts = exchange(&self.counts[id - ignored], with: [])
      let rarity = self.rarity(of: counts.count)
      let scale = 100 * Float(rarity) / 16
      func add(to words: inout [SearchIndex.Word], where accepts: (Count) -> Bool) {
        let postings = counts.filter(accepts).map { count in
          SearchIndex.Posting(
            document: count.document,
            score: max(1, Int((scale * weight(count, average: average)).rounded())))
        }
        guard !postings.isEmpty else { return }
        words.append(.init(text: all[id], rarity: rarity, postings: postings))
      }
      add(to: &names) { $0.isName }
      add(to: &texts) { !$0.isName }
    }
    return (names, texts)
  }

  private var average: SIMD4<Float> {
    let sum = lengths.reduce(SIMD4<Float>.zero) { $0 + $1 }
    return sum / Float(max(lengths.count, 1))
  }

  /// The logarithm's fraction is taken as linear, so that it is the same on every machine.
  private func rarity(of frequency: Int) -> Int {
    var digits = 0
    var rest = Float(lengths.count + 1) / Float(frequency)
    while rest >= 2 {
      rest /= 2
      digits += 1
    }
    return digits * 16 + Int((rest - 1) * 16)
  }

  private func weight(_ count: Count, average: SIMD4<Float>) -> Float {
    let length = lengths[Int(count.document)]
    var sum: Float = 0
    for field in 0..<4 where count.fields[field] > 0 {
      let relative = average[field] > 0 ? length[field] / average[field] : 1
      sum += Self.weights[field] * Float(count.fields[field]) / (0.5 + 0.5 * relative)
    }
    let isArticleName = count.isName && areArticles[Int(count.document)]
    return sum / (sum + 4) * (isArticleName ? Self.articleBonus : 1)
  }

  private static let weights: SIMD4<Float> = [8, 4, 2, 1]
  /// What the name of an article says about it, beside what a heading in it says about a part.
  private static let articleBonus: Float = 1.25
}
