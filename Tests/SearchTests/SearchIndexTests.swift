import Articles
import Compiler
import Content
import CustomDump
import Decisions
import Testing

@testable import Search

@Suite struct SearchIndexTests {
  private static let files = [
    "codes.md": """
    # My code doesn't arrive

    |Problem|Solution|
    |---|---|
    |No text message comes|Check the signal. The error is 0x80070005.<br><br>If you still get nothing, use a call.|
    |I have a new phone and no code arrives|Check your SIM card.|
    |None of these|Call the service desk.|
    """,
    "password.md": """
    # I forgot my password

    ## Reset your password

    1. Select **Forgot my password**.
    2. Choose a café.
    """,
    "locked.md": "# My account is locked\n\nWait until the phone is quiet.\n",
  ]

  private func index() async -> SearchIndex { await index(of: Self.files) }

  private func ids(_ query: String) async -> [String] {
    let index = await index()
    return index.matches(query).map { index.documents[$0.document].node.rawValue }
  }

  private func index(of files: [String: String]) async -> SearchIndex {
    let folder = ContentFolder(files: files.keys.sorted()) { path in
      files[path].map { Array($0.utf8) }
    }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    return await SearchIndex(library, locale: .americanEnglish)
  }

  @Test(arguments: ["keywords: vpnx, tunnel", "keywords: [other, vpnx]", "keywords:\n- vpnx"])
  func `an article is found by its keywords, which are not shown`(keywords: String) async {
    let index = await index(of: [
      "far.md": "---\n\(keywords)\n---\n# Work from afar\n\n## Start\n\nBegin.\n",
      "near.md": "# Work here\n\nBegin.\n",
    ])
    let found = index.matches("vpnx").map { index.documents[$0.document].node.rawValue }
    expectNoDifference(found, ["far"])
    #expect(!index.documents.contains { "\($0.title) \($0.context)".contains("vpnx") })
  }

  @Test func `of ten results three are of one article while others have the words too`() async {
    func article(_ title: String, _ sections: Int) -> String {
      let text = (1...sections).map { "## Sign in \(title) \($0)\n\n1. Sign in.\n\n" }.joined()
      return "# Sign in \(title)\n\n\(text)"
    }
    let index = await index(of: [
      "long.md": article("long", 14), "a.md": article("alpha", 2), "b.md": article("beta", 2),
    ])
    let all = index.matches("sign in", limit: 30).map { index.documents[$0.document].article }
    expectNoDifference(all.count, 21)
    expectNoDifference(all.prefix(9).filter { $0 == "long" }.count, 3)
    expectNoDifference(all.dropFirst(9).filter { $0 != "long" }.count, 0)
    let first = index.matches("sign in", limit: 5).map { index.documents[$0.document].article }
    expectNoDifference(first, Array(all.prefix(5)))
  }

  @Test func `a node with words of its own is a document, later remedies and bare ends are not`()
    async
  {
    let documents = await index().documents.map(\.node.rawValue)
    expectNoDifference(
      documents,
      [
        "codes", "codes/no-text-message-comes",
        "codes/i-have-a-new-phone-and-no-code-arrives", "codes/none-of-these", "locked",
        "password",
      ])
  }

