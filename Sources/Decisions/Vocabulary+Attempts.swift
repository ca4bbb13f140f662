extension Vocabulary {
  /// Whether a passage says what to try when what stands before it did not help.
  static func startsNextAttempt(_ words: Words) -> Bool {
    if words.starts(withAny: alternatives) { return true }
    if let behind = words.droppingPrefix(ors), isOrder(behind) { return true }
    guard words.starts(withAny: troubleStarts) else { return false }
    let condition = condition(of: words)
    return condition.contains(any: persistence) || condition.contains(any: noEffect)
      || condition.contains(any: notPossible)
  }

  /// Whether a sentence says that steps did not go as written: "If you don't see these options …".
  static func isTroubleNote(_ sentence: Words) -> Bool {
    guard sentence.starts(withAny: troubleStarts) else { return false }
    let condition = condition(of: sentence)
    return condition.contains(any: unseen) || condition.contains(any: persistence)
      || condition.contains(any: noEffect) || condition.contains(any: notPossible)
  }

  private static let unseen = PhraseSet(
    ["don't", "do not", "can't", "cannot", "doesn't", "aren't", "isn't", "didn't", "not"],
    by: [
      "see", "have", "find", "get", "receive", "access", "sign in", "able to", "available",
      "appear", "show", "shown", "work", "open",
    ])

  /// The condition at the start of a sentence: "if it's right, but still fails" with its "but".
  private static func condition(of sentence: Words) -> Words {
    var rest = sentence
    while let cut = rest.cut(at: ",") {
      rest = cut.behind
      guard rest.starts(withAny: conjunctions) else { return sentence.before(cut.behind) }
    }
    return sentence
  }

  private static let troubleStarts: PhraseSet = [
    "if", "should", "in case", "however, if", "but if",
  ]
  private static let ors: PhraseSet = ["or", "or,"]
  private static let conjunctions: PhraseSet = ["but", "and", "yet", "or"]

  /// Openings by which a writer offers another way (gold/README.md: "alternatively / you can also").
  private static let alternatives: PhraseSet = [
    "alternatively", "as an alternative", "another option", "another way", "another workaround",
    "another solution", "another approach", "another method", "another possibility",
    "another thing to try", "the other option", "a second option", "second option",
    "a third option", "otherwise", "or,", "or you can", "you can also", "you could also",
    "you may also", "you might also", "additionally, you can", "also try", "as a last resort",
    "if not,", "if all else fails", "less commonly", "if none of",
  ]

  /// The trouble goes on.
  private static let persistence: PhraseSet = [
    "still", "persists", "persist", "continues", "continue to", "remains", "keeps", "recurs",
    "occurs again", "happens again", "fails", "often", "unsuccessful", "consistently",
  ]

  /// What was tried had no effect.
  private static let noEffect = PhraseSet(
    [
      "doesn't", "does not", "didn't", "did not", "don't", "do not", "isn't", "is not", "aren't",
      "hasn't", "has not", "not", "none of these", "none of the above", "none of them",
      "neither of these",
    ],
    by: [
      "work", "help", "resolve", "fix", "solve", "resolved", "fixed", "solved", "working",
      "worked", "successful", "correct the", "address",
    ])

  /// What was said before cannot be done, or all of it has been.
  private static let notPossible: PhraseSet = [
    "isn't an option", "is not an option", "not possible", "isn't possible", "can't do this",
    "can't do that", "cannot do this", "isn't desirable", "is not desirable", "isn't available",
    "unable to", "none of these", "none of the above", "tried these", "tried all", "tried the",
    "tried everything",
  ]
}
