extension Vocabulary {
  /// Whether a sentence is an order, also after an adverb or a condition: "Check …",
  /// "Manually update …", "If it fails, check …", "In the app, tap …".
  ///
  /// English marks the imperative by the bare verb alone, so a list of verbs decides, and a writer
  /// can foresee it. A verb that is also a common noun counts only before an article or the like:
  /// "Report the error", not "Report shows errors".
  func isOrder(_ sentence: Words) -> Bool {
    var rest = sentence
    while let behind = rest.droppingPrefix(self[.adverbs]) { rest = behind }
    if rest.starts(withAny: self[.verbs]) { return true }
    if let behind = rest.droppingPrefix(self[.nounVerbs]),
      behind.starts(withAny: self[.determiners])
    {
      return true
    }
    guard rest.starts(withAny: self[.clauseStarts]) else { return false }
    while let behind = rest.cut(at: ",")?.behind {
      if isBareOrder(behind) { return true }
      rest = behind
    }
    return false
  }

  /// An order that no condition precedes.
  func isBareOrder(_ clause: Words) -> Bool {
    var rest = clause
    while let behind = rest.droppingPrefix(self[.adverbs]) { rest = behind }
    return rest.starts(withAny: self[.verbs])
      || rest.droppingPrefix(self[.nounVerbs])?.starts(withAny: self[.determiners]) == true
  }
}
