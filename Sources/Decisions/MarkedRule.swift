import Content

/// Reads a list or table that a comment of the writer calls a question.
enum MarkedRule {
  /// The question; `nil` for a block without parts.
  static func question(_ block: Block, _ vocabulary: Vocabulary) -> Draft? {
    let found: [Draft]
    switch block.kind {
    case .table(let table): found = TableRule.marked(table, vocabulary)
    case .list(let list): found = ListRule.marked(list, vocabulary)
    default: return nil
    }
    guard found.count >= 2 else { return nil }
    var draft = Draft(shape: .question, rule: .markedByWriter, title: .empty, line: block.line)
    draft.parts = found.map { situation in
      let isCatchAll = vocabulary.isCatchAll(Words(situation.title))
      return Draft.Part(role: isCatchAll ? .fallback : .answer, draft: situation)
    }
    return draft
  }
}
