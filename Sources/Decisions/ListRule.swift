import Content

/// Reads bullets that each begin with a situation (patterns.md, 2, 3c and 3d).
enum ListRule {
  /// The situations of a list, or `nil` when its items do not exclude each other.
  ///
  /// - Parameters:
  ///   - list: a list.
  ///   - lead: the words of the sentence that introduces it.
  ///   - isDiagnostic: whether the headings above speak of problems.
  /// - Returns: the situations in the items' order.
  static func situations(_ list: List, lead: Words, isDiagnostic: Bool) -> Situations? {
    guard list.items.count >= 2 else { return nil }
    if let bold = boldLeads(list, lead: lead, isDiagnostic: isDiagnostic) {
      return Situations(.boldSituations, bold)
    }
    if list.start == nil, let conditions = conditions(list) {
      return Situations(.conditions, conditions)
    }
    if list.start == nil, lead.offersAlternatives {
      return Situations(.alternatives, list.items.compactMap { whole($0) })
    }
    return nil
  }

  /// `**I lost my phone.** Use …`: a bold sentence, then what to do.
  ///
  /// A bold name with a colon is a definition unless the sentence above offers alternatives; a
  /// bold name whose text only describes is one too.
  private static func boldLeads(_ list: List, lead: Words, isDiagnostic: Bool) -> [Draft]? {
    let cut = list.items.map { boldLead($0) }
    guard cut.allSatisfy({ $0 != nil }) else { return nil }
    let items = cut.compactMap { $0 }
    let isSentence = items.allSatisfy { item in
      let words = item.lead.source.plainText
      return words.hasSuffix(".") || words.hasSuffix("?") || words.hasSuffix("!")
    }
    guard isSentence || (lead.offersAlternatives && list.start == nil) else { return nil }
    let drafts = items.map { situation($0.lead, $0.rest, line: $0.line) }
    let acting = drafts.count { !$0.attempts.isEmpty }
    return acting * 2 > drafts.count ? drafts : nil
  }

  private static func boldLead(_ item: [Block]) -> (lead: Text, rest: [Block], line: Int)? {
    guard let first = item.first, case .paragraph(let text) = first.kind,
      let (lead, rest) = text.splittingBoldLead, !rest.isBlank || item.count > 1
    else { return nil }
    let blocks = rest.isBlank ? [] : [Block(.paragraph(rest), line: first.line, file: first.file)]
    return (lead, blocks + item.dropFirst(), first.line)
  }

  /// `If you have a new phone, …`, `For systems running X: …` in every item.
  private static func conditions(_ list: List) -> [Draft]? {
    let starts = list.items.map { item -> Bool in
      guard case .paragraph(let text)? = item.first?.kind else { return false }
      let words = Words(text)
      if words.starts(withAny: conditionStarts) { return true }
      let hasSteps = item.dropFirst().contains { block in
        if case .list(let inner) = block.kind { return inner.start != nil }
        return false
      }
      return hasSteps && words.starts(withAny: caseStarts)
    }
    guard starts.allSatisfy({ $0 }) else { return nil }
    return list.items.compactMap { whole($0) }
  }

  private static let conditionStarts: PhraseSet = [
    "if you", "if your", "if the", "if it", "if this", "if there",
  ]
  private static let caseStarts: PhraseSet = ["if", "for", "to", "on", "when"]

  /// An item that is offered as it stands: its first sentence is also its label.
  private static func whole(_ item: [Block]) -> Draft? {
    guard let first = item.first, case .paragraph(let text) = first.kind else { return nil }
    var draft = Draft(shape: .problem, rule: .remedies, title: text.firstSentence, line: first.line)
    draft.attempts = [Attempt(body: item, line: first.line)]
    return draft
  }

  private static func situation(_ label: Text, _ blocks: [Block], line: Int) -> Draft {
    var draft = Draft(shape: .problem, rule: .remedies, title: label, line: line)
    let split = AttemptSplitter.split(blocks, isSolution: false)
    draft.explanation = split.explanation
    draft.attempts = split.attempts
    return draft
  }
}

extension Text {
  /// The first sentence or unit.
  var firstSentence: Text { Text(pieces: Array(pieces.prefix(1))) }

  /// The last sentence or unit.
  var lastSentence: Text { Text(pieces: pieces.last.map { [$0] } ?? []) }
}

extension Words {
  /// Whether a sentence says that one of several things is to be chosen.
  var offersAlternatives: Bool {
    guard endsWithColon || isQuestion || hasSuffix(".") else { return false }
    if contains(any: Self.explanations) { return false }
    return contains(any: Self.alternatives) || hasSuffix("you can:")
  }

  private static let explanations: PhraseSet = ["reasons", "causes", "one or more", "likely"]
  private static let alternatives: PhraseSet = [
    "one of the following", "either of the following", "choose one", "you can either",
    "scenarios", "depending on", "choose the option", "select one", "options include",
    "which of these", "perform the following", "one of these",
  ]
}
