import Compiler
import Content
import CustomDump
import Testing

@testable import Site

@Suite struct ArticlePageTests {
  private func page(_ path: String, _ files: [String: String]) async -> String {
    let all = files.merging(["waymark.yml": "locales: [en-us]"]) { $1 }
    let folder = ContentFolder(files: Array(all.keys)) { path in all[path].map { Array($0.utf8) } }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let site = await Site.make(of: library).site
    let pages = library.articles.flatMap { site.files(of: $0).pages }
    return pages.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// The texts of the choices of a page, in order.
  private func choices(_ html: String) -> [String] {
    html.matches(of: /<li class="(?:topic|answer|fallback)">.*?<span>([^<]+)<\/span><\/a>/)
      .map { String($0.1) }
  }

  private static let password = """
    # Change your password

    ## Before you start

    You need your phone.

    ## Change it

    1. Open **Settings**.
    2. Select **Password**.

    ## Keep it safe

    1. Open your password manager.
    2. Select **Add**.

    ## Next steps

    - [Sign in](https://example.com)

    """

  @Test func `an article offers what there is to do, and lists all of it beside the text`() async {
    let html = await page("en-us/password.html", ["en-us/password.md": Self.password])
    expectNoDifference(choices(html), ["Change it", "Keep it safe"])
    let contents = html.matches(of: /<li><a href="#[^"]*">([^<]+)<\/a><\/li>/).map { String($0.1) }
    expectNoDifference(
      contents, ["Before you start", "Change it", "Keep it safe", "Next steps"])
    #expect(!html.contains("covered"))
  }

  @Test func `a list of what is offered anyway is marked, so that phones leave it out`() async {
    let files = [
      "en-us/password.md": Self.password.replacing(
        "## Before you start\n\nYou need your phone.\n", with: "You need your phone.\n")
    ]
    #expect(
      await page("en-us/password.html", files).contains("<div class=\"article menu covered\">"))
  }

  @Test func `the section with the contact has an id that no heading of the article has`() async {
    let own = await page("en-us/password.html", ["en-us/password.md": Self.password])
    expectNoDifference(own.matches(of: /id="get-help"/).count, 1)
    #expect(own.contains("<section class=\"outcomes\" id=\"get-help\">"))
    let text = Self.password.replacing("## Before you start", with: "## Get help")
    let taken = await page("en-us/password.html", ["en-us/password.md": text])
    expectNoDifference(taken.matches(of: /id="get-help"/).count, 1)
    #expect(taken.contains("<h2 id=\"get-help\">"))
  }

  @Test func `a table of two columns is marked, so that it stacks on phones`() async {
    let table = "# Codes\n\n|Code|Meaning|\n|---|---|\n|1|One|\n\n|A|B|C|\n|---|---|---|\n|1|2|3|\n"
    let html = await page("en-us/codes.html", ["en-us/codes.md": table])
    expectNoDifference(html.matches(of: /class="table two"/).count, 1)
    expectNoDifference(html.matches(of: /class="table"/).count, 1)
  }
}
