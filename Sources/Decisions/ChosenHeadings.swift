import Content

/// Reads sections beside each other whose first sentence says when to choose them.
///
/// "Use zone redundancy when a data center may fail." does, and so does "In this scenario, the
/// devices are new." The heading above need not ask: what follows is for one kind of reader.
enum ChosenHeadings {
  /// For each section whether it is one that readers choose.
  ///
  /// - Parameters:
  ///   - sections: the sections below one heading.
  ///   - candidates: for each, whether it may be a situation at all.
  ///   - vocabulary: the words of the text's language.
  /// - Returns: all candidates, where each tells its case in an order; else those that stand
  ///   directly behind each other, present themselves as one of several and hold steps.
  static func among(
    _ sections: [Section], _ candidates: [Bool], _ vocabulary: Vocabulary
  ) -> [Bool] {
    let all = zip(sections, candidates).filter { $1 }.map(\.0)
    if all.count >= 2, all.allSatisfy({ tellsCase($0, vocabulary) }) { return candidates }
    var chosen = Array(repeating: false, count: sections.count)
    var start = 0
    while start < sections.count {
      let run = sections.indices[start...].prefix {
        candidates[$0] && mayJoin(sections[$0], vocabulary)
      }
      if run.count >= 2, run.count(where: { presents(sections[$0], vocabulary) }) >= 2 {
        for index in run { chosen[index] = true }
      }
      start += max(run.count, 1)
    }
    return chosen
  }

  /// Whether it begins as "Choose a second building when a fire must not destroy your files" does.
  private static func tellsCase(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    guard let text = section.opening, Words.Start(text).mayBegin(withAny: vocabulary[.choosers])
    else { return false }
    let sentence = Words(text.firstSentence)
    return sentence.starts(withAny: vocabulary[.choosers])
      && (sentence.contains(any: vocabulary[.occasions])
        || sentence.contains(any: vocabulary[.ifs]))
  }

  /// Whether it begins with words such as "In this scenario" or "This is the recommended method".
  private static func presents(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    guard let text = section.opening else { return false }
    return Words.Start(text).mayBegin(withAny: vocabulary[.presentingOne])
      && Words(text.firstSentence).starts(withAny: vocabulary[.presentingOne])
  }

  /// Whether a section presents itself so, or says "If you have no server, you can …", and holds
  /// steps.
  private static func mayJoin(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    // "Verify the setup" is for all.
    guard let text = section.opening, !section.words.starts(withAny: vocabulary[.checks])
    else { return false }
    let start = Words.Start(text)
    guard presents(section, vocabulary) || start.mayBegin(withAny: vocabulary[.ifs]) else {
      return false
    }
    let sentence = Words(text.firstSentence)
    let isCase = sentence.starts(withAny: vocabulary[.ifs]) && vocabulary.isAdvice(sentence)
    return (isCase || presents(section, vocabulary))
      && section.allBlocks.contains(where: \.holdsProcedure)
  }
}

extension Section {
  /// The paragraph that it begins with.
  fileprivate var opening: Text? {
    guard case .paragraph(let text)? = blocks.first?.kind else { return nil }
    return text
  }
}
