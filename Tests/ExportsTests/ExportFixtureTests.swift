import Compiler
import CustomDump
import Exports
import Foundation
import TestSupport
import Testing

/// A folder of articles in, every export of its last locale out.
@Suite struct ExportFixtureTests {
  @Test(arguments: Fixture.all(beside: #filePath).filter { $0.has("content") })
  func `a folder's exports are the approved ones`(fixture: Fixture) async throws {
    let folder = ContentFolder(at: fixture.folder.appendingPathComponent("content"))
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let locale = library.locales.last
    let articles = library.articles
    let diagrams = await TreeDiagram.diagrams(of: library, articles: articles, locale: locale)
    var out = ""
    func add(_ name: String, _ text: String) { out += "== \(name)\n\(text)" }
    add("text", await TreeText.render(library, articles: articles, locale: locale))
    let json = await TreeJSON.render(library, articles: articles, locale: locale)
    add("json", String(decoding: json, as: UTF8.self))
    add("mermaid", TreeMermaid.render(diagrams))
    add("dot", TreeDOT.render(diagrams))
    for diagram in diagrams { add("svg", String(decoding: TreeSVG.render(diagram), as: UTF8.self)) }
    add("paths", PathTable.csv(diagrams).replacing("\r\n", with: "\n"))
    let translations = await TranslationReport(library, articles: articles, locale: nil)
    add("translations", TranslationText.render(translations, limit: 3, content: "docs"))
    add("translations json", String(decoding: TranslationJSON.render(translations), as: UTF8.self))
    if let locale, library.isLocalized {
      let files = await library.translationFiles(in: locale).files
      let xliff = XLIFF(files, from: library.locales[0], to: locale)
      add("xliff", String(decoding: XLIFFWriter.render(xliff), as: UTF8.self))
    }
    fixture.approve(out)
  }

  /// Two states of a folder in, what changed for the people who answer out.
  @Test(arguments: Fixture.all(beside: #filePath).filter { $0.has("before") })
  func `a folder's changes are the approved ones`(fixture: Fixture) async throws {
    let before = try await trees("before", of: fixture)
    let after = try await trees("after", of: fixture)
    let changes = TreeChanges(from: before, to: after)
    let json = String(decoding: TreeChangesJSON.render([changes]), as: UTF8.self)
    let page = String(decoding: TreeChangesPage.render([changes]), as: UTF8.self)
    fixture.approve(
      TreeChangesText.render(changes) + "\n== json\n" + json + "== page\n" + page)
  }

  /// The trees of a folder, written and read again.
  private func trees(_ name: String, of fixture: Fixture) async throws -> TreeDocument {
    let folder = ContentFolder(at: fixture.folder.appendingPathComponent(name))
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let bytes = await TreeJSON.render(library, articles: library.articles, locale: nil)
    let document = try TreeDocument(parsing: bytes)
    let written = await TreeDocument(library, articles: library.articles, locale: nil)
    expectNoDifference(document, written)
    return document
  }
}

extension Fixture {
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }
}
