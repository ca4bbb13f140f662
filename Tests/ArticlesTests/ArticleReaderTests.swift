import Foundation
import TestSupport
import Testing

@testable import Articles

@Suite struct ArticleReaderTests {
  /// Each fixture is a content folder whose `article.md` is read; `approved.txt` is what it holds.
  @Test(arguments: Fixture.all(beside: #filePath))
  func `an article is read into blocks with its units, and its faults are reported`(
    fixture: Fixture
  ) throws {
    let folder = fixture.folder
    let result = ArticleReader.read(
      try fixture.bytes("article.md"), path: "article.md",
      including: { path in
        (try? Data(contentsOf: folder.appendingPathComponent(path))).map { [UInt8]($0) }
      })
    var output = BlockDump.render(result.article.blocks)
    if !result.diagnostics.isEmpty {
      output += "\n" + result.diagnostics.sorted().map { "\($0)\n" }.joined()
    }
    fixture.approve(output)
  }
}
