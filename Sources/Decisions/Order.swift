package import Content

/// What a sentence tells somebody to do.
package enum Order {
  /// Whether a sentence of a source text tells somebody to do something.
  package static func isGiven(by sentence: [Inline], in locale: LanguageTag) -> Bool {
    Vocabulary.words(of: locale.language).isOrder(Words(sentence))
  }

  /// The sentence without the condition that it begins with.
  ///
  /// "If you get none, use a call." becomes "Use a call."
  ///
  /// - Parameters:
  ///   - sentence: a sentence as readers see it.
  ///   - locale: its language.
  /// - Returns: the sentence itself when it begins with no condition.
  package static func withoutCondition(_ sentence: String, in locale: LanguageTag) -> String {
    let vocabulary = Vocabulary.words(of: locale.language)
    let words = Words(sentence)
    let isConditional =
      words.starts(withAny: vocabulary[.ifs]) || words.starts(withAny: vocabulary[.troubleStarts])
    guard isConditional else { return sentence }
    // More commas belong to a list, and each costs a look at all that follows.
    let rests = sentence.indices.lazy.filter { ",،、".contains(sentence[$0]) }.prefix(mostClauses)
      .map { sentence[sentence.index(after: $0)...].drop(while: \.isWhitespace) }
    // "If it's red, orange or yellow, restart it": what follows a comma may still be the condition.
    let order =
      rests.first { vocabulary.isOrder(Words(String($0))) }
      ?? rests.first { !Words(String($0)).starts(withAny: vocabulary[.conjunctions]) }
    guard let order, let first = order.first else { return sentence }
    return first.uppercased() + order.dropFirst()
  }

  /// The most commas of a condition that is looked at; behind more stands a list.
  static let mostClauses = 6
}
