import Compiler
import Content
import CustomDump
import Exports
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

  private func library(_ files: [String: String]) async -> Library {
    let folder = ContentFolder(files: Array(files.keys)) { path in
      files[path].map { Array($0.utf8) }
    }
    return await LibraryCompiler.compile(folder, fallbackLocale: nil).library
  }

  /// The pages for writers, and those that tell what changed since a former state.
  private func pages(
    _ files: [String: String], since former: [String: String]? = nil
  ) async -> [String: String] {
    let library = await library(files)
    let site = await Site.make(of: library).site
    var changes: [TreeChanges] = []
    if let former {
      let before = await self.library(former)
      for locale in library.locales {
        changes.append(
          TreeChanges(
            from: await TreeDocument(before, articles: before.articles, locale: locale),
            to: await TreeDocument(library, articles: library.articles, locale: locale)))
      }
    }
    let pages = await site.writersPages(changes) + site.changesPages(changes)
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

  @Test func `each locale tells what changed, in its words, with links to what is there`() async {
    var former = localized(articles: 2)
    former["en-us/no-code.md"] = Self.question.replacing(
      "Switch it on.", with: "Wait for a minute."
    ).replacing(
      "| My number is new | Call the service desk. |", with: "| The screen is black | Charge it. |")
    let pages = await pages(localized(articles: 2), since: former)
    #expect(
      pages["en-us/-/writers.html"]?.contains("<a href=\"what-changed.html\">What changed</a>")
        == true)
    let page = pages["en-us/-/what-changed.html"] ?? ""
    let step = "../no-code/my-phone-is-off.html"
    #expect(page.contains("<a href=\"\(step)\">"))
    #expect(
      page.contains("<p>Other words</p><del>Wait for a minute.</del><ins>Switch it on.</ins>"))
    #expect(page.contains("<p>New</p>"))
    #expect(page.contains("<p>Gone</p>"))
    let dutch = pages["nl-nl/-/what-changed.html"] ?? ""
    #expect(dutch.contains("<html lang=\"nl-NL\""))
    #expect(dutch.contains("<p>Andere woorden</p>"))
  }
}
