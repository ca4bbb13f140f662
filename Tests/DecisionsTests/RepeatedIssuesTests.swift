import Content
import Testing

@testable import Decisions

/// Causes that each have a solution of their own.
@Suite struct RepeatedIssuesTests {
  @Test(arguments: [
    ["Cause 1", "Cause 2", "Solution 1", "Solution 2"],
    ["Cause 1", "Solution 1", "Cause 2", "Solution 2"],
    ["Cause", "Solution", "Cause", "Solution"],
  ])
  func `a cause is told before its own solution`(_ headings: [String]) {
    let told = tree(article(headings)).nodes.filter { $0.kind == .remedy }.map(explanation(of:))
    let causes = headings.filter { $0.hasPrefix("Cause") }.count
    #expect(causes == 2)
    #expect(told.count == 2)
    #expect(told.first?.contains("Why first.") == true)
    #expect(told.first?.contains("Why second.") == false)
    #expect(told.last?.contains("Why second.") == true)
  }

  @Test func `causes before one solution are all told before it`() {
    let told = tree(article(["Cause 1", "Cause 2", "Solution"])).nodes.first.map(explanation(of:))
    #expect(told?.contains("Why first.") == true)
    #expect(told?.contains("Why second.") == true)
  }

  @Test func `a cause keeps its heading where that says more than its kind`() {
    let markdown =
      "# It doesn't start\n\n## Cause: dust\n\nIt is old.\n\n## Solution\n\nClean it.\n"
    let told = tree(markdown).nodes.first.map(explanation(of:))
    #expect(told == "Cause: dust It is old.")
  }

  /// An article whose causes are told in order, under such headings.
  private func article(_ headings: [String]) -> String {
    var causes = ["Why first.", "Why second."][...]
    var solutions = ["Press the button.", "Turn the wheel."][...]
    let parts = headings.map { heading in
      let text = heading.hasPrefix("Cause") ? causes.popFirst() : solutions.popFirst()
      return "## \(heading)\n\n\(text ?? "")\n"
    }
    return (["# It doesn't start\n"] + parts).joined(separator: "\n")
  }

  private func explanation(of node: Node) -> String {
    node.explanation.texts.map(\.source.plainText).joined(separator: " ")
  }
}
