import Content

/// Reads what to do on "yes" and on "no": "**Yes**: Use the old key." beside "**No**: Ask for a new
/// one.", as bullets or as paragraphs below the question.
enum AnswerRule {
  /// One of the two answers, with what it says to do.
  private struct Answer {
    var isAffirmation: Bool
    var lead: Text
    var rest: [Block]
    var line: Int
  }

  /// The answers that a list's items are; `nil` unless there is one of each and, at most, a way out.
  static func situations(_ list: List, _ vocabulary: Vocabulary) -> [Draft]? {
    let answers = list.items.compactMap { answer($0, vocabulary) }
    let others = list.items.dropFirst(2)
    guard answers.count == 2, answers[0].isAffirmation != answers[1].isAffirmation,
      list.items.count <= 3, others.allSatisfy({ $0.first?.isWayOut(vocabulary) == true }),
      answers.contains(where: { ListRule.isActing($0.rest, vocabulary) })
    else { return nil }
    return answers.map { ListRule.situation($0.lead, $0.rest, line: $0.line, vocabulary) }
      + others.compactMap { ListRule.whole($0, vocabulary) }
  }

  /// The paragraphs from an index on that are such answers, as a list, and how many blocks it takes.
  static func list(
    in blocks: [Block], at index: Int, _ vocabulary: Vocabulary
  ) -> (list: Block, count: Int)? {
    guard answer([blocks[index]], vocabulary) != nil else { return nil }
    let items = blocks.items(from: index) {
      answer([$0], vocabulary) != nil || $0.isWayOut(vocabulary)
    }
    let list = List(start: nil, isTight: false, items: items)
    return situations(list, vocabulary) == nil ? nil : Block.bullets(items)
  }

  /// Whether a text that begins so may be such an answer.
  static func mayBegin(_ start: Words.Start, _ vocabulary: Vocabulary) -> Bool {
    start.mayBegin(withAny: vocabulary[.affirmations])
      || start.mayBegin(withAny: vocabulary[.negations])
  }

  private static func answer(_ item: [Block], _ vocabulary: Vocabulary) -> Answer? {
    guard let first = item.first, case .paragraph(let text) = first.kind,
      let isAffirmation = isAffirmation(text, isAlone: item.count > 1, vocabulary)
    else { return nil }
    let own = (lead: text.firstSentence, rest: Text(pieces: Array(text.pieces.dropFirst())))
    let cut = text.splittingBoldLead ?? text.splittingPlainLead ?? own
    // "If so, open the door." is its own label.
    let rest = cut.rest.isBlank && item.count == 1 ? text : cut.rest
    let block = Block(.paragraph(rest), line: first.line, file: first.file)
    return Answer(
      isAffirmation: isAffirmation, lead: cut.lead,
      rest: (rest.isBlank ? [] : [block]) + item.dropFirst(), line: first.line)
  }

  /// Whether a text begins with "Yes" or with "No", set off by bold letters or a mark; with what to do
  /// below it, the word may stand alone.
  private static func isAffirmation(
    _ text: Text, isAlone: Bool, _ vocabulary: Vocabulary
  ) -> Bool? {
    let words = Words(text)
    let lead = text.splittingBoldLead.map { Words($0.lead).stem } ?? (isAlone ? words.stem : nil)
    let lists = [(true, vocabulary[.affirmations]), (false, vocabulary[.negations])]
    return lists.first { _, phrases in
      lead?.isAny(of: phrases) == true
        || words.droppingPrefix(phrases)?.bytes.first.map { ":,.-".utf8.contains($0) } == true
    }?.0
  }
}
