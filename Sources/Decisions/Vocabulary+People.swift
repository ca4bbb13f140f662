extension Vocabulary {
  /// Whether a sentence sends the reader to a person, and offers nothing else first.
  ///
  /// "To fix this, ask your administrator" does; "Try another way, or ask your administrator" does
  /// not.
  func sendsToPerson(_ sentence: Words) -> Bool {
    sentence.contains(any: self[.people]) && turnsToSomebody(sentence)
  }

  /// Whether a sentence says to call or ask somebody, whoever that is.
  func turnsToSomebody(_ sentence: Words) -> Bool {
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
  func isCatchAll(_ label: Words) -> Bool {
    // "Cause 4: Other failures".
    let isNumbered = self.label(label) != nil
    let words = isNumbered ? label.cut(at: ":")?.behind ?? label : label
    if words.stem.isAny(of: self[.catchAlls]) || words.starts(withAny: self[.noneOfThem]) {
      return true
    }
    // "For other accounts, enter the code" is a case as well: the matter stands before the comma.
    let clause = words.cut(at: ",")?.before ?? words
    return (words.contains(any: self[.unlisted]) && !namesMissing(words))
      || (words.starts(withAny: self[.others]) && clause.contains(any: self[.matters]))
  }

  /// Whether words that speak of a list say what is missing from another one.
  ///
  /// "If the plan that you want isn't listed" is a case of its own, and so is "The plan isn't listed
  /// yet"; "Your plan isn't listed" and "The error isn't listed" are about the list at hand.
  private func namesMissing(_ words: Words) -> Bool {
    let isOther = words.starts(withAny: self[.articles]) && !words.contains(any: self[.addressing])
    return (isOther || words.starts(withAny: self[.ifs])) && !words.contains(any: self[.matters])
  }

  /// Whether a section sends the reader to a person: "Need help? Contact support".
  ///
  /// A heading that only asks "Still having problems?" does when the text below names a person or
  /// says to call: it may also give more to try.
  func isContact(_ section: Section) -> Bool {
    let heading = section.words
    guard heading.count <= 60 else { return false }
    let isNamed = heading.contains(any: self[.people])
    if heading.starts(withAny: self[.calls]) { return isNamed }
    guard heading.starts(withAny: self[.needs]) else { return false }
    let words = Words(section.allBlocks)
    return isNamed || words.contains(any: self[.people])
      || words.firstSentence { turnsToSomebody($0) } != nil
  }
}
