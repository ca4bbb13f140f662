import Content

/// Reads sections that are checks to do one after the other: "Verify …", "Check …", "Step 1"
/// under a title that names one problem (patterns.md, 2, 3d).
enum ChecksRule {
  static func problem(_ section: Section, _ context: DecisionFinder.Context) -> Draft? {
    let vocabulary = context.vocabulary
    let checks = section.subsections.filter { !DecisionFinder.isNextSteps($0, vocabulary) }
    guard checks.count >= 2,
      context.isDiagnostic || vocabulary.isIssueTitle(section.words, isDiagnostic: false),
      checks.allSatisfy({ $0.words.starts(withAny: vocabulary[.checks]) && $0.subsections.isEmpty })
    else { return nil }
    var draft = Draft(
      shape: .problem, rule: .checksInOrder, title: section.title, anchor: section.heading?.id,
      line: section.line)
    draft.explanation = section.blocks
    draft.aliases = section.subsections.flatMap(\.anchors)
    draft.attempts = section.subsections.map {
      Attempt(title: $0.title, body: $0.blocks, line: $0.line)
    }
    return draft
  }
}
