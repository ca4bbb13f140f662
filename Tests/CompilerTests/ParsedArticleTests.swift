import Content
import CustomDump
import Foundation
import Storage
import Testing

@testable import Articles
@testable import Compiler

/// Parsed articles come back from bytes as they were.
struct ParsedArticleTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  private func files(in root: URL) -> ContentFolder {
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return ContentFolder(files: names ?? []) { path in
      FileManager.default.contents(atPath: root.appending(path: path).path).map { Array($0) }
    }
  }

  private func parsed(_ path: String, in folder: ContentFolder) throws -> ParsedArticle {
    ParsedArticle(
      try #require(folder.read(path)), path: path, id: "an/\(path)", in: folder,
      source: .americanEnglish
    ) { $0.declaredLocale ?? .americanEnglish }
  }

  private func expectSame(_ parsed: ParsedArticle) throws {
    var writer = BinaryWriter()
    writer.write(parsed)
    var reader = BinaryReader(writer.bytes[...])
    let found = try reader.read(ParsedArticle.self)
    #expect(reader.isAtEnd)
    let (own, its) = (parsed.article, found.article)
    expectNoDifference(its.path, own.path)
    expectNoDifference(its.frontMatter, own.frontMatter)
    if its.blocks != own.blocks { expectNoDifference(its.blocks, own.blocks) }
    expectNoDifference(its.isSideBySide, own.isSideBySide)
    expectNoDifference(its.includes, own.includes)
    expectNoDifference(its.frontMatterUnits, own.frontMatterUnits)
    if found.tree != parsed.tree { expectNoDifference(found.tree, parsed.tree) }
    expectNoDifference(found.locale, parsed.locale)
    expectNoDifference(found.version, parsed.version)
    expectNoDifference(found.size, parsed.size)
  }

  @Test(arguments: ["content", "Tests/DecisionsTests/Fixtures", "Tests/ChecksTests/Fixtures"])
  func `the articles of a folder come back`(_ name: String) throws {
    let folder = files(in: Self.package.appending(path: name))
    let articles = folder.files.filter { $0.hasSuffix(".md") }
    #expect(articles.count > 10)
    for path in articles { try expectSame(try parsed(path, in: folder)) }
  }

  @Test func `every kind of block and inline comes back`() throws {
    let text = """
      ---
      title: Everything
      description: "One of each"
      ---
      # Every *kind* of **block** <a name="kinds"></a>

      > A quote with `code`, a [link](other.md "Title") and a line\\
      > break.

      > [!WARNING]
      > An alert with ![a picture](a.png "Title") and <kbd>Ctrl</kbd>.

      > [!div class="checklist"]
      > * One
      > * Two

      3. A step. Go to step 4.

         ```bash
         echo one
         ```
      4. Another step.

      | If you see | Then |
      |:-----------|-----:|
      | an error   | Restart. |
      | nothing    | See [the kinds](#kinds) or [a site](https://example.com/). |

      # [Windows](#tab/windows)

      Press <sup>it</sup>.

      # [Linux](#tab/linux/one)

      Type it.

      ---

      ::: zone target="docs"

      A zone.

      ::: zone-end

      ::: moniker range=">= v2"

      A range.

      ::: moniker-end

      :::row:::
         :::column span="2":::
            Left
         :::column-end:::
         :::column:::
            Right
         :::column-end:::
      :::row-end:::

      :::image type="complex" source="b.png" alt-text="B" border="false" lightbox="c.png":::
         A longer description.
      :::image-end:::

      > [!VIDEO https://example.com/video]

      <details><summary>More</summary>

      Inside.

      </details>

      <!-- waymark: something -->

      ***

      <span data-ttu-id="a1b2c-101">Een zin.</span><span class="sxs-lookup"><span \
      data-stu-id="a1b2c-101">A sentence.</span></span>
      """
    let folder = ContentFolder(files: ["all.md"]) { _ in Array(text.utf8) }
    try expectSame(try parsed("all.md", in: folder))
  }

  @Test func `bytes that end early are damaged`() throws {
    let folder = ContentFolder(files: ["a.md"]) { _ in Array("# A\n\n- One\n- *Two*\n".utf8) }
    var writer = BinaryWriter()
    writer.write(try parsed("a.md", in: folder))
    for count in writer.bytes.indices {
      var reader = BinaryReader(writer.bytes[..<count])
      #expect(throws: BinaryReader.Damage.self) { try reader.read(ParsedArticle.self) }
    }
  }
}
