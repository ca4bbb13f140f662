import CustomDump
import Exports
import Testing

@Suite struct TreeDocumentTests {
  @Test(arguments: [
    ("", TreeDocument.ReadingFailure.notATree(place: "")),
    ("[1]", .notATree(place: "")),
    (#"{"version": 2}"#, .newerVersion(2)),
    (
      #"{"version":1,"locale":"nl-NL","source_locale":"en-US","articles":[],"nodes":[{"id":7}]}"#,
      .notATree(place: "nodes.0.id")
    ),
  ])
  func `what is no tree is said with its place`(
    text: String, failure: TreeDocument.ReadingFailure
  ) {
    do {
      _ = try TreeDocument(parsing: Array(text.utf8))
      Issue.record("it was read")
    } catch {
      expectNoDifference(error, failure)
    }
  }

  @Test func `the lines that changed stand in order, what went first`() {
    let lines = TextDifference.lines(from: "a\nb\nc", to: "a\nx\nc\nd")
    expectNoDifference(lines.map { "\($0.sign)\($0.line)" }, ["-b", "+x", "+d"])
  }
}
