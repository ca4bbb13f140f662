import Content
import CustomDump
import Testing

@testable import Decisions

@Suite struct EndTests {
  /// What each end that sends to a person shows: what to have ready, then what the article says.
  private func ends(_ markdown: String) -> [String] {
    tree(markdown).nodes.filter { $0.kind == .escalation }.map { node in
      let parts = [node.explanation, node.body].map { blocks in
        blocks.texts.map(\.source.plainText).joined(separator: " ")
      }
      return parts.joined(separator: " | ")
    }
  }

  @Test(arguments: [
    "If you need more help, contact support.", "If you can't open it, ask your administrator.",
    "For more help, contact your help desk.",
  ])
  func `closing words about whom to turn to are the end behind a remedy`(_ words: String) throws {
    let text =
      "# Problems\n\n## I can't print\n\nRestart the printer. \(words)\n\n## It's slow\n\nWait.\n"
    let first = try #require(tree(text)[Node.ID("a/i-cant-print")])
    #expect(
      first.body.texts.map { $0.source.plainText.hasPrefix("Restart the printer.") } == [true])
    #expect(first.body.texts.map { $0.source.plainText.contains(words) } == [false])
    #expect(ends(text).contains("| \(words)".replacing("| ", with: " | ")))
  }

  @Test(arguments: [
    "Ask your administrator for the address. Enter it.",
    "If you don't know the address, ask your administrator for it, and then select it.",
    "Ask your administrator to restart the printer, and wait.",
  ])
  func `a person to ask on the way is no end`(_ remedy: String) throws {
    let text =
      "# Problems\n\n## I can't print\n\nOpen the list. \(remedy) Print again.\n\n## It's slow\n\nWait.\n"
    let first = try #require(tree(text)[Node.ID("a/i-cant-print")])
    #expect(first.body.texts.map(\.source.plainText).joined().hasSuffix("Print again."))
  }

  private let table = """
    |Problem|Solution|
    |---|---|
    |It doesn't start|Plug it in.|
    |None of these|Contact support.|
    """

  @Test func `what to have ready for a call is shown where one is told to call`() {
    let text = """
      # The printer

      \(table)

      ## Before you start

      When you contact support, have the following ready:

      - The number on its back.
      - What the light shows.

      Keep the lid closed.
      """
    let ready =
      "When you contact support, have the following ready: The number on its back. "
      + "What the light shows."
    expectNoDifference(Set(ends(text)), ["\(ready) | Contact support."])
  }

  @Test func `a section about what to collect is shown there whole`() {
    let text = "# The printer\n\n\(table)\n\n## Collect this before you call\n\nThe number.\n"
    #expect(ends(text).contains("The number. | Contact support."))
  }

  @Test(arguments: [
    "Collect the pages from the tray.", "Contact support when it is broken.",
    "Have your paper ready before you start.", "When you are ready, contact your partner.",
    "If your partner prints for you, provide this number to them.",
  ])
  func `other things to have or to call for are not`(_ sentence: String) {
    #expect(ends("# The printer\n\n\(sentence)\n\n\(table)\n").allSatisfy { $0.hasPrefix(" | ") })
  }
}