  @Test func `a symptom is found by its words before texts that mention them`() async {
    #expect(
      await ids("new phone no code").first == "codes/i-have-a-new-phone-and-no-code-arrives")
    let phone = await ids("phone")
    #expect(phone == ["codes/i-have-a-new-phone-and-no-code-arrives", "locked"])
  }

  @Test func `case, accents and one typo do not matter`() async {
    #expect(await ids("CAFE") == ["password"])
    #expect(await ids("pasword") == ["password"])
    #expect(await ids("passowrd") == ["password"])
    #expect(await ids("assword") == ["password"])
    #expect(await ids("phoen") == ["codes/i-have-a-new-phone-and-no-code-arrives"])
    #expect(await ids("cal") != [])
  }

  @Test func `an error code is found exactly or not at all`() async {
    #expect(await ids("0x80070005") == ["codes/no-text-message-comes"])
    #expect(await ids("0x8007000") == [])
    #expect(await ids("0x80070006") == [])
  }

  @Test func `a word is found by its beginning and by its longer forms`() async {
    #expect(await ids("passw") == ["password"])
    #expect(await ids("passwords") == ["password"])
    #expect(await ids("pa") == [])
  }

  @Test(
    arguments: [
      ("Kontosperre", ["konto", "sperre"]), ("Sicherheitscode", ["sicherheit", "code"]),
      ("Sperrenkontocode", ["sperre", "konto", "code"]), ("Prüfcode", ["code"]),
      ("Handschuh", []), ("zzzzzzzz", []), ("Codehand", ["code", "hand"]),
    ] as [(String, [String])])
  func `a word that no text has counts as the names it is made of`(
    word: String, parts: [String]
  ) async throws {
    let index = await index(of: [
      "a.md": "# Konto und Sperre\n\nText.\n", "b.md": "# Code der Sicherheit\n\nHand.\n",
    ])
    expectNoDifference(index.parts(of: try #require(Tokens.split(word).first)), parts)
    #expect(index.matches(word).isEmpty == parts.isEmpty)
  }

  @Test func `words come from all of a document, also from its later remedies`() async {
    #expect(await ids("nothing call").first == "codes/no-text-message-comes")
  }

  @Test func `no word is in both lists with the same document, all numbers are positive`() async {
    let index = await index()
    for word in index.names {
      let other = index.texts.first { $0.text == word.text }
      let both = Set(word.postings.map(\.document))
        .intersection(other?.postings.map(\.document) ?? [])
      #expect(both.isEmpty)
    }
    #expect((index.names + index.texts).flatMap(\.postings).allSatisfy { $0.share > 0 })
    #expect((index.names + index.texts).allSatisfy { $0.rarity > 0 })
    #expect(index.names.map(\.text) == index.names.map(\.text).sorted())
  }

  @Test(
    arguments: [
      ("sms", "codes/no-text-message-comes"),
      ("mobile no code", "codes/i-have-a-new-phone-and-no-code-arrives"),
    ])
  func `a step is found by other words for the same`(query: String, id: String) async {
    #expect(await ids(query).first == id)
  }

  @Test func `an article comes before its parts that have the same words`() async {
    #expect(await ids("code doesn't arrive").first == "codes")
  }

  @Test func `an article comes before a part whose title and way to it have the same word`() async {
    let text = """
      # I forgot my password

      Choose a new one, at any hour.

      ## Reset your password

      Borrow a computer.

      ### To reset your password

      1. Select **Forgot**.
      2. Type a new password twice. Keep the password to yourself.

      ## Mail

      Mail is read here.

      ## Printers and screens

      They need paper.

      """
    let folder = ContentFolder(files: ["a.md"]) { _ in Array(text.utf8) }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let index = await SearchIndex(library, locale: .americanEnglish)
    let first = index.matches("password").first
    #expect(first.map { index.documents[$0.document].title } == "I forgot my password")
  }

  @Test func `an article whose text repeats a word does not come before one that it names`() async {
    let index = await index(of: [
      "a.md": "# Manage it\n\nA phone, one more phone and any phone.\n\n## Start\n\n1. Go.\n",
      "b.md": "# I have a new phone\n\nMove it.\n\n## Start\n\n1. Go.\n",
    ])
    let found = index.matches("phone").map { index.documents[$0.document].node.rawValue }
    expectNoDifference(found, ["b", "a"])
  }

  @Test func `a title is listed without the mark that ends it`() async throws {
    let folder = ContentFolder(files: ["a.md"]) { _ in
      Array("# Things to do:\n\n## Wait for it.\n\nWait.\n\n## Really? Yes.\n\nYes.\n".utf8)
    }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let titles = await SearchIndex(library, locale: .americanEnglish).documents.map(\.title)
    expectNoDifference(titles, ["Things to do", "Wait for it", "Really? Yes."])
  }
}
