import Content
import CustomDump
import Testing

@testable import Articles
@testable import Compiler

/// A text comes back as it was from wherever there was room for it.
struct TextRoomTests {
  private func parsed(_ path: String) -> ParsedArticle {
    let text = "# \(path)\n\n## No code arrives\n\nSelect **Send again**.\n"
    let folder = ContentFolder(files: [path]) { _ in nil }
    return ParsedArticle(
      Array(text.utf8), path: path, id: path, in: folder, source: .americanEnglish
    ) { _ in .americanEnglish }
  }

  @Test(
    arguments: [
      (values: 1 << 20, bytes: 0), (values: 0, bytes: 1 << 20), (values: 0, bytes: 0),
      (values: 60, bytes: 400),
    ])
  func `texts come back as they were`(_ room: (values: Int, bytes: Int)) throws {
    let articles = (1...5).map { parsed("article-\($0).md") }
    let texts = TextRoom(values: room.values, bytes: room.bytes)
    for article in articles { texts.keep(article) }
    for article in articles {
      let found = try #require(texts[article.article.path])
      expectNoDifference(found.article.blocks, article.article.blocks)
      expectNoDifference(found.tree, article.tree)
      expectNoDifference(found.version, article.version)
    }
    texts.forget("article-3.md")
    #expect(texts["article-3.md"] == nil)
    #expect(texts["article-4.md"] != nil)
  }
}
