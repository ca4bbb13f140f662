import Content
import CustomDump
import Markdown
import Testing

@Suite struct MarkdownDocumentTests {
  private func paragraph(_ text: String, units: [(String, Range<Int>)]) -> [Inline] {
    let document = MarkdownDocument(
      bytes: Array(text.utf8),
      units: units.map { TextUnit.Span(id: .init($0.0), range: $0.1) })
    guard case .paragraph(let text)? = document.blocks().first?.kind else { return [] }
    return text.source
  }

  @Test func `a text is cut where one unit ends and the next begins`() {
    expectNoDifference(
      paragraph("One. Two.", units: [("a-1", 0..<4), ("a-2", 5..<9)]),
      [
        .unit(.init("a-1"), isContinuation: false, [.text("One.")]),
        .text(" "),
        .unit(.init("a-2"), isContinuation: false, [.text("Two.")]),
      ])
  }

  @Test func `escapes, entities and marks do not shift the units behind them`() {
    let text = #"\*a &amp; **b** [c](d "e") `f`"# + "\n  x"
    let start = text.utf8.count - 1
    expectNoDifference(
      paragraph(text, units: [("a-1", start..<start + 1)]),
      [
        .text("*a & "), .strong([.text("b")]), .text(" "),
        .link(Link(destination: "d", title: "e"), [.text("c")]), .text(" "), .code("f"),
        .softBreak, .unit(.init("a-1"), isContinuation: false, [.text("x")]),
      ])
  }

  @Test func `a unit that begins inside a mark and ends outside is marked twice`() {
    expectNoDifference(
      paragraph("**a b** c", units: [("a-1", 4..<9)]),
      [
        .strong([.text("a "), .unit(.init("a-1"), isContinuation: false, [.text("b")])]),
        .unit(.init("a-1"), isContinuation: true, [.text(" c")]),
      ])
  }
}
