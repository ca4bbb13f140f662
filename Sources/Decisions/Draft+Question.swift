import Content

extension Draft {
  /// A problem whose only remedy is a choice of cases asks which of them applies.
  ///
  /// "There are two workarounds, depending on the version" above a list of versions offers nothing
  /// to do before the reader has told theirs (gold/README.md: decisions can nest).
  func askingAtOnce(_ vocabulary: Vocabulary) -> Draft {
    guard shape == .problem, parts.isEmpty, attempts.count == 1, attempts[0].title == nil,
      !attempts[0].isEscalation
    else { return self }
    let found = BlockRules.parts(
      of: attempts[0].body, under: title, in: DecisionFinder.Context(vocabulary))
    guard found.parts.count == 1, found.parts[0].rule == .conditions,
      found.parts[0].shape == .question, !vocabulary.offersAction(Words(found.rest))
    else { return self }
    var asking = found.parts[0]
    asking.title = title
    asking.label = label
    asking.anchor = anchor
    asking.name = name
    asking.aliases = aliases
    asking.line = line
    asking.explanation = explanation
    asking.body = found.rest
    return asking
  }
}
