import Content

/// Reads paragraphs that each begin with a condition as the bullets that other writers make of them.
///
/// "If one device is slow, restart it." above "If all are slow, move the router." asks which of
/// them it is. A paragraph that begins "If that doesn't help" goes on with the one before, and so
/// is none of them.
enum ConditionRun {
  /// The paragraphs from an index on as a list, and how many blocks it takes.
  ///
  /// Steps and notes under a paragraph are part of its item. `nil` with fewer paragraphs than
  /// `least`, or when less than three in four say what to do.
  static func list(
    in blocks: [Block], at index: Int, atLeast least: @autoclosure () -> Int,
    _ vocabulary: Vocabulary
  ) -> (list: Block, count: Int)? {
    guard blocks[index].beginsCondition(vocabulary) else { return nil }
    let items = blocks.items(from: index) {
      $0.beginsCondition(vocabulary) || $0.isWayOut(vocabulary)
    }
    let acting = items.count { vocabulary.offersAction(Words($0)) }
    guard items.count >= least(), acting * 4 >= items.count * 3,
      !items.contains(where: { asks($0, vocabulary) })
    else { return nil }
    return Block.bullets(items)
  }
}

extension ConditionRun {
  /// Whether a list below a paragraph offers choices: that is a question of its own.
  private static func asks(_ item: [Block], _ vocabulary: Vocabulary) -> Bool {
    guard item.count > 1, case .list(let list) = item[1].kind else { return false }
    let lead = Words(item[0]).lastSentence
    return ListRule.situations(list, lead: lead, isDiagnostic: true, vocabulary) != nil
  }
}

extension Block {
  /// Whether it is a paragraph that begins with a condition of its own.
  fileprivate func beginsCondition(_ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text) = kind,
      Words.Start(text).mayBegin(withAny: vocabulary[.ifs])
    else { return false }
    let words = Words(text)
    return words.starts(withAny: vocabulary[.ifs]) && words.cut(at: ",", "、") != nil
      && !vocabulary.startsNextAttempt(words) && !vocabulary.isTroubleNote(words)
  }
}
