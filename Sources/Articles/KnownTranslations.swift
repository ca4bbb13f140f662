/// The translations that a text has, by what they translate, so that another text's sentences find
/// theirs.
///
/// A translation is given out once, in the order of the text; a sentence that is there more often
/// takes a copy. What a text is compared by is for its user to say: the bytes of Markdown, or words.
package struct KnownTranslations<Value> {
  private var free: [[UInt8]: [Value]] = [:]
  private var first: [[UInt8]: Value] = [:]
  /// The most sentences that one translation is of.
  package static var mostSentences: Int { 9 }

  /// - Parameter translations: what each translates, and what it is, in the order of the text.
  package init(_ translations: some BidirectionalCollection<(source: [UInt8], value: Value)>) {
    for (source, value) in translations.reversed() {
      free[source, default: []].append(value)
      first[source] = value
    }
  }

  /// Takes the translation of a sentence, alone or with those behind it, since translators cut at
  /// other places.
  ///
  /// - Parameters:
  ///   - sentence: what to find.
  ///   - rest: what follows it.
  ///   - isFree: whether a translation is still to be had, although some of it was given out.
  /// - Returns: the translation, and how much of the rest it is of as well; `nil` for none.
  package mutating func take(
    _ sentence: [UInt8], with rest: some Collection<[UInt8]>, where isFree: (Value) -> Bool
  ) -> (value: Value, count: Int)? {
    var whole = sentence
    var following = rest.makeIterator()
    for count in 0..<Self.mostSentences {
      while let value = free[whole]?.popLast() {
        if isFree(value) { return (value, count) }
      }
      guard let next = following.next() else { return nil }
      whole += next
    }
    return nil
  }

  /// The first translation of a sentence, given out or not.
  package func copy(of sentence: [UInt8]) -> Value? { first[sentence] }
}
