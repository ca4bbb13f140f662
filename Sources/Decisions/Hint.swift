import Content

/// How a writer makes a decision of text that none of the rules took.
///
/// Each hint, followed to the letter, works: a test follows them.
enum Hint {
  /// The most useful hint for a section; `nil` for text that only informs.
  static func first(
    for title: Text, _ blocks: [Block], _ vocabulary: Vocabulary
  ) -> String? {
    if Words(title).stem.isAny(of: vocabulary[.nextSteps]) { return nil }
    return blocks.indices.lazy.compactMap { index in
      let question = index > 0 ? Words(blocks[index - 1]).lastSentence : Words(title)
      return hint(for: blocks[index], isAsked: question.isQuestion, vocabulary)
    }.first
      ?? hint(forCases: blocks, vocabulary) ?? hint(forTitle: Words(title), vocabulary)
  }

  private static func hint(
    for block: Block, isAsked: Bool, _ vocabulary: Vocabulary
  ) -> String? {
    switch block.kind {
    case .table(let table) where table.header.count >= 2 && table.rows.count >= 2:
      hint(for: table, vocabulary)
    case .list(let list) where list.start != nil && list.items.count == 1:
      "a procedure has two numbered steps or more; write a single step as a sentence"
    case .list(let list) where list.start == nil && list.items.count >= 2:
      hint(for: list, isAsked: isAsked, vocabulary)
    default: nil
    }
  }

  /// Where the cells hold single words, there is nothing to try in them.
  private static func hint(for table: Table, _ vocabulary: Vocabulary) -> String {
    let goals = "name the table's columns \"If you want to\" and \"Do this\""
    guard TableRule.isWorded(table, key: 0, vocabulary) else {
      return "if its rows are goals, \(goals), and say what to do"
    }
    return "if its rows are problems, name the table's columns \"Problem\" and \"Solution\"; "
      + "if they are goals, \(goals)"
  }

  private static func hint(
    for list: List, isAsked: Bool, _ vocabulary: Vocabulary
  ) -> String? {
    let firsts = list.items.compactMap { $0.first }
    if firsts.contains(where: { Words($0).starts(withAny: vocabulary[.ifs]) }) {
      return "if the items exclude each other, begin each of them with \"If\" and say what to do"
    }
    if isAsked {
      return "if the items answer the question, begin each with its answer and a colon, and then "
        + "say what to do: \"Yes: Press the button.\""
    }
    let bold = firsts.count { block in
      guard case .paragraph(let text) = block.kind else { return false }
      return text.splittingBoldLead != nil
    }
    guard bold == firsts.count else { return nil }
    return "if the reader recognises one of the items, end each bold lead with a full stop and "
      + "say what to do, under a sentence such as \"Do one of the following:\""
  }

  /// Cases in running text: "If you have a work account, … If you have a school account, …".
  ///
  /// Such sentences are rarely a choice (patterns.md, 3e), so no rule takes them; the writer knows.
  private static func hint(forCases blocks: [Block], _ vocabulary: Vocabulary) -> String? {
    let cases = blocks.reduce(0) { count, block in
      guard case .paragraph = block.kind else { return count }
      return count
        + Words(block).sentences.count {
          $0.starts(withAny: vocabulary[.ifs]) && vocabulary.isAdvice($0)
        }
    }
    guard cases >= 2 else { return nil }
    return "if the cases exclude each other, make each sentence that begins with \"If\" a bullet, "
      + "under the sentence \"Do one of the following:\""
  }

  private static func hint(forTitle words: Words, _ vocabulary: Vocabulary) -> String? {
    if words.isQuestion {
      return "two questions or more become answers under a heading \"Frequently asked questions\"; "
        + "one asks the reader with a bullet for each answer below it, such as "
        + "\"Yes: Press the button.\" and \"No: Call us.\""
    }
    if vocabulary.isIssueTitle(words, isDiagnostic: false) {
      return "a problem becomes an answer beside another problem, and a question of what to try "
        + "with the headings \"Cause\" and \"Resolution\" below it"
    }
    return nil
  }
}
