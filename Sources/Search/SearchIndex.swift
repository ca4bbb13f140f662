import Compiler
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
  package init(_ documents: [SearchDocument], locale: LanguageTag) async {
    self.documents = documents
    stopWords = StopWords.words(for: locale)
    let weighing = Weighing(of: documents, ignoring: stopWords)
    let words = await weighing.words.concurrentMap { weighing.weigh($0) }
    names = words.compactMap(\.names)
    texts = words.compactMap(\.texts)
  }
}

/// Counts words, then turns counts into scores.
private struct Weighing: Sendable {
  /// How often a word stands in the fields of a document.
  struct Count {
    let document: Int32
    private let names, symptoms, contexts, texts: UInt16

    init(document: Int32, _ counts: SearchTerms.Counts) {
      self.document = document
      let fields = SIMD4<UInt16>(clamping: counts)
      (names, symptoms, contexts, texts) = (fields.x, fields.y, fields.z, fields.w)
    }

    static let none = Count(document: 0, .zero)

    /// Of names, symptoms, article title and text.
    var fields: SIMD4<UInt16> { [names, symptoms, contexts, texts] }
    var isName: Bool { names > 0 || symptoms > 0 || contexts > 0 }
  }

  private let tokens: TokenList
  /// The words that the index holds, in the order of their bytes.
  let words: [Int]
  /// Of each word in turn, in the order of documents.
  private let counts: [Count]
  /// Where the counts of each word end.
  private let ends: [Int]
  private let lengths: [SIMD4<Float>]
  private let average: SIMD4<Float>
  /// Whether each document is a whole article.
  private let areArticles: [Bool]

  init(of documents: [SearchDocument], ignoring ignored: [String]) {
    var table = TokenTable()
    for word in ignored {
      let bytes = Array(word.utf8)
      _ = table.number(of: bytes.span, in: bytes.indices)
    }
    let first = table.count
    // The word of every term, in the order of documents.
    var terms: [Int32] = []
    var frequencies = Array(repeating: 0, count: first)
    for document in documents {
      document.terms.forEach { text, token, _ in
        let word = table.number(of: text, in: token)
        terms.append(Int32(truncatingIfNeeded: word))
        if word == frequencies.count { frequencies.append(0) }
        if word >= first { frequencies[word] += 1 }
      }
    }
    // Where the next count of each word goes; in the end, where they end.
    var ends: [Int] = []
    var total = 0
    for frequency in frequencies {
      ends.append(total)
      total += frequency
    }
    var counts = Array(repeating: Count.none, count: total)
    var lengths: [SIMD4<Float>] = []
    var next = 0
    for (position, document) in documents.enumerated() {
      var length: SIMD4<Float> = .zero
      document.terms.forEach { _, _, fields in
        let word = Int(terms[next])
        next += 1
        guard word >= first else { return }
        length += SIMD4<Float>(fields)
        counts[ends[word]] = Count(document: Int32(clamping: position), fields)
        ends[word] += 1
      }
      lengths.append(length)
    }
    tokens = table.tokens
    words = tokens.sorted(from: first)
    (self.counts, self.ends, self.lengths) = (counts, ends, lengths)
    average = lengths.reduce(SIMD4<Float>.zero) { $0 + $1 } / Float(max(lengths.count, 1))
    areArticles = documents.map(\.context.isEmpty)
  }

  /// A word of names and of texts, where it is one.
  func weigh(_ word: Int) -> (names: SearchIndex.Word?, texts: SearchIndex.Word?) {
    let counts = self.counts[(word == 0 ? 0 : ends[word - 1])..<ends[word]]
    let text = tokens.string(at: word)
    let rarity = self.rarity(of: counts.count)
    let scale = 100 * Float(rarity) / 16
    func postings(where accepts: (Count) -> Bool) -> SearchIndex.Word? {
      let postings = counts.filter(accepts).map { count in
        SearchIndex.Posting(
          document: count.document, score: max(1, Int((scale * weight(count)).rounded())))
      }
      return postings.isEmpty ? nil : .init(text: text, rarity: rarity, postings: postings)
    }
    return (postings { $0.isName }, postings { !$0.isName })
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

  private func weight(_ count: Count) -> Float {
    let length = lengths[Int(count.document)]
    let fields = count.fields
    var sum: Float = 0
    for field in 0..<4 where fields[field] > 0 {
      let relative = average[field] > 0 ? length[field] / average[field] : 1
      sum += Self.weights[field] * Float(fields[field]) / (0.5 + 0.5 * relative)
    }
    let isArticleName = count.isName && areArticles[Int(count.document)]
    return sum / (sum + 4) * (isArticleName ? Self.articleBonus : 1)
  }

  private static let weights: SIMD4<Float> = [8, 4, 2, 1]
  /// What the name of an article says about it, beside what a heading in it says about a part.
  private static let articleBonus: Float = 1.25
}
