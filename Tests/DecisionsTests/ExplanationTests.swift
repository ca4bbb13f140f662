import Articles
import Content
import CustomDump
import Testing

@testable import Decisions

@Suite struct ExplanationTests {
  private func explain(_ markdown: String) -> [String] {
    let article = ArticleReader.read(Array(markdown.utf8), path: "a.md", including: { _ in nil })
    let tree = TreeBuilder.tree(of: article.article, id: "a")
    return Explanation(of: article.article, tree: tree).sections.flatMap { section in
      ["\(section.line) \(section.title.source.plainText)"]
        + section.outcomes.map { "  \($0.description) [\($0.rule.rawValue)]" }
        + (section.hint.map { ["  hint: \($0)"] } ?? [])
    }
  }

  @Test func `each section names what it became and the rule that took it`() {
    let sections = explain(
      """
      # Printing

      ## Set it up

      1. Plug it in.
      2. Turn it on.

      ## Common problems

      |Problem|Solution|
      |---|---|
      |Nothing comes out|Add paper.|
      |It's too pale|Replace the ink.|
      """)
    expectNoDifference(
      sections,
      [
        "1 Printing", "  a menu of 2 topics [topics]", "3 Set it up",
        "  a procedure of 2 steps [procedure]", "8 Common problems",
        "  a question with 2 answers [diagnostic-table]",
      ])
  }

  @Test func `text that is left plain gets a hint how to make it a decision`() {
    let sections = explain(
      """
      # Printing

      ## Colours

      |Light|Meaning|
      |---|---|
      |Red|Stopped|
      |Green|Ready|

      ## Why is it slow?

      Pictures take longer.
      """)
    expectNoDifference(
      sections.filter { $0.contains("hint") }.map { $0.prefix(45) },
      [
        "  hint: if its rows are goals, name the table",
        "  hint: two questions or more become answers ",
      ])
  }

  @Test func `every rule has a reason that is one clause`() {
    for rule in Rule.allCases {
      #expect(!rule.reason.isEmpty && !rule.reason.hasSuffix("."), "\(rule)")
    }
  }
}
