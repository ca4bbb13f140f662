package import Content

/// How an index differs from a former one with the same documents, in some of which the words have
/// changed.
package struct SearchUpdate: Sendable {
  /// The words of some documents of the former index, and of the same documents now.
  package struct Change: Sendable {
    let first: Int
    let old: CountedWords
    let new: CountedWords

    /// - Parameters:
    ///   - first: the position of the first of the documents.
    ///   - old: their words in the former index.
    ///   - new: their words now; as many documents.
    package init(first: Int, old: CountedWords, new: CountedWords) {
      (self.first, self.old, self.new) = (first, old, new)
    }
  }

  /// A word that was or is in changed documents.
  package struct Word: Sendable {
    /// Its UTF-8.
    package let text: [UInt8]
    /// What it says about the changed documents now, in the order of documents.
    package fileprivate(set) var names: [SearchIndex.Posting] = []
    package fileprivate(set) var texts: [SearchIndex.Posting] = []
  }

  /// The positions of the changed documents, in order.
  package let documents: [Range<Int>]
  /// Sorted by their bytes.
  package let words: [Word]
  /// How many words stand in each field of all documents now.
  package let lengthOfAll: SIMD4<UInt32>
  private let scale: SearchScale

  /// Works out what to change; `nil` when all words must be weighed again.
  ///
  /// - Parameters:
  ///   - changes: in the order of documents.
  ///   - locale: the language of the index.
  ///   - count: how many documents the index has.
  ///   - length: how many words stood in each field of all documents.
  package init?(
    _ changes: [Change], in locale: LanguageTag, documents count: Int, length: SIMD4<UInt32>
  ) {
    var table = TokenTable()
    let stopWords = StopWords.words(for: locale)
    for word in stopWords {
      let bytes = Array(word.utf8)
      _ = table.number(of: bytes.span, in: bytes.indices)
    }
    func number(_ text: Span<UInt8>, _ word: Range<Int>) -> Int {
      table.number(of: text, in: word) - stopWords.count
    }
    let former = SearchScale(documents: count, lengths: length)
    var all = length
    var lengths: [[SIMD4<UInt32>]] = []
    for change in changes {
      guard change.old.count == change.new.count else { return nil }
      for length in change.old.lengths(numbers: number) { all &-= length }
      let own = change.new.lengths(numbers: number)
      for length in own { all &+= length }
      lengths.append(own)
    }
    let scale = SearchScale(documents: count, lengths: all)
    guard scale == former else { return nil }
    let tokens = table.tokens
    var words = (stopWords.count..<table.count).map {
      Word(text: Array(tokens.bytes[tokens.range(at: $0)]))
    }
    for (change, lengths) in zip(changes, lengths) {
      let divisors = lengths.map { scale.divisors(for: SIMD4<Float>($0)) }
      change.new.forEachCount(numbers: number) { document, word, fields in
        let posting = SearchIndex.Posting(
          document: Int32(clamping: change.first + document),
          share: SearchScale.share(
            of: fields, over: divisors[document], isArticle: change.new.areArticles[document]))
        if fields.isName {
          words[word].names.append(posting)
        } else {
          words[word].texts.append(posting)
        }
      }
    }
    self.scale = scale
    self.words = tokens.sorted(from: stopWords.count).map { words[$0 - stopWords.count] }
    documents = changes.map { $0.first..<$0.first + $0.new.count }
    lengthOfAll = all
  }

  /// `SearchIndex.Word.rarity` of a word that so many documents hold.
  package func rarity(of frequency: Int) -> Int { scale.rarity(of: frequency) }
}

extension CountedWords {
  /// How many words stand in each field of each document.
  fileprivate func lengths(
    numbers: (_ text: Span<UInt8>, _ word: Range<Int>) -> Int
  ) -> [SIMD4<UInt32>] {
    var lengths = Array(repeating: SIMD4<UInt32>.zero, count: count)
    forEachCount(numbers: numbers) { document, _, fields in lengths[document] &+= fields.counts }
    return lengths
  }
}
