import Content

/// Finds decisions among the blocks of one section, between two headings.
enum BlockRules {
  struct Result {
    /// The questions, in document order.
    var parts: [Draft] = []
    /// The blocks that no rule took.
    var rest: [Block] = []
  }

  static func parts(of blocks: [Block], under title: Text, isDiagnostic: Bool) -> Result {
    var result = Result()
    for block in blocks {
      guard let question = question(block, after: result.rest.last, isDiagnostic: isDiagnostic)
      else {
        result.rest.append(block)
        continue
      }
      result.parts.append(question.titled(title, lead: result.rest.last))
    }
    return result
  }

  private static func question(_ block: Block, after lead: Block?, isDiagnostic: Bool) -> Draft? {
    var situations: [Draft]?
    switch block.kind {
    case .table(let table):
      situations = TableRule.question(table, line: block.line, isDiagnostic: isDiagnostic)
    case .list(let list) where list.start == nil:
      situations = ListRule.situations(list, after: lead, isDiagnostic: isDiagnostic)
    default: break
    }
    guard let situations, situations.count >= 2 else { return nil }
    var draft = Draft(shape: .question, title: .empty, line: block.line)
    draft.parts = situations.map { situation in
      let isCatchAll = Vocabulary.isCatchAll(Words(situation.title))
      return Draft.Part(role: isCatchAll ? .fallback : .answer, draft: situation)
    }
    return draft
  }
}

extension Draft {
  /// Names a question after the sentence that introduces it, else after its heading.
  fileprivate func titled(_ heading: Text, lead: Block?) -> Draft {
    var out = self
    out.title = heading
    if case .paragraph(let text)? = lead?.kind {
      let words = Words(text)
      if words.endsWithColon || words.isQuestion { out.title = text }
    }
    return out
  }
}

/// Reads bullets that each begin with a situation (patterns.md, 2, 3c and 3d).
enum ListRule {
  static func situations(_ list: List, after lead: Block?, isDiagnostic: Bool) -> [Draft]? {
    guard list.items.count >= 2 else { return nil }
    let bold = list.items.map { boldLead($0) }
    if isDiagnostic, bold.allSatisfy({ $0 != nil }) { return bold.compactMap { $0 } }
    let conditional = list.items.map { condition($0) }
    if conditional.allSatisfy({ $0 != nil }) { return conditional.compactMap { $0 } }
    return nil
  }

  /// `**I lost my phone.** Use …` → the situation and what to do.
  private static func boldLead(_ item: [Block]) -> Draft? {
    guard case .paragraph(let text)? = item.first?.kind, let first = item.first,
      let (lead, rest) = text.splittingBoldLead, !rest.isBlank || item.count > 1
    else { return nil }
    let blocks = (rest.isBlank ? [] : [Block(.paragraph(rest), line: first.line)])
    return situation(lead, blocks + item.dropFirst(), line: first.line)
  }

  /// `If you have a new phone, …` → the sentence, offered as it stands.
  private static func condition(_ item: [Block]) -> Draft? {
    guard case .paragraph(let text)? = item.first?.kind, let first = item.first,
      Words(text).starts(withAny: ["if you", "if your", "if the", "if it", "if this"])
    else { return nil }
    return situation(text.firstSentence, item, line: first.line)
  }

  private static func situation(_ label: Text, _ blocks: [Block], line: Int) -> Draft {
    var draft = Draft(shape: .problem, title: label, line: line)
    let split = AttemptSplitter.split(blocks, as: .mixed)
    draft.explanation = split.explanation
    draft.attempts = split.attempts
    return draft
  }
}

extension Text {
  fileprivate var firstSentence: Text { Text(pieces: Array(pieces.prefix(1))) }
}
