extension Vocabulary {
  /// Whether a passage says what to try when what stands before it did not help.
  func startsNextAttempt(_ words: Words) -> Bool {
    if words.starts(withAny: self[.alternatives]) { return true }
    if let behind = words.droppingPrefix(self[.ors]), isOrder(behind) { return true }
    guard words.starts(withAny: self[.troubleStarts]) else { return false }
    let condition = condition(of: words)
    return condition.contains(any: self[.persistence]) || condition.contains(any: self[.noEffect])
      || condition.contains(any: self[.notPossible])
  }

  /// Whether a sentence says that steps did not go as written: "If you don't see these options …".
  func isTroubleNote(_ sentence: Words) -> Bool {
    guard sentence.starts(withAny: self[.troubleStarts]) else { return false }
    let condition = condition(of: sentence)
    return condition.contains(any: self[.unseen]) || condition.contains(any: self[.persistence])
      || condition.contains(any: self[.noEffect]) || condition.contains(any: self[.notPossible])
  }

  /// The condition at the start of a sentence: "if it's right, but still fails" with its "but".
  private func condition(of sentence: Words) -> Words {
    var rest = sentence
    while let cut = rest.cut(at: ",") {
      rest = cut.behind
      guard rest.starts(withAny: self[.conjunctions]) else { return sentence.before(cut.behind) }
    }
    return sentence
  }
}
