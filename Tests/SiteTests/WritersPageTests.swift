import Compiler
import Content
import CustomDump
import Testing

@testable import Site

@Suite struct WritersPageTests {
  private static let question = """
    # No code

    ## Problem: the code does not come

    | Issue | Solution |
    | --- | --- |
    | My phone is off | Switch it on. |
    | My number is new | Call the service desk. |

    """

  private func pages(
    _ files: [String: String], tellsChanges: Bool = false
  ) async -> [String: String] {
    let folder = ContentFolder(files: Array(files.keys)) { path in
      files[path].map { Array($0.utf8) }
    }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let site = await Site.make(of: library).site
    let pages = await site.writersPages(tellsChanges: tellsChanges)
    return Dictionary(
      pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func localized(articles: Int) -> [String: String] {
    var files = ["waymark.yml": "locales: [en-us, nl-nl]", "en-us/no-code.md": Self.question]
    for number in 1..<articles { files["en-us/a\(number).md"] = "# A \(number)\n\nText.\n" }
    files["nl-nl/a1.md"] = "# A 1\n\nTekst.\n"
    return files
  }

  @Test func `it counts articles, tells what to translate, and shows trees of their locale`() async
  {
    let pages = await pages(localized(articles: 3))
    expectNoDifference(
      pages.keys.sorted(),
      ["en-us/-/trees/no-code.svg", "en-us/-/writers.html", "nl-nl/-/writers.html"])
    let page = pages["en-us/-/writers.html"] ?? ""
    #expect(page.contains("<meter value=\"1\" max=\"3\" aria-label=\"1 of 3\"></meter>"))
    #expect(page.contains("<div>Missing: 2</div>"))
    #expect(page.contains("<img src=\"trees/no-code.svg\""))
    #expect(!page.contains("what-changed.html"))
    #expect(pages["nl-nl/-/writers.html"]?.contains("Ontbreekt: 2") == true)
    #expect(pages["nl-nl/-/writers.html"]?.contains("<img src=\"trees") == false)
    let picture = pages["en-us/-/trees/no-code.svg"] ?? ""
    #expect(picture.contains("<a href=\"../../no-code.html"))
  }

  @Test func `a large library gets commands in place of pictures, and its translations counted`()
    async
  {
    let pages = await pages(localized(articles: 201))
    expectNoDifference(pages.keys.sorted(), ["en-us/-/writers.html", "nl-nl/-/writers.html"])
    let page = pages["en-us/-/writers.html"] ?? ""
    #expect(page.contains("waymark tree --format svg --locale en-us"))
    #expect(page.contains("1 of 201"))
    #expect(page.contains("<div>Missing: 200</div>"))
  }

  @Test func `articles that stand in one locale each have no table of translations`() async {
    let pages = await pages(["en-us/no-code.md": Self.question])
    let page = pages["en-us/-/writers.html"] ?? ""
    #expect(page.contains("1 of 1"))
    #expect(!page.contains("waymark translations"))
  }

  @Test func `it leads to what changed when the build tells it`() async {
    let pages = await pages(localized(articles: 2), tellsChanges: true)
    let page = pages["en-us/-/writers.html"] ?? ""
    #expect(page.contains("<a href=\"../../what-changed.html\">What changed</a>"))
  }
}
