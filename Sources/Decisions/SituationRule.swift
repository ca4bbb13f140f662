import Content

/// Tells which of several sections beside each other are situations that a reader recognises
/// (patterns.md, 1, R5 to R7).
enum SituationRule {
  /// For each section, in order, the rule that takes it for one; `nil` for the others.
  static func situations(
    among sections: [Section], under title: Words, _ context: DecisionFinder.Context
  ) -> [Rule?] {
    let candidates = sections.map { isCandidate($0) }
    let words = sections.map(\.words)
    let questions = zip(words, candidates).count { asks($0) && $1 }
    let isFAQ = questions >= 3 || (questions >= 1 && context.isFAQ)
    var inner = context
    if Vocabulary.isIssueTitle(title, isDiagnostic: false) { inner.isDiagnostic = true }
    let issues = zip(sections, candidates).map { $1 && isIssue($0, inner) }
    let issueCount = issues.count { $0 }
    let hasSameTask = hasSameChoice(words, candidates)
    let allAreSituations =
      (context.isDiagnostic || Vocabulary.isIssueTitle(title, isDiagnostic: false))
      && issueCount >= 2
      || context.isFAQ && issueCount + questions >= 2 || hasSameTask
    return sections.indices.map { index -> Rule? in
      guard candidates[index] else { return nil }
      if hasSameTask { return .sameTaskHeadings }
      if isFAQ, asks(words[index]) || issues[index] { return .questionHeadings }
      if allAreSituations || hasIssuePrefix(words[index]) { return .issueHeadings }
      return issues[index] && issueCount >= 2 ? .issueHeadings : nil
    }
  }

  /// Whether a heading is a question, also one without its mark: "Why changes take longer".
  private static func asks(_ words: Words) -> Bool {
    words.isQuestion || words.starts(withAny: questionStarts)
  }

  private static let questionStarts: PhraseSet = ["why", "how do i", "what if"]

  /// Sections that only frame the others are no situations.
  private static func isCandidate(_ section: Section) -> Bool {
    let words = section.words
    return !DecisionFinder.isNextSteps(section) && !Vocabulary.isContactTitle(words)
      && !words.stem.isAny(of: Vocabulary.framing)
      && !Vocabulary.isContainer(words, isGeneral: true)
  }

  private static func isIssue(_ section: Section, _ context: DecisionFinder.Context) -> Bool {
    Vocabulary.isIssueTitle(section.words, isDiagnostic: context.isDiagnostic)
      || IssueRule.problem(section, isDiagnostic: context.isDiagnostic) != nil
      || IssueRule.problemByRunIns(section, isDiagnostic: context.isDiagnostic)?.shape == .problem
  }

  /// The question that a section asks when its sub-headings are situations.
  static func question(of section: Section) -> Draft? {
    var context = DecisionFinder.Context()
    context.isDiagnostic = true
    let found = DecisionFinder.draft(of: section, in: context)
    return found.shape == .question ? found : nil
  }

  /// "To change it from the portal" beside "To change it at sign-in", "For small organizations"
  /// beside "For large organizations": headings that differ in the way or the case only.
  private static func hasSameChoice(_ words: [Words], _ candidates: [Bool]) -> Bool {
    isSameChoice(zip(words, candidates).filter { $1 }.map { $0.0 })
  }

  /// Whether titles differ in the way or the case only.
  static func isSameChoice(_ all: [Words]) -> Bool {
    guard all.count >= 2 else { return false }
    if all.allSatisfy({ $0.starts(withAny: caseStarts) }) { return true }
    let stems = all.map { words in words.list.prefix { !$0.isAny(of: ways) } }
    guard let first = stems.first, first.count >= 2 else { return false }
    return stems.allSatisfy { $0 == first } && Set(all).count == all.count
  }

  private static let caseStarts: PhraseSet = ["for", "if", "scenario", "when"]
  private static let ways: PhraseSet = [
    "using", "from", "with", "at", "on", "by", "in", "through", "via", "without",
  ]

  static func hasIssuePrefix(_ words: Words) -> Bool {
    words.cut(at: ":")?.before.stem.isAny(of: issueNames) ?? false
  }

  private static let issueNames: PhraseSet = ["problem", "issue", "error", "symptom"]
}
