import Compiler
import Exports
import Foundation
import TestSupport
import Testing

/// A folder of articles in, every export of its last locale out.
@Suite struct ExportFixtureTests {
  @Test(arguments: Fixture.all(beside: #filePath))
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
    fixture.approve(out)
  }
}
