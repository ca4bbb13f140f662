import Compiler
import Content
import CustomDump
import Diagnostics
import Exports
import Foundation
import TestSupport
import Testing

/// One translation file for each code: `wrong/CODE.xlf` brings the finding up, `mended/CODE.xlf` is
/// the same once the hint has been followed, and `approved.txt` is what the import says of `wrong`.
@Suite struct ImportFixtureTests {
  private static let codes = [
    "changed-source", "incomplete-translation", "unit-markup", "unknown-original",
  ]

  @Test(arguments: Fixture.all(beside: #filePath).filter { $0.has("articles") })
  func `what an import refuses reads well, and is taken once its hint is followed`(
    fixture: Fixture
  ) async throws {
    let folder = ContentFolder(at: fixture.folder.appendingPathComponent("articles"))
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let locale = try #require(library.locales.last)
    let files = await library.translationFiles(in: locale).files
    func findings(in name: String) throws -> [Diagnostic] {
      let texts = try XLIFFTexts(parsing: fixture.bytes(name))
      return XLIFFImport.apply(texts, to: files, allowsPartial: false).diagnostics
    }
    var out = ""
    for code in Self.codes {
      let found = try findings(in: "wrong/\(code).xlf")
      #expect(found.contains { $0.code.rawValue == code })
      out += found.map { "\($0)\n" }.joined()
      let left = try findings(in: "mended/\(code).xlf").filter { $0.code.rawValue == code }
      expectNoDifference(left.map(\.description), [])
    }
    fixture.approve(out)
  }
}
