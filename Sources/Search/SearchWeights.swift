/// How well each word speaks for each document that holds it.
///
/// That is BM25F (Robertson and Zaragoza, 2009, 3.6): the word's count in each field over the
/// field's relative length, weighted 8 for names, 4 for symptoms, 2 for the article's title and 1 for
/// text, saturated at 4, in thousandths; a quarter more for a word of an article's own name. Whoever
/// searches multiplies it by the word's rarity.
package struct SearchWeights: Sendable {
  /// The numbers of the words that the index holds, in the order of their bytes.
  package let words: [Int]
  private let tokens: SearchCounts.Tokens
  private let known: [SearchCounts.Word]
  /// For each word in turn, for each document that holds it, the distance to the one before, and the
  /// word's counts there.
  private let postings: [UInt8]
  /// Where those of each word end.
  private let ends: [Int]
  private let scale: SearchScale
  /// What the counts in each field are divided by, for each document.
  private let divisors: [SIMD4<Float>]
  private let areArticles: [Bool]

  /// Turns counts, which stand document by document, into those of each word.
  package init(_ counts: SearchCounts) {
    tokens = counts.tokens
    words = tokens.sorted
    known = counts.words
    areArticles = counts.areArticles
    (postings, ends) = Self.postings(of: counts)
    let scale = counts.scale
    self.scale = scale
    divisors = counts.lengths.map { scale.divisors(for: $0) }
  }

  private static func postings(of counts: SearchCounts) -> ([UInt8], [Int]) {
    // Where the next count of each word goes; in the end, where they end.
    var ends: [Int] = []
    var total = 0
    for word in counts.words {
      ends.append(total)
      total += word.size
    }
    var last = Array(repeating: Int32(0), count: ends.count)
    var postings = Array(repeating: UInt8(0), count: total)
    let bytes = counts.bytes.span
    var index = 0
    for document in counts.lengths.indices {
      let document = Int32(clamping: document)
      while true {
        let word = Int(bytes.number(at: &index)) - 1
        guard word >= 0 else { break }
        let start = index
        _ = SearchFields(bytes, at: &index)
        var end = ends[word]
        postings.put(number: UInt32(truncatingIfNeeded: document - last[word]), at: &end)
        for place in start..<index {
          postings[end] = bytes[place]
          end += 1
        }
        last[word] = document
        ends[word] = end
      }
    }
    return (postings, ends)
  }

  /// A word of names and of texts, where it is one.
  package func weigh(_ word: Int) -> (names: SearchIndex.Word?, texts: SearchIndex.Word?) {
    let rarity = scale.rarity(of: Int(known[word].frequency))
    var names: [SearchIndex.Posting] = []
    var texts: [SearchIndex.Posting] = []
    let bytes = postings.span
    var index = word == 0 ? 0 : ends[word - 1]
    var document: Int32 = 0
    while index < ends[word] {
      document += Int32(truncatingIfNeeded: bytes.number(at: &index))
      let fields = SearchFields(bytes, at: &index)
      let share = SearchScale.share(
        of: fields, over: divisors[Int(document)], isArticle: areArticles[Int(document)])
      let posting = SearchIndex.Posting(document: document, share: share)
      if fields.isName { names.append(posting) } else { texts.append(posting) }
    }
    let text = tokens.string(at: word)
    func made(_ postings: [SearchIndex.Posting]) -> SearchIndex.Word? {
      postings.isEmpty ? nil : .init(text: text, rarity: rarity, postings: postings)
    }
    return (made(names), made(texts))
  }
}
