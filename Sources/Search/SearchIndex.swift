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
    package let document: Int
    /// At least 1; a rare word in a short title has a few hundred.
    package let score: Int
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
  /// and 1 for text, saturated at 4, times the word's rarity, times 100.
  package init(_ documents: [SearchDocument], locale: LanguageTag) {
    self.documents = documents
    stopWords = StopWords.words(for: locale)
    var weighing = Weighing(ignoring: stopWords)
    for (position, document) in documents.enumerated() {
      weighing.add(document, at: position)
    }
    names = weighing.words { $0.isName }
    texts = weighing.words { !$0.isName }
  }
}

/// Counts words, then turns counts into scores.
private struct Weighing {
  /// How often a word stands in the fields of a document.
  struct Count {
    var document: Int
    /// Of names, symptoms, article title and text.
    var fields: SIMD4<Float> = .zero
    var isName: Bool { fields.x + fields.y + fields.z > 0 }
  }

  private let ignored: Set<String>
  private var ids: [String: Int] = [:]
  private var words: [String] = []
  private var counts: [[Count]] = []
  private var lengths: [SIMD4<Float>] = []

  init(ignoring words: [String]) { ignored = Set(words) }

  mutating func add(_ document: SearchDocument, at position: Int) {
    let fields = [document.names, document.symptoms, document.contexts, document.texts]
    var length: SIMD4<Float> = .zero
    for (field, tokens) in fields.enumerated() {
      for token in tokens where !ignored.contains(token) {
        length[field] += 1
        count(token, field: field, document: position)
      }
    }
    lengths.append(length)
  }

  private mutating func count(_ token: String, field: Int, document: Int) {
    let id: Int
    if let known = ids[token] {
      id = known
    } else {
      id = words.count
      ids[token] = id
      words.append(token)
      counts.append([])
    }
    if counts[id].last?.document != document { counts[id].append(Count(document: document)) }
    counts[id][counts[id].count - 1].fields[field] += 1
  }

  /// The words with the postings that a test accepts, sorted.
  func words(where accepts: (Count) -> Bool) -> [SearchIndex.Word] {
    let average = self.average
    var found: [SearchIndex.Word] = []
    for (id, word) in words.enumerated() {
      let rarity = self.rarity(of: counts[id].count)
      let scale = 100 * Float(rarity) / 16
      let postings = counts[id].filter(accepts).map { count in
        SearchIndex.Posting(
          document: count.document,
          score: max(1, Int((scale * weight(count, average: average)).rounded())))
      }
      if !postings.isEmpty { found.append(.init(text: word, rarity: rarity, postings: postings)) }
    }
    return found.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
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
    let length = lengths[count.document]
    var sum: Float = 0
    for field in 0..<4 where count.fields[field] > 0 {
      let relative = average[field] > 0 ? length[field] / average[field] : 1
      sum += Self.weights[field] * count.fields[field] / (0.5 + 0.5 * relative)
    }
    return sum / (sum + 4)
  }

  private static let weights: SIMD4<Float> = [8, 4, 2, 1]
}
