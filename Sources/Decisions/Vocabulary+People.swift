extension Vocabulary {
  /// Whether a sentence sends the reader to a person, and offers nothing else first.
  ///
  /// "To fix this, ask your administrator" does; "Try another way, or ask your administrator" does
  /// not.
  func sendsToPerson(_ sentence: Words) -> Bool {
    guard sentence.contains(any: self[.people]) else { return false }
    var rest = sentence
    while rest.starts(withAny: self[.clauseStarts]), let behind = rest.cut(at: ",")?.behind {
      rest = behind
    }
    while let behind = rest.droppingPrefix(self[.politeness]) { rest = behind }
    return rest.starts(withAny: self[.contacts])
  }

  /// Whether a sentence says whom to turn to when nothing on the page helps: "If you need more
  /// help, contact …", "If you don't see an answer to your question, go to the forum".
  func isLastResort(_ sentence: Words) -> Bool {
    guard sentence.starts(withAny: self[.whens]), sentence.contains(any: self[.people]) else {
      return false
    }
    let condition = sentence.cut(at: ",")?.before ?? sentence
    return condition.contains(any: self[.helpless])
  }

  /// Whether a label says that none of the others applied.
  ///
  /// "None of these", "Other problems" and "My problem isn't listed here" do; "Other devices" names
  /// a case.
  func isCatchAll(_ words: Words) -> Bool {
    if words.stem.isAny(of: self[.catchAlls]) || words.starts(withAny: self[.noneOfThem]) {
      return true
    }
    return words.contains(any: self[.unlisted])
      || (words.starts(withAny: self[.others]) && words.contains(any: self[.matters]))
  }

  /// Whether a heading names a person to turn to: "Need help? Contact support".
  func isContactTitle(_ words: Words) -> Bool {
    words.count <= 60
      && (words.starts(withAny: self[.needs])
        || (words.starts(withAny: self[.calls]) && words.contains(any: self[.people])))
  }
}
