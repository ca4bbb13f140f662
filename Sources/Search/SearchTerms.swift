import Content

/// The different words of an article, and how often each stands in the fields of its documents.
///
/// A large library has millions of them, so all of an article stand in two arrays of bytes.
struct SearchTerms: Sendable {
  /// For each word, in the order in which they occur first: the length of its UTF-8, and that UTF-8.
  let words: ArraySlice<UInt8>
  /// For each document, for each of its words: the word's number, from 1, and its counts; then 0.
  let counts: ArraySlice<UInt8>

  /// Calls `body` with every word, as a range of some bytes.
  func forEachWord(_ body: (_ text: Span<UInt8>, _ word: Range<Int>) -> Void) {
    let text = words.span
    var index = 0
    while index < text.count {
      let length = min(Int(text.number(at: &index)), text.count - index)
      body(text, index..<index + length)
      index += length
    }
  }
}

/// Counts the words of an article, document by document.
struct TermCounter {
  private var table = TokenTable()
  /// The words of the document at hand.
  private var present: [Int] = []
  /// By the words' numbers; those that are not present have none.
  private var counts: [SearchFields] = []
  private var bytes: [UInt8] = []

  /// Counts the tokens in the fields of the next document: names are its title, the label that leads
  /// there and a summary such as a description; symptoms its symptom or cause; contexts the article's
  /// title; texts all else that it shows.
  mutating func add(names: TokenList, symptoms: TokenList, contexts: TokenList, texts: TokenList) {
    for (field, list) in [names, symptoms, contexts, texts].enumerated() {
      let text = list.bytes.span
      for index in 0..<list.count {
        let word = table.number(of: text, in: list.range(at: index))
        if word == counts.count { counts.append(SearchFields()) }
        if counts[word].isEmpty { present.append(word) }
        counts[word].counts[field] += 1
      }
    }
    for word in present {
      bytes.append(number: UInt32(truncatingIfNeeded: word + 1))
      counts[word].write(to: &bytes)
      counts[word] = SearchFields()
    }
    bytes.append(number: 0)
    present.removeAll(keepingCapacity: true)
  }

  /// What was counted.
  var terms: SearchTerms {
    var words: [UInt8] = []
    let text = table.tokens.bytes.span
    for number in 0..<table.count {
      let word = text.extracting(table.tokens.range(at: number))
      words.append(number: UInt32(word.count))
      words.append(word)
    }
    return SearchTerms(words: words[...], counts: bytes[...])
  }
}
