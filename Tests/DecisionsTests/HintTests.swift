import Articles
import Content
import Testing

@testable import Decisions

/// Follows each hint to the letter.
@Suite struct HintTests {
  struct Advice: CustomTestStringConvertible {
    /// How the hint begins.
    var hint: String
    var before: String
    var after: String
    /// The rule that takes the text once the hint is followed.
    var rule: Rule
    var testDescription: String { hint }
  }

  static let all: [Advice] = [
    Advice(
      hint: "if its rows are problems",
      before: "|Light|Meaning|\n|---|---|\n|Red|The printer has stopped.|\n|Grey|It is off now.|",
      after: "|Problem|Solution|\n|---|---|\n|Red|The printer has stopped.|\n|Grey|It is off now.|",
      rule: .diagnosticTable),
    Advice(
      hint: "if its rows are problems",
      before: "|Light|Meaning|\n|---|---|\n|Red|The printer has stopped.|\n|Grey|It is off now.|",
      after: "|If you want to|Do this|\n|---|---|\n|Red|The printer has stopped.|\n"
        + "|Grey|It is off now.|",
      rule: .choiceTable),
    Advice(
      hint: "if its rows are goals",
      before: "|Light|Meaning|\n|---|---|\n|Red|Stopped|\n|Grey|Off|",
      after: "|If you want to|Do this|\n|---|---|\n|Stop it|Press Stop.|\n|End|Press Off.|",
      rule: .choiceTable),
    Advice(
      hint: "if the items exclude each other",
      before: "- If it is red, wait.\n- A grey light means that it is off.",
      after: "- If it is red, wait.\n- If it is grey, turn it on.",
      rule: .conditions),
    Advice(
      hint: "if the reader recognises one",
      before: "- **Red**: the printer has stopped.\n- **Grey**: it is off.",
      after: "Do one of the following:\n\n- **Red.** Press Start.\n- **Grey.** Turn it on.",
      rule: .boldSituations),
    Advice(
      hint: "if the cases exclude each other",
      before: "If you have a work account, open the portal. If you have a school account, ask "
        + "your teacher.",
      after: "Do one of the following:\n\n- If you have a work account, open the portal.\n"
        + "- If you have a school account, ask your teacher.",
      rule: .conditions),
    Advice(
      hint: "if the cases exclude each other",
      before: "If you have a work account, open the portal.\n\n"
        + "If you have a school account, open the site.",
      after: "Do one of the following:\n\n- If you have a work account, open the portal.\n"
        + "- If you have a school account, open the site.",
      rule: .conditions),
    Advice(
      hint: "two questions or more",
      before: "### What is it?\n\nA printer.",
      after: "### Frequently asked questions\n\n#### What is it?\n\nA printer.\n\n"
        + "#### Where is it?\n\nIn the hall.",
      rule: .questionHeadings),
    Advice(
      hint: "two questions or more",
      before: "### Is it on?\n\nLook at the light.",
      after: "### Is it on?\n\n- Yes: Press the button.\n- No: Call us.",
      rule: .yesAndNo),
    Advice(
      hint: "if the items answer the question",
      before:
        "Which light is on?\n\n- Red means that it has stopped.\n- Grey means that it is off.",
      after: "Which light is on?\n\n- Red: Press Start.\n- Grey: Turn it on.",
      rule: .labelledAnswers),
    Advice(
      hint: "a problem becomes an answer",
      before: "### It doesn't print\n\nAdd paper.",
      after: "### It doesn't print\n\nAdd paper.\n\n### I can't find it\n\nLook in the hall.",
      rule: .issueHeadings),
    Advice(
      hint: "a problem becomes an answer",
      before: "### It doesn't print\n\nAdd paper.",
      after: "### It doesn't print\n\n#### Cause\n\nNo paper.\n\n#### Resolution\n\nAdd paper.",
      rule: .issueSections),
    Advice(
      hint: "a procedure has two numbered steps",
      before: "1. Turn it on.", after: "1. Turn it on.\n2. Wait.", rule: .procedure),
  ]

  private func explain(_ text: String) -> Explanation {
    let markdown = "# Printing\n\n## Start\n\n\(text)\n\n## End\n\nBye.\n"
    let article = ArticleReader.read(Array(markdown.utf8), path: "a.md", including: { _ in nil })
    let tree = TreeBuilder.tree(of: article.article, id: "a")
    return Explanation(of: article.article, tree: tree)
  }

  @Test(arguments: all)
  func `a hint that is followed to the letter makes a decision`(_ advice: Advice) {
    let hints = explain(advice.before).sections.compactMap(\.hint)
    #expect(hints.contains { $0.hasPrefix(advice.hint) }, "\(hints)")
    let rules = explain(advice.after).sections.flatMap(\.outcomes).map(\.rule)
    #expect(rules.contains(advice.rule), "\(rules)")
  }
}
