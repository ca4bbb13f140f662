import Compiler
import Content
import CustomDump
import Testing

@testable import Site

@Suite struct ArticlePageTests {
  private func page(_ path: String, _ files: [String: String]) async -> String {
    let all = ["waymark.yml": "locales: [en-us]"].merging(files) { $1 }
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

  @Test func `whom to contact is marked where it is in another language`() async {
    let files = [
      "waymark.yml": "locales: [en-us, nl-nl]\nescalation:\n  en-us: Call 4357.\n",
      "en-us/password.md": Self.password, "nl-nl/password.md": Self.password,
    ]
    let marked = "<div lang=\"en-US\" dir=\"ltr\"><p>Call 4357.</p>"
    #expect(await page("nl-nl/password.html", files).contains(marked))
    #expect(await !page("en-us/password.html", files).contains(marked))
  }

  @Test func `a table of two columns is marked, so that it stacks on phones`() async {
    let table = "# Codes\n\n|Code|Meaning|\n|---|---|\n|1|One|\n\n|A|B|C|\n|---|---|---|\n|1|2|3|\n"
    let html = await page("en-us/codes.html", ["en-us/codes.md": table])
    expectNoDifference(html.matches(of: /class="table two"/).count, 1)
    expectNoDifference(html.matches(of: /class="table"/).count, 1)
  }

  @Test func `a page says that some of it is not translated, where that is so`() async {
    func unit(_ number: Int, _ target: String, _ source: String) -> String {
      "<span data-ttu-id=\"1a2b3-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
        + "<span data-stu-id=\"1a2b3-\(number)\">\(source)</span></span>"
    }
    let files = [
      "waymark.yml": "locales: [en-us, nl-nl]",
      "en-us/codes.md": """
      # Codes

      ## Common problems

      | Problem | Solution |
      | --- | --- |
      | No text message comes | Wait. |
      | My screen is cracked | Ask for a new one. |

      """,
      "nl-nl/codes.md": """
      # \(unit(1, "De codes", "Codes"))

      ## \(unit(6, "Bekende problemen", "Common problems"))

      | \(unit(2, "Probleem", "Problem")) | \(unit(3, "Oplossing", "Solution")) |
      | --- | --- |
      | \(unit(4, "Er komt geen sms", "No text message comes")) | \(unit(5, "Wacht.", "Wait.")) |

      """,
    ]
    let notice = "Een deel van deze pagina is nog niet vertaald."
    let article = await page("nl-nl/codes.html", files)
    #expect(article.contains(notice))
    #expect(article.contains("<span data-unit=\"1a2b3-5\">Wacht.</span>"))
    #expect(article.contains("<td><span lang=\"en-US\" dir=\"ltr\">Ask for a new one.</span></td>"))
    let folder = "nl-nl/codes"
    #expect(await page("\(folder)/my-screen-is-cracked.html", files).contains(notice))
    let translated = await page("\(folder)/no-text-message-comes.html", files)
    #expect(translated.contains("Er komt geen sms") && !translated.contains(notice))
    #expect(await !page("en-us/codes.html", files).contains("not translated"))
  }
}
