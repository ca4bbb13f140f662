import Diagnostics
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
    let bytes = try fixture.bytes("article.md")
    let result = ArticleReader.read(
      bytes, path: "article.md",
      including: { path in
        (try? Data(contentsOf: folder.appendingPathComponent(path))).map { [UInt8]($0) }
      })
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
    for finding in result.diagnostics where finding.location.path == "article.md" {
      #expect(1...lines ~= finding.location.line ?? 1)
    }
    var output = BlockDump.render(result.article.blocks)
    if !result.diagnostics.isEmpty {
      output += "\n" + result.diagnostics.sorted().map { "\($0)\n" }.joined()
    }
    fixture.approve(output)
  }
}
