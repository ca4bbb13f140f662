import Content
import Diagnostics
import Testing

@testable import Articles

/// Input that no writer means: each is read in bounded time and memory, and its text is kept.
@Suite struct BadInputTests {
  private func read(
    _ text: String, including files: [String: String] = [:]
  ) -> (article: Article, diagnostics: [Diagnostic]) {
    ArticleReader.read(
      Array(text.utf8), path: "a.md", including: { path in files[path].map { Array($0.utf8) } })
  }

  private func words(_ article: Article) -> String {
    article.blocks.flatMap(\.texts).map(\.target.plainText).joined(separator: "\n")
  }

  private func codes(_ diagnostics: [Diagnostic]) -> Set<String> {
    Set(diagnostics.map(\.code.rawValue))
  }

  @Test func `bytes that are no text are replaced and reported`() {
    let bytes: [UInt8] =
      [0xEF, 0xBB, 0xBF] + Array("# A\r\nb\0c \r".utf8) + [0xFF, 0xC3] + Array("\r\nd".utf8)
    let result = ArticleReader.read(bytes, path: "a.md", including: { _ in nil })
    #expect(words(result.article) == "A\nb\u{FFFD}c \u{FFFD}\u{FFFD} d")
    #expect(result.diagnostics.map(\.description).first?.hasPrefix("a.md:2: warning:") == true)
    #expect(codes(result.diagnostics) == ["invalid-text"])
  }

  @Test func `an article of 100 MB is left out and reported`() {
    let result = ArticleReader.read(
      [UInt8](repeating: 0x61, count: 100 << 20), path: "a.md", including: { _ in nil })
    #expect(result.article.blocks.isEmpty)
    #expect(codes(result.diagnostics) == ["file-too-large"])
  }

  @Test(arguments: [
    "> ", "- ", "1. ", "> - ", "*", "**a ", "[", "![", "<b>", "<span>", "<div>",
  ])
  func `what stands in 10,000 marks is kept`(mark: String) {
    let result = read("# A\n\n" + String(repeating: mark, count: 10_000) + "kept")
    #expect(words(result.article).contains("kept"))
  }

  @Test func `what stands in 10,000 closed marks is kept`() {
    for (open, close) in [
      ("*", "*"), ("**a ", " b**"), ("[", "](x)"), ("![", "](x)"), ("<b>", "</b>"),
      ("<div>\n", "</div>\n"), ("<ul><li>", "</li></ul>"), ("<!--", "-->"), ("(", ")"),
    ] {
      let text =
        String(repeating: open, count: 10_000) + "kept" + String(repeating: close, count: 10_000)
      #expect(words(read("Text \(text) kept").article).contains("kept"), "\(open)")
      #expect(words(read("\(text)\n\nkept").article).contains("kept"), "\(open)")
    }
  }

  @Test func `units nested without end keep their text`() {
    let open = "<span data-ttu-id=\"ab123-101\">"
    #expect(words(read(String(repeating: open, count: 10_000) + "kept").article) == "kept")
    let unit = "<span data-ttu-id=\"ab123-101\">T</span><span class=\"sxs-lookup\">"
    let source = "<span data-stu-id=\"ab123-101\">" + String(repeating: "<span>", count: 10_000)
    #expect(words(read("\(unit)\(source)S</span></span>").article).contains("T"))
  }

  @Test func `a table of 10,000 rows keeps them all`() {
    let rows = (1...10_000).map { "| row \($0) | [x] | `a|b` |\n" }.joined()
    let result = read("| A | B | C |\n|---|---|---|\n\(rows)\n[x]: y.md\n")
    guard case .table(let table)? = result.article.blocks.first?.kind else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 10_000)
    #expect(table.rows.last?.count == 3)
    #expect(table.rowLines.last == 10_002)
  }

  @Test func `a row with 10,000 cells does not widen 10,000 rows`() {
    let wide = String(repeating: "|x", count: 10_000)
    let rows = String(repeating: "|a|\n", count: 10_000)
    let result = read("|A|\n|---|\n\(wide)\n\(rows)")
    guard case .table(let table)? = result.article.blocks.first?.kind else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments.count == 33)
    #expect(words(result.article).utf8.count { $0 == UInt8(ascii: "x") } == 10_000)
  }

  @Test func `includes that multiply end at a limit`() {
    var files: [String: String] = [:]
    for level in 0..<12 {
      let line = "[!INCLUDE [x](l\(level + 1).md)]\n"
      files["l\(level).md"] = String(repeating: line, count: 10)
    }
    let bomb = read("[!INCLUDE [x](l0.md)]\n\nkept", including: files)
    #expect(codes(bomb.diagnostics).contains("include-too-large"))
    #expect(words(bomb.article).hasSuffix("kept"))
    files["l11.md"] = String(repeating: "text ", count: 100_000)
    let inline = files.mapValues { $0.replacing("\n", with: " ") }
    let long = read("x [!INCLUDE [x](l0.md)]\n\nkept", including: inline)
    #expect(codes(long.diagnostics) == ["include-too-large"])
    #expect(words(long.article).hasPrefix("x"))
    #expect(words(long.article).hasSuffix("kept"))
  }

  @Test func `an include of itself is reported with its way`() {
    let result = read("[!INCLUDE [x](b.md)]", including: ["b.md": "[!INCLUDE [x](a.md)]"])
    #expect(
      result.diagnostics.map(\.message)
        == ["the include goes in a circle: 'a.md' --> 'b.md' --> 'a.md'"])
  }

  @Test func `directives that are never closed, or closed by none, leave their text`() {
    for line in ["::: zone pivot=\"a\"", ":::row:::", "::: zone-end", "## [a](#tab/a)", "<table>"] {
      let result = read(String(repeating: "\(line)\n\nkept\n\n", count: 3000))
      #expect(words(result.article).contains("kept"), "\(line)")
    }
    let nested = String(repeating: ":::row:::\n\n", count: 2000)
    #expect(
      words(read(nested + "kept\n\n" + nested.replacing("row", with: "row-end")).article) == "kept")
  }

  @Test func `10,000 equal headings get 10,000 ids`() {
    let result = read(String(repeating: "## Same\n\n", count: 10_000))
    let ids = result.article.blocks.compactMap { block -> String? in
      if case .heading(let heading) = block.kind { return heading.id }
      return nil
    }
    #expect(Set(ids).count == 10_000)
    #expect(ids.last == "same-9999")
  }
}
