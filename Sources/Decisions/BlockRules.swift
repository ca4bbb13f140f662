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
    var lead = Words("")
    for block in blocks {
      if let question = question(block, lead: lead, isDiagnostic: isDiagnostic) {
        result.parts.append(question.titled(title, lead: result.rest.last))
      } else {
        result.rest.append(block)
        lead = Words(block).lastSentence
      }
    }
    return result
  }

  static func question(_ block: Block, lead: Words, isDiagnostic: Bool) -> Draft? {
    var situations: [Draft]?
    switch block.kind {
    case .table(let table): situations = TableRule.situations(table, isDiagnostic: isDiagnostic)
    case .list(let list):
      situations = ListRule.situations(list, lead: lead, isDiagnostic: isDiagnostic)
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

  /// The choices that the steps of a list offer: "you can:", "one of the following" with bullets.
  static func options(in blocks: [Block]) -> [Draft] {
    blocks.flatMap { block -> [Draft] in
      guard case .list(let list) = block.kind, list.start != nil else { return [] }
      return list.items.flatMap { item -> [Draft] in
        var lead = Words("")
        var found: [Draft] = []
        var title = Text.empty
        for part in item {
          if var question = question(part, lead: lead, isDiagnostic: false) {
            question.title = title
            found.append(question)
          }
          if case .paragraph(let text) = part.kind { title = text }
          lead = Words(part).lastSentence
        }
        return found
      }
    }
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
