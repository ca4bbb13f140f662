import Compiler
import CustomDump
import Foundation
import Testing

@testable import Authoring

@Suite struct ArticleMoveTests {
  private static let files = [
    "waymark.yml": "locales: [en-us, nl-nl]\nescalation: Call 4357.\n",
    "en-us/lost.md":
      "# Lost\r\n\r\n![Map](media/map.svg) [New](new.md#a) [Top](#lost)\r\n[!INCLUDE [x](includes/x.md)]",
    "nl-nl/lost.md": "# Kwijt\n\n[Nieuw](New.md) <https://example.com/lost.md>\n",
    "en-us/new.md": """
    # New

    See [lost](lost.md), [lost](./lost.md#lost "Lost") and [lost]( <lost.md> ), but `[lost](lost.md)`.

    ```
    [lost](lost.md)
    ```

    <a href="lost.md?view=all">lost</a> [ref] [other](not-lost.md) \\[x](lost.md)

    [ref]: lost.md
    """,
    "en-us/not-lost.md": "# Not lost\n\n[Up](../en-us/LOST.md) [Root](~/en-us/lost.md)\n",
    "en-us/includes/x.md": "[Lost](../lost.md)\n",
    "en-us/TOC.md": "# [Lost](lost.md)\n",
    "nl-nl/toc.yml": "- name: Kwijt\n  href: lost.md\n",
    "en-us/media/map.svg": "<svg/>",
  ]

  private static func library(_ files: [String: String]) async -> Library {
    let folder = ContentFolder(files: Array(files.keys)) { files[$0].map { Array($0.utf8) } }
    return await LibraryCompiler.compile(folder, fallbackLocale: nil).library
  }

  @Test func `an article moves in all locales, and every link still leads there`() async throws {
    let library = await Self.library(Self.files)
    let move = try ArticleMove(
      of: #require(library["lost"]), to: "phones/lost-phone.md", in: library)
    expectNoDifference(move.id, "phones/lost-phone")
    expectNoDifference(move.deleted, ["en-us/lost.md", "nl-nl/lost.md"])
    expectNoDifference(
      Dictionary(
        move.written.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
        uniquingKeysWith: { first, _ in first }),
      [
        "en-us/phones/lost-phone.md":
          "# Lost\r\n\r\n![Map](../media/map.svg) [New](../new.md#a) [Top](#lost)\r\n"
          + "[!INCLUDE [x](../includes/x.md)]",
        "nl-nl/phones/lost-phone.md":
          "# Kwijt\n\n[Nieuw](../New.md) <https://example.com/lost.md>\n",
        "en-us/new.md": """
        # New

        See [lost](phones/lost-phone.md), [lost](phones/lost-phone.md#lost "Lost") and \
        [lost]( <phones/lost-phone.md> ), but `[lost](lost.md)`.

        ```
        [lost](lost.md)
        ```

        <a href="phones/lost-phone.md?view=all">lost</a> [ref] [other](not-lost.md) \\[x](lost.md)

        [ref]: phones/lost-phone.md
        """,
        "en-us/not-lost.md":
          "# Not lost\n\n[Up](phones/lost-phone.md) [Root](~/en-us/phones/lost-phone.md)\n",
        "en-us/includes/x.md": "[Lost](../phones/lost-phone.md)\n",
        "en-us/TOC.md": "# [Lost](phones/lost-phone.md)\n",
        "nl-nl/toc.yml": "- name: Kwijt\n  href: phones/lost-phone.md\n",
      ])
  }

  @Test func `moving there and back gives the same bytes`() async throws {
    var files = Self.files
    files["en-us/not-lost.md"] = "# Not lost\n\n[Up](lost.md) [Root](~/en-us/lost.md)\n"
    files["en-us/new.md"] = files["en-us/new.md"]?.replacing("./lost", with: "lost")
    let before = files
    for name in ["phones/lost-phone", "lost"] {
      let library = await Self.library(files)
      let entry = try #require(
        library.articles.first { $0.id.contains("lost") && !$0.id.hasPrefix("not") })
      let move = try ArticleMove(of: entry, to: name, in: library)
      for path in move.deleted { files[path] = nil }
      for file in move.written { files[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    }
    expectNoDifference(files, before)
  }

  @Test(arguments: ["../lost", "/etc/lost", "a/../../b", "", ".", "a/.git/b", "a\\b", "x:y", "~/x"])
  func `a name outside the folder is refused`(name: String) async throws {
    let library = await Self.library(Self.files)
    let entry = try #require(library["lost"])
    #expect(throws: ArticleMove.Refusal.outside(name)) {
      try ArticleMove(of: entry, to: name, in: library)
    }
  }

  @Test func `no file is overwritten`() async throws {
    let library = await Self.library(Self.files)
    let entry = try #require(library["lost"])
    #expect(throws: ArticleMove.Refusal.taken("en-us/new.md")) {
      try ArticleMove(of: entry, to: "NEW", in: library)
    }
    #expect(throws: ArticleMove.Refusal.sameName("lost")) {
      try ArticleMove(of: entry, to: "lost.md", in: library)
    }
  }

  @Test func `translations and links follow a source that was renamed by hand`() async throws {
    let lock = await Self.library(Self.files).permalinks.lock
    var files = Self.files
    files["permalinks.json"] = String(decoding: lock.json, as: UTF8.self)
    files["en-us/gone.md"] = files.removeValue(forKey: "en-us/lost.md")
    let library = await Self.library(files)
    let orphan = try #require(library.orphan(named: "nl-nl/lost.md"))
    let move = try ArticleMove(of: orphan, to: "gone", in: library)
    expectNoDifference(move.deleted, ["nl-nl/lost.md"])
    expectNoDifference(
      move.written.map(\.path),
      [
        "en-us/TOC.md", "en-us/includes/x.md", "en-us/new.md", "en-us/not-lost.md",
        "nl-nl/gone.md", "nl-nl/toc.yml",
      ])
    #expect(throws: ArticleMove.Refusal.noSource("en-us/other.md")) {
      try ArticleMove(of: orphan, to: "other", in: library)
    }
  }
}
