import Content

/// Reads items that begin with a short question and then say what to do.
///
/// Of "Left the zone? Walk back." and others like it, the reader says yes to one. Questions that ask
/// what something is, or why, are answered and not chosen from.
enum ShortQuestionRule {
  /// How many words such a question has at most.
  private static let longest = 10

  /// The situations that a list's items ask for; the last item may be the way out.
  static func situations(_ list: List, _ vocabulary: Vocabulary) -> [Draft]? {
    guard list.start == nil else { return nil }
    let asking = list.items.prefix { $0.first.map { asks($0, vocabulary) } ?? false }
    let others = list.items.dropFirst(asking.count)
    guard asking.count >= 2, others.count <= 1,
      others.allSatisfy({ $0.first?.isWayOut(vocabulary) == true })
    else { return nil }
    let drafts = asking.compactMap { draft(of: $0, vocabulary) }
    let acting = drafts.count { !$0.attempts.isEmpty }
    guard acting * 3 >= asking.count * 2 else { return nil }
    return drafts + others.compactMap { ListRule.whole($0, vocabulary) }
  }

  /// The paragraphs from an index on that begin so, as a list, and how many blocks it takes.
  static func list(
    in blocks: [Block], at index: Int, _ vocabulary: Vocabulary
  ) -> (list: Block, count: Int)? {
    guard asks(blocks[index], vocabulary) else { return nil }
    let items = blocks.items(from: index) { asks($0, vocabulary) || $0.isWayOut(vocabulary) }
    let list = List(start: nil, isTight: false, items: items)
    return situations(list, vocabulary) == nil ? nil : Block.bullets(items)
  }

  /// Whether it is a paragraph that begins with a short question about what is the case, and goes on.
  private static func asks(_ block: Block, _ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text) = block.kind, text.pieces.count > 1 else { return false }
    let question = Words(text.firstSentence)
    return question.isQuestion && question.wordCount <= longest
      && !question.starts(withAny: vocabulary[.questionWords])
      && !vocabulary.startsNextAttempt(question)
  }

  private static func draft(of item: [Block], _ vocabulary: Vocabulary) -> Draft? {
    guard let first = item.first, case .paragraph(let text) = first.kind else { return nil }
    let rest = Block(
      .paragraph(Text(pieces: Array(text.pieces.dropFirst()))), line: first.line, file: first.file)
    return ListRule.situation(
      text.firstSentence, [rest] + item.dropFirst(), line: first.line, vocabulary)
  }
}
