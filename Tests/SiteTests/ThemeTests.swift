import Compiler
import Content
import CustomDump
import Diagnostics
import Testing

@testable import Site

@Suite struct ThemeTests {
  private func folder(_ files: [String: String]) -> ContentFolder {
    let article = "# A\n\nText.\n"
    let all = ["waymark.yml": "locales: [en-us]", "en-us/a.md": article].merging(files) { $1 }
    return ContentFolder(files: Array(all.keys)) { path in all[path].map { Array($0.utf8) } }
  }

  private func site(_ files: [String: String]) async -> (site: Site, diagnostics: [Diagnostic]) {
    let library = await LibraryCompiler.compile(folder(files), fallbackLocale: nil).library
    return await Site.make(of: library)
  }

  private func page(_ path: String, _ files: [String: String]) async -> String {
    let (site, _) = await site(files)
    let pages = site.library.articles.flatMap { site.files(of: $0).pages } + site.sharedPages()
    return pages.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  @Test func `waymark's own theme has no finding`() async {
    let diagnostics = await site([:]).diagnostics
    expectNoDifference(diagnostics, [])
  }

  @Test func `a template, a style and words of the content take the place of waymark's`() async {
    let files = [
      "theme/footer.mustache": "<footer><p>Ours: {{term.find}}</p></footer>",
      "theme/theme.css": "body { color: red }", "theme/phrases/en.yml": "find: Look it up",
      "theme/seal.png": "x",
    ]
    let diagnostics = await site(files).diagnostics
    expectNoDifference(diagnostics, [])
    let html = await page("en-us/a.html", files)
    #expect(html.contains("<footer><p>Ours: Look it up</p></footer>"))
    #expect(await page("theme/theme.css", files) == "body { color: red }")
    #expect(await page("theme/seal.png", files) == "x")
  }

  @Test func `a mistake in the theme is told with its line, and waymark's file is used`() async {
    let files = [
      "theme/footer.mustache": "<footer>\n{{#code}}\n</footer>",
      "theme/step.mustache": "<p>\n{{{headin}}}\n{{^trail}}x{{/trail}}",
      "theme/hed.mustache": "", "theme/phrases/en.yml": "find: Search\nfnid: x",
      "theme/phrases/nl.yml": "a: [",
    ]
    let diagnostics = await site(files).diagnostics
    expectNoDifference(
      diagnostics.sorted().map { "\($0.location): \($0.message)" },
      [
        "theme/footer.mustache:3:10: the template is not valid Mustache: '</footer>'",
        "theme/hed.mustache: no template is called 'hed.mustache'",
        "theme/phrases/en.yml:2: no phrase is called 'fnid'",
        "theme/phrases/nl.yml:1: it is not valid YAML",
        "theme/step.mustache:2: no value is called 'headin'",
        "theme/step.mustache:3: a section of 'trail' cannot ask for its absence",
      ])
    #expect(await page("en-us/a.html", files).contains("class=\"site-footer\""))
  }

  @Test func `an article without a word in its title is named after its file`() async {
    let html = await page("en-us/b-c.html", ["en-us/b-c.md": "# ![](x.png)\n\nText."])
    #expect(html.contains("</span>b c</h1>"))
  }

  @Test func `colours, logo and footer come from the settings alone`() async {
    let files = [
      "waymark.yml": """
      locales: [en-us]
      theme:
        accent: "#7a1f5c"
        accent_dark: "#f0a8d6"
        logo: media/logo.svg
        footer: Run by *IT*.
      """,
      "media/logo.svg": "<svg/>",
    ]
    let html = await page("en-us/a.html", files)
    #expect(html.contains("<div><p>Run by <em>IT</em>.</p>\n</div>"))
    #expect(html.contains("<img src=\"../files/media/logo.svg\""))
    #expect(html.contains("href=\"../theme/colors.css\""))
    let colors = await page("theme/colors.css", files)
    #expect(colors.contains("--accent: #7a1f5c;") && colors.contains("--accent: #f0a8d6;"))
  }
}
