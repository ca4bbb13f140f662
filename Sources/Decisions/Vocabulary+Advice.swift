extension Vocabulary {
  /// Whether a sentence offers something to do, rather than only describing what happens.
  ///
  /// It does when it is an order, when it names a remedy ("can be fixed by", "we recommend"), or
  /// when it tells the reader what they can do, unless it plainly states a fact.
  func isAdvice(_ sentence: Words) -> Bool {
    // "A: Open the settings."
    let sentence = sentence.droppingPrefix(self[.answerLetters]) ?? sentence
    if isNothingToDo(sentence) || sentence.starts(withAny: self[.references]) { return false }
    // What a condition says is no advice: "If you follow these steps but …, that means …".
    let main =
      sentence.starts(withAny: self[.ifs]) ? sentence.cut(at: ",")?.behind ?? sentence : sentence
    if isOrder(sentence) || main.contains(any: self[.remedies]) { return true }
    return main.contains(any: self[.possibilities]) && !sentence.starts(withAny: self[.facts])
  }

  /// Whether a passage has a sentence of advice.
  func offersAction(_ words: Words) -> Bool {
    words.firstSentence { isAdvice($0) } != nil
  }

  /// "None.", "By design", "No workaround at this time".
  func isNothingToDo(_ words: Words) -> Bool {
    words.stem.isAny(of: self[.nothingAtAll]) || words.starts(withAny: self[.nothing])
  }
}
