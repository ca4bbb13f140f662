import Content
import CustomDump
import Diagnostics
import Testing

@testable import Compiler

/// A content folder in memory.
func folder(_ files: [String: String]) -> ContentFolder {
  ContentFolder(files: files.keys.filter { !$0.hasPrefix(".") }) { path in
    files[path].map { Array($0.utf8) }
  }
}

@Suite struct LinkTests {
  private let help = [
    "waymark.yml": "locales: [en-us, nl-nl]\nbase_url: https://help.example.com/it/",
    "en-us/Phones/Lost.md":
      "# Lost phone\n\n## <a name=\"call\"></a>Call us\n\n![a](../media/a.png)",
    "en-us/index.md": "---\nuid: start\n---\n# Start",
    "en-us/media/a.png": "",
    "en-us/gone.md": "---\nredirect_url: Phones/Lost.md#call\n---\n",
    "en-us/TOC.md": "# [Start](index.md)\n# Phones\n## [Lost](Phones/Lost.md)\n## [Bad](no.md)",
    "nl-nl/index.md": "# Begin",
    "nl-nl/phones/x.md": "# X",
  ]

  private func library() async -> Library {
    await LibraryCompiler.compile(folder(help), fallbackLocale: nil).library
  }

  @Test(arguments: [
    ("Phones/Lost.md#call", LinkTarget.article(id: "phones/lost", anchor: "call")),
    ("phones/lost.md?x=y#CALL", .article(id: "phones/lost", anchor: "call")),
    ("Phones/Lost.md#nothing", .article(id: "phones/lost", anchor: "")),
    ("~/Phones/Lost.md", .article(id: "phones/lost", anchor: "")),
    ("/it/phones/lost", .article(id: "phones/lost", anchor: "")),
    ("/it/other", .external("https://help.example.com/it/other")),
    ("gone.md", .article(id: "phones/lost", anchor: "call")),
    ("xref:start?displayProperty=fullName", .article(id: "index", anchor: "")),
    ("media/a.png", .file("en-us/media/a.png")),
    ("media/A.png", .file("en-us/media/a.png")),
    ("toc.md", .nowhere),
    ("../../../etc/passwd", .nowhere),
    ("javascript:alert(1)", .nowhere),
    ("https://example.com/a", .external("https://example.com/a")),
  ])
  func `an address from a translation leads to the article or file it means`(
    destination: String, target: LinkTarget
  ) async {
    let found = await library().target(of: destination, from: "nl-nl/index.md")
    expectNoDifference(found, target)
  }

  @Test func `an article that moved leads to its new place`() async {
    let library = await library()
    expectNoDifference(
      library.redirects.map { "\($0.from) → \($0.to)" },
      ["gone → article(id: \"phones/lost\", anchor: \"call\")"])
  }

  @Test func `a list of moved files is read from the top of the folder`() async {
    let library = await LibraryCompiler.compile(
      folder([
        "docs/a.md": "# A",
        ".openpublishing.redirection.json":
          #"{"redirections": [{"source_path": "Old.md", "redirect_url": "/base/docs/a"},"#
          + #"{"source_path": "older.md", "redirect_url": "old.md"}]}"#,
      ]), fallbackLocale: nil
    ).library
    expectNoDifference(
      library.redirects.map { "\($0.from) → \($0.to)" },
      [
        "old → article(id: \"docs/a\", anchor: \"\")",
        "older → article(id: \"docs/a\", anchor: \"\")",
      ])
  }

  @Test func `a table of contents orders and groups the topics`() async {
    func lines(_ entries: [ContentsEntry], _ indent: String = "") -> [String] {
      entries.flatMap { entry -> [String] in
        let target = entry.target.map { "\($0)" } ?? "-"
        return ["\(indent)\(entry.title.target.plainText): \(target)"]
          + lines(entry.children, indent + "  ")
      }
    }
    let library = await library()
    expectNoDifference(
      lines(library.contents(in: LanguageTag("nl-nl") ?? .americanEnglish)),
      [
        "Start: article(id: \"index\", anchor: \"\")", "Phones: -",
        "  Lost: article(id: \"phones/lost\", anchor: \"\")",
      ])
  }

