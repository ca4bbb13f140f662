import Compiler
import CustomDump
import Foundation
import Testing

@testable import Site

/// Folders of real articles that stand beside the package; tests of them are skipped without.
private enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpus").standardizedFileURL
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

@Suite(.enabled(if: Corpus.isThere, "../shared/corpus is not there"))
struct CorpusUnitsTests {
  @Test func `each text unit of a file is on its article's page exactly once`() async throws {
    let root = Corpus.folder.appending(
      path: "azure-nl/articles/active-directory/user-help"
    ).path
    let names = try FileManager.default.contentsOfDirectory(atPath: root)
    let folder = ContentFolder(files: names) { name in
      FileManager.default.contents(atPath: "\(root)/\(name)").map { Array($0) }
    }
    let (library, _) = await LibraryCompiler.compile(folder, fallbackLocale: nil)
    let site = await Site.make(of: library).site
    #expect(library.articles.count > 30)
    var count = 0
    for entry in library.articles {
      let locale = entry.source
      let summary = try #require(entry.editions[locale])
      let file = String(decoding: try #require(folder.read(summary.path)), as: UTF8.self)
      let address = library.page(ofArticle: entry.id, in: locale)
      let page = try #require(site.files(of: entry).pages.first { $0.path == address })
      let html = String(decoding: page.bytes, as: UTF8.self)
      let written = file.matches(of: /data-ttu-id="([^"]+)"/).map { String($0.1) }
      let shown = html.matches(of: /data-unit="([^"]+)"/).map { String($0.1) }
      count += written.count
      expectNoDifference(shown.sorted(), written.sorted(), summary.path)
    }
    #expect(count > 1_000)
  }
}
