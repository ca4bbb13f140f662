import Compiler

/// The words of a library in one locale, and how well each speaks for each document.
///
/// Everything that ranks is worked out here, as whole numbers: whoever searches only looks words up,
/// multiplies and adds (`matches`). A page's script does it over the same values, in shards: consecutive
/// words of `names`, consecutive words of `texts`, consecutive documents.
package struct SearchIndex: Sendable {
  /// How much a word says about a document.
  package struct Posting: Hashable, Sendable {
    /// A position in `documents`.
    package var document: Int { Int(position) }
    /// The word's share in what the document says, in thousandths and at least 1; a word of a short
    /// title has several hundred.
    package var share: Int { Int(points) }
    // Half as wide as `Int`: a large library has millions of postings.
    private let position: Int32
    private let points: Int32

    init(document: Int32, share: Int) {
      position = document
      points = Int32(clamping: share)
    }
  }

  package struct Word: Hashable, Sendable {
    /// A folded token (`Tokens.split`).
    package let text: String
    /// How few documents of the library hold it: the binary logarithm of the documents to those
    /// with the word, in sixteenths and at least 1; 16 for a word that every other document holds.
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
  /// Weighs every word of every document (`SearchWeights`).
  init(_ documents: [SearchDocument], _ counts: SearchCounts) async {
    self.documents = documents
    stopWords = counts.stopWords
    let weights = SearchWeights(counts)
    let words = await weights.words.concurrentMap { weights.weigh($0) }
    names = words.compactMap(\.names)
    texts = words.compactMap(\.texts)
  }
}
