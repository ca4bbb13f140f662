import Articles
import Content

/// Finds the decisions that a writer wrote (patterns.md, 1, stage B).
struct DecisionFinder {
  /// What the headings above a section say about it.
  struct Context {
    /// Under a heading such as `Troubleshoot` or `Known issues`, or in an article so titled.
    var isDiagnostic = false
    /// Under a heading such as `Frequently asked questions`.
    var isFAQ = false

    func entering(_ words: Words) -> Context {
      var inner = self
      if words.contains(any: Vocabulary.containers) { inner.isDiagnostic = true }
      if words.contains(any: ["faq", "faqs", "frequently asked questions"]) { inner.isFAQ = true }
      return inner
    }
  }

  /// The draft of an article's root.
  static func find(in article: Article) -> Draft {
    let outline = Section.outline(of: article)
    return draft(of: outline, in: Context())
  }

  static func draft(of section: Section, in outer: Context) -> Draft {
    let context = outer.entering(section.words)
    if isNextSteps(section) { return information(section) }
    let isDiagnostic = context.isDiagnostic
    if let problem = IssueRule.problem(section, isDiagnostic: isDiagnostic) { return problem }
    if let problem = IssueRule.problemByRunIns(section) { return problem }
    let own = BlockRules.parts(of: section.blocks, under: section.title, isDiagnostic: isDiagnostic)
    guard !section.subsections.isEmpty else { return leaf(section, own) }
    return branch(section, own, context)
  }

  static func isNextSteps(_ section: Section) -> Bool {
    section.subsections.isEmpty && Vocabulary.nextSteps.contains(section.words.stem)
  }

  static func information(_ section: Section) -> Draft {
    var draft = draft(section, .information)
    draft.body = section.allBlocks
    return draft
  }

  private static func draft(_ section: Section, _ shape: Draft.Shape) -> Draft {
    Draft(shape: shape, title: section.title, anchor: section.heading?.id, line: section.line)
  }

  /// A section without sub-headings: its one question, else its steps, else what it says.
  private static func leaf(_ section: Section, _ own: BlockRules.Result) -> Draft {
    switch own.parts.count {
    case 0:
      let isProcedure = section.blocks.contains(where: \.isProcedure)
      var draft = draft(section, isProcedure ? .procedure : .information)
      draft.body = section.blocks
      return draft
    case 1:
      var draft = draft(section, .question)
      draft.body = own.rest
      draft.parts = own.parts[0].parts
      return draft
    default:
      var draft = draft(section, .menu)
      draft.body = own.rest
      draft.parts = own.parts.map { Draft.Part(role: .topic, draft: $0) }
      return draft
    }
  }
}

extension DecisionFinder {
  /// A section with sub-headings: a question when they are situations, else a menu of topics.
  private static func branch(
    _ section: Section, _ own: BlockRules.Result, _ context: Context
  ) -> Draft {
    let situations = SituationRule.situations(among: section.subsections, context)
    var parts: [Draft.Part] = []
    for (subsection, isSituation) in zip(section.subsections, situations) {
      var child = draft(of: subsection, in: context)
      if isSituation { child = child.asSituation(of: subsection) }
      parts.append(Draft.Part(role: role(of: child, isSituation: isSituation), draft: child))
    }
    var draft = draft(section, .menu)
    draft.body = own.rest
    draft.parts = own.parts.map { Draft.Part(role: .topic, draft: $0) } + parts
    if own.parts.isEmpty, own.rest.contains(where: \.isProcedure) {
      draft.body = []
      var steps = Draft(shape: .procedure, title: section.title, line: section.line)
      steps.body = own.rest
      draft.parts.insert(Draft.Part(role: .topic, draft: steps), at: 0)
    }
    if parts.filter({ $0.role != .topic }).count >= 2 { draft.shape = .question }
    return draft.shortened
  }

  private static func role(of child: Draft, isSituation: Bool) -> Choice.Role {
    guard isSituation || child.shape == .problem else { return .topic }
    return Vocabulary.isCatchAll(Words(child.title)) ? .fallback : .answer
  }
}

extension Draft {
  /// A menu that leads to a single topic becomes that topic, under its own label.
  fileprivate var shortened: Draft {
    guard shape == .menu, parts.count == 1, let only = parts.first?.draft, only.anchor != nil,
      only.shape != .problem
    else { return self }
    var merged = only
    merged.label = title
    merged.body = body + only.body
    merged.aliases = [anchor].compactMap { $0 } + aliases + only.aliases
    return merged
  }

  /// The same text as one situation among several: what it describes, then what to try.
  fileprivate func asSituation(of section: Section) -> Draft {
    guard shape == .information || shape == .procedure else { return self }
    var situation = self
    situation.shape = .problem
    let split = AttemptSplitter.split(body, as: .mixed)
    situation.body = []
    situation.explanation = split.explanation
    situation.attempts = split.attempts
    return situation
  }
}

/// Tells which of several sections beside each other are situations that a reader recognises
/// (patterns.md, 1, R5 to R7).
enum SituationRule {
  /// For each section, in order, whether it is one.
  static func situations(among sections: [Section], _ context: DecisionFinder.Context) -> [Bool] {
    let candidates = sections.map { !DecisionFinder.isNextSteps($0) }
    let questions = zip(sections, candidates).filter { $0.1 && $0.0.words.isQuestion }.count
    let isFAQ = questions >= 3 || (questions >= 1 && context.isFAQ)
    let issues = sections.map { isIssueTitle($0.words) }
    let manyIssues = issues.filter { $0 }.count >= 2
    return sections.indices.map { index in
      guard candidates[index] else { return false }
      let words = sections[index].words
      if hasIssuePrefix(words) { return true }
      if isFAQ, words.isQuestion { return true }
      if issues[index], manyIssues || context.isDiagnostic { return true }
      return false
    }
  }

  static func hasIssuePrefix(_ words: Words) -> Bool {
    guard let colon = words.text.firstIndex(of: ":") else { return false }
    return ["problem", "issue", "error", "symptom"]
      .contains(Words(String(words.text[..<colon])).stem)
  }

  /// "I can't …", "X doesn't work", "Error …".
  static func isIssueTitle(_ words: Words) -> Bool {
    if words.starts(withAny: ["i ", "my", "error", "unable to", "can't", "cannot", "failed to"]) {
      return true
    }
    return words.contains(any: [
      "can't", "cannot", "doesn't", "does not", "don't", "didn't", "not working", "isn't", "is not",
      "aren't", "won't", "unable", "fails", "failed", "failure", "error", "missing", "not found",
      "never", "lost", "forgot", "stuck", "not available", "not showing", "not able",
      "not receiving", "couldn't", "haven't",
    ])
  }
}