  @Test func `a table that only leads back to the home page is none of topics`() async {
    let library = await LibraryCompiler.compile(
      folder([
        "a.md": "# A", "toc.yml": "- name: A\n  href: a.md",
        "breadcrumb/toc.yml": "- name: Home\n  href: ../a.md",
      ]), fallbackLocale: nil
    ).library
    #expect(
      library.contents(in: .americanEnglish).map(\.title.target.plainText) == ["A"])
  }

  @Test func `tables of contents that take each other in end`() async {
    let (library, _) = await LibraryCompiler.compile(
      folder([
        "a.md": "# A", "toc.yml": "- name: B\n  href: b/toc.yml\n- name: A\n  href: a.md",
        "b/toc.yml": "items:\n- name: A again\n  href: ../a.md\n- name: Up\n  href: ../toc.yml",
      ]), fallbackLocale: nil)
    #expect(library.contents(in: .americanEnglish).map(\.children.count) == [1, 0])
  }

  @Test func `what an address cannot reach is reported once, with the nearest candidate`() async {
    let (_, diagnostics) = await LibraryCompiler.compile(
      folder([
        "a.md": """
        # A

        ## <a name="reset-it"></a>Reset

        [x](#reset-its) [y](bb.md) [z](B.md) [p](/x) [q](xref:no) ![o](m.png) [r](../r.md)
        """,
        "b.md": "# B\n\n![again](m.png)", "c/bb.md": "# BB",
      ]), fallbackLocale: nil)
    expectNoDifference(
      diagnostics.map(\.description),
      [
        """
        a.md:5: note: 'B.md' has other capital letters than its file [link-case]
          hint: write 'b.md'
        """,
        """
        a.md:5: warning: '../r.md' leads outside the content folder [link-outside]
          hint: move the file into the content folder, or link to its web address
        """,
        """
        a.md:5: warning: no picture 'm.png' [missing-picture]
          hint: add the file, or remove the picture; its text is shown instead
        """,
        """
        a.md:5: note: '/x' leads to the root of a server [server-root-link]
          hint: set `base_url` in waymark.yml, or write the whole web address
        """,
        """
        a.md:5: warning: no heading '#reset-its' in 'a' [unresolved-anchor]
          hint: did you mean '#reset-it'?
        """,
        """
        a.md:5: warning: no file 'bb.md' [unresolved-link]
          hint: did you mean 'c/bb.md'?
        """,
        """
        a.md:5: warning: no article has the uid 'no' [unresolved-xref]
          hint: give the article's front matter that `uid`, or link to its file
        """,
      ])
  }

  @Test func `a proposed address is the one that its file would write, in its own language`() async
  {
    let (_, diagnostics) = await LibraryCompiler.compile(
      folder([
        "waymark.yml": "locales: [en-us, nl-nl]",
        "en-us/a.md": "# A", "nl-nl/a.md": "# A\n\n[x](phones/lost-phne.md) ![y](media/acount.svg)",
        "en-us/phones/lost-phone.md": "# Lost", "nl-nl/phones/lost-phone.md": "# Kwijt",
        "nl-nl/media/account.svg": "<svg/>",
      ]), fallbackLocale: nil)
    expectNoDifference(
      diagnostics.compactMap(\.hint).filter { $0.contains("mean") },
      ["did you mean 'media/account.svg'?", "did you mean 'phones/lost-phone.md'?"])
  }

  @Test func `a file with thousands of broken links gets proposals for the first thousand`() async {
    let headings = (0..<3000).map { "## Heading \($0)" }
    let links = (0..<3000).map { "[x](#headin-\($0))" }
    let (_, diagnostics) = await LibraryCompiler.compile(
      folder(["a.md": "# A\n\n" + (headings + links).joined(separator: "\n\n")]),
      fallbackLocale: nil)
    #expect(diagnostics.count == 3000)
    #expect(diagnostics.count { $0.hint?.contains("mean") == true } == 1000)
  }

  @Test func `an anchor in other letters leads to the first heading that it may mean`() async {
    let library = await LibraryCompiler.compile(
      folder(["a.md": "# A\n\n<a name=\"Ab\"></a>\n\n<a name=\"aB\"></a>\n\n<a name=\"É\"></a>"]),
      fallbackLocale: nil
    ).library
    let found = ["#aB", "#AB", "#é", "#c"].map { library.target(of: $0, from: "a.md") }
    expectNoDifference(found, ["aB", "Ab", "É", ""].map { .article(id: "a", anchor: $0) })
  }
}
