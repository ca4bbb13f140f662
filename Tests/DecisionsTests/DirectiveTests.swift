import Articles
import CustomDump
import Testing

@testable import Decisions

@Suite struct DirectiveTests {
  private func lines(_ markdown: String) -> [String] { outline(of: tree(markdown)) }

  @Test func `a list called a question is one, whatever stands above it`() {
    let markdown = """
      # Phones

      <!-- waymark: question -->

      - **iPhone** Open Settings.
      - **Other phones** Open the menu.
      """
    expectNoDifference(
      lines(markdown),
      [
        "Phones (question, marked-by-writer)", "  answer: iPhone (remedy, remedies)",
        "  answer: Other phones (remedy, remedies)",
        "  fallback: none-of-these (escalation)",
      ])
  }

  @Test func `a table called information is none`() {
    let markdown = """
      # Printing

      ## Common problems

      <!-- waymark: information -->

      |Problem|Solution|
      |---|---|
      |It stays dark|Turn it on.|
      |It blinks|Add paper.|
      """
    #expect(tree(markdown).kind == .reference)
  }

  @Test func `an ignored section is not in the tree`() {
    let markdown = """
      # Printing

      ## Old printers

      <!-- waymark: ignore -->

      ## Since 1990

      Text.
      """
    #expect(!lines(markdown).contains { $0.contains("1990") })
  }

  @Test func `a name in a comment becomes the id and keeps the heading's address`() throws {
    let tree = tree(
      """
      # Phones

      ## Setup

      Text.

      <!-- waymark: id: lost-phone -->

      ## I lost my phone, what now?

      Lock it.
      """)
    #expect(tree["a/lost-phone".id]?.anchor == "i-lost-my-phone-what-now")
    #expect(tree.anchors["i-lost-my-phone-what-now"] == "a/lost-phone".id)
  }

  @Test func `a problem solved by another section links to it as what to try`() throws {
    let tree = tree(
      """
      # Troubleshooting sign-in

      <!-- waymark: solved-by: reset-password -->

      ## I can't sign in

      The password is refused.

      ## The page stays blank

      Reload it.

      ## Reset password

      1. Open the page.
      2. Choose a new one.
      """)
    let node = try #require(tree["a/i-cant-sign-in".id])
    #expect(node.kind == .remedy)
    #expect(node.jumps.map(\.target) == [.node("a/reset-password".id)])
  }

  @Test func `a remedy in a comment starts the next thing to try`() throws {
    let tree = tree(
      """
      # Troubleshooting printing

      ## It does not start

      Turn it on.

      <!-- waymark: remedy -->

      The fuse may be gone.

      ## It does not stop

      Add paper.
      """)
    let node = try #require(tree["a/it-does-not-start/2".id])
    #expect(Words(node.body) == Words("The fuse may be gone."))
  }

  @Test func `comments in vain are reported with their line`() {
    let article = ArticleReader.read(
      Array(
        "# A\n\n<!-- waymark: remdy -->\n\nText.\n\n<!-- waymark: id: My Name -->\n\n## B\n\nText.\n"
          .utf8
      ), path: "a.md", including: { _ in nil }
    ).article
    expectNoDifference(
      DirectiveCheck.findings(in: article).map { "\($0)" },
      [
        "a.md:3: warning: the comment 'waymark: remdy' means nothing [unknown-comment]\n"
          + "  hint: did you mean 'remedy'?",
        "a.md:7: warning: the comment 'waymark: id: My Name' means nothing [unknown-comment]\n"
          + "  hint: write lower-case letters, digits and hyphens: 'waymark: id: lost-phone'",
      ])
  }
}

extension String {
  fileprivate var id: Node.ID { Node.ID(self) }
}
