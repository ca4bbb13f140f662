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
    let rhetorical = zip(words, candidates).filter { $1 }.map(\.0)
    let isFAQ = isFAQ(rhetorical, context)
    var inner = context
    if Vocabulary.isIssueTitle(title, isDiagnostic: false) { inner.isDiagnostic = true }
    let issues = zip(sections, candidates).map { $1 && isIssue($0, inner) }
    let issueCount = issues.count { $0 }
    let hasSameTask = isSameChoice(among: sections, candidates)
    let questionCount = rhetorical.count { asks($0) }
    let allAreSituations =
      inner.isDiagnostic && issueCount >= 2
      || context.isFAQ && issueCount + questionCount >= 2
    let areProblems = Vocabulary.listsProblems(title) && rhetorical.count >= 2
    return sections.indices.map { index -> Rule? in
      guard candidates[index] else { return nil }
      if areProblems, sections[index].isOneProblem { return .issueHeadings }
      if hasSameTask { return .sameTaskHeadings }
      if isFAQ, asks(words[index]) || issues[index] { return .questionHeadings }
      if allAreSituations || hasIssuePrefix(words[index]) { return .issueHeadings }
      return issues[index] && issueCount >= 2 ? .issueHeadings : nil
    }
  }

  /// Whether headings beside each other are questions that readers ask.
  ///
  /// Writers also put rhetorical questions above what they explain ("What is DNS?", "Why use it?").
  /// So outside of an FAQ three are needed, half of the headings, and two of them in a reader's
  /// voice: in the first person, or to be answered with yes or no (patterns.md, 3b: 19 of 20).
  private static func isFAQ(_ words: [Words], _ context: DecisionFinder.Context) -> Bool {
    let questions = words.filter { asks($0) }
    if context.isFAQ { return !questions.isEmpty }
    return questions.count >= 3 && questions.count * 2 >= words.count
      && questions.count { isReadersVoice($0) } >= 2
  }

  private static func isReadersVoice(_ words: Words) -> Bool {
    words.contains(any: firstPerson) || words.starts(withAny: yesNo)
  }

  private static let firstPerson: PhraseSet = [
    "i", "i'm", "i've", "my", "me", "we", "our", "us", "what if", "what do i",
  ]
  private static let yesNo: PhraseSet = [
    "can", "can't", "do", "does", "don't", "doesn't", "did", "is", "isn't", "are", "aren't", "will",
    "won't", "should", "must", "has", "have",
  ]

  /// Whether a heading is a question, also one without its mark: "Why changes take longer".
  private static func asks(_ words: Words) -> Bool {
    words.isQuestion || words.starts(withAny: questionStarts)
  }

  private static let questionStarts: PhraseSet = ["why", "how do i", "what if"]

  /// Sections that only frame the others are no situations.
  private static func isCandidate(_ section: Section) -> Bool {
    let words = section.words
    return !DecisionFinder.isNextSteps(section) && !Vocabulary.isContactTitle(words)
      && !words.stem.isAny(of: Vocabulary.framing) && !words.starts(withAny: examples)
      && !Vocabulary.isContainer(words, isGeneral: true)
  }

  private static let examples: PhraseSet = ["example", "examples", "sample"]

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
  ///
  /// Most of them must hold something to do: "Encryption in the cloud" beside "Encryption in mail"
  /// only divides a text.
  private static func isSameChoice(among sections: [Section], _ candidates: [Bool]) -> Bool {
    let all = zip(sections, candidates).filter { $1 }.map(\.0)
    return isSameChoice(all.map(\.words)) && all.count { $0.offersAction } * 2 > all.count
  }

  /// Whether titles differ in the way or the case only.
  static func isSameChoice(_ all: [Words]) -> Bool {
    guard all.count >= 2 else { return false }
    if all.allSatisfy({ $0.starts(withAny: caseStarts) || $0.isNumberedScenario }) { return true }
    let stems = all.map { words in words.list.prefix { !$0.isAny(of: ways) } }
    guard let first = stems.first, first.count >= 2 else { return false }
    return stems.allSatisfy { $0 == first } && Set(all).count == all.count
  }

  private static let caseStarts: PhraseSet = ["for", "if", "when"]
  private static let ways: PhraseSet = [
    "using", "from", "with", "at", "on", "by", "in", "through", "via", "without",
  ]

  static func hasIssuePrefix(_ words: Words) -> Bool {
    words.cut(at: ":")?.before.stem.isAny(of: issueNames) ?? false
  }

  private static let issueNames: PhraseSet = ["problem", "issue", "error", "symptom"]
}

extension Section {
  /// Whether it may be a single problem: it is no task, and neither headings nor a table group
  /// problems in it.
  fileprivate var isOneProblem: Bool {
    subsections.isEmpty && !Vocabulary.isOrder(words) && !blocks.contains(where: \.isTable)
  }

  /// Whether it has steps, or a sentence of advice.
  fileprivate var offersAction: Bool {
    let all = allBlocks
    return all.contains(where: \.isProcedure) || Vocabulary.offersAction(Words(all))
  }
}

extension Words {
  /// "Scenario 1: …"; without a number, scenarios are what a product can be used for.
  fileprivate var isNumberedScenario: Bool {
    guard starts(withAny: Self.scenarios) else { return false }
    return list.dropFirst().first?.stem.isEmpty == true
  }

  private static let scenarios: PhraseSet = ["scenario", "case", "option"]
}
