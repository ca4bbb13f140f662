import Content
import CustomDump
import Markdown
import Testing

/// The rules of GFM's section 4.10, each with the number of its example in version 0.29.
@Suite struct PipeTableTests {
  /// A table as one line for each row, cells between `/`; other blocks as their words.
  private func lines(_ markdown: String) -> [String] {
    MarkdownDocument(bytes: Array(markdown.utf8)).blocks().flatMap { block -> [String] in
      guard case .table(let table) = block.kind else {
        return ["- " + block.texts.map(\.source.plainText).joined(separator: " ")]
      }
      let rows = [table.header] + table.rows
      return [table.alignments.map(\.rawValue).joined(separator: " ")]
        + rows.map { row in
          row.map { $0.blocks.flatMap(\.texts).map(\.source.plainText).joined() }
            .joined(separator: "/")
        }
    }
  }

  @Test(arguments: [
    ("198", "| a | b |\n| --- | --- |\n| c | d |", ["none none", "a/b", "c/d"]),
    ("199", "| a | b |\n:-: | -----------:\nc | d", ["center right", "a/b", "c/d"]),
    ("200", "| a\\|b |\n| --- |\n| `c\\|d` |", ["none", "a|b", "c|d"]),
    ("201", "| a | b |\n| --- | --- |\n| c | d |\n> q", ["none none", "a/b", "c/d", "- q"]),
    (
      "202", "| a | b |\n| --- | --- |\n| c | d |\nx\n\ny",
      ["none none", "a/b", "c/d", "x/", "- y"]
    ),
    ("203", "| a | b |\n| --- |\n| c |", ["- | a | b | | --- | | c |"]),
    ("204, widened", "|a|b|\n|-|-|\n|c|\n|d|e|f|", ["none none none", "a/b/", "c//", "d/e/f"]),
    ("205", "| a | b |\n| --- | --- |", ["none none", "a/b"]),
    ("a pipe in code", "|a|b|\n|-|-|\n|`c|d`|e|", ["none none", "a/b", "c|d/e"]),
    ("empty cells behind", "|a|\n|-|\n|b|||", ["none", "a", "b"]),
  ])
  func `a table is read as GFM says, but no cell is lost`(
    example: String, markdown: String, expected: [String]
  ) {
    expectNoDifference(lines(markdown), expected, example)
  }

  @Test func `a cell means together with others what it means alone`() throws {
    let cells = [
      "**a", "b**", "`c", "d`", "[e", "f](g)", "[h](i) *j*", "# k", "- l", "1. m", "<b>n", "o</b>",
      "<!-- p", "q -->", "r\\", "&amp;", "[s]: t", "***", "> u", "~~~", "---", "[v](w \"x\")",
      "<http://y.z>", "a\\|**b**",
    ]
    func texts(_ rows: [String]) throws -> [[Inline]] {
      let markdown = "|h|\n|-|\n" + rows.map { "|\($0)|" }.joined(separator: "\n")
      let blocks = MarkdownDocument(bytes: Array(markdown.utf8)).blocks()
      guard case .table(let table) = try #require(blocks.first).kind else { return [] }
      return table.rows.map { $0[0].blocks.flatMap(\.texts).flatMap(\.source) }
    }
    expectNoDifference(try texts(cells), try cells.flatMap { try texts([$0]) })
  }
}
