import Compiler
import Content
import CustomDump
import Decisions
import Search
import Testing

@testable import Terminal

@Suite struct WalkSessionTests {
  @Test func `a question, its choices and the way out are shown under each other`() async {
    var session = await Sample.session()
    session.type("1")
    expectNoDifference(
      session.shown(),
      [
        "My code doesn't arrive", "", "Look at your phone first.", "",
        "Which of these is it?", "  1  No message comes", "  2  The code is late",
        "  3  None of these",
      ])
  }

  @Test func `a mistyped step code is told from one that no step has`() async throws {
    var session = await Sample.session()
    let wrong = session.type("g 412092")
    #expect(wrong == .stayed(session.phrases[.codeMistyped]))
    let unknown = session.type("g 412091")
    #expect(unknown == .stayed("\(session.phrases[.noSuchStep]) 412091"))
    let short = session.type("g 41209")
    #expect(short == .stayed(session.phrases[.codeLength]))
  }

  @Test func `a topic outside the groups of the contents does not stand under the last of them`()
    async
  {
    let files = [
      "toc.yml": """
      - name: Phones
        items:
        - name: Lost phone
          href: lost.md
        - name: Older phones
          items:
          - name: Keys
            href: keys.md
        - name: New phone
          href: new.md
      - name: Costs
        href: costs.md
      """,
      "lost.md": "# Lost\n", "keys.md": "# Keys\n", "new.md": "# New\n", "costs.md": "# Costs\n",
      "apps.md": "# Apps\n",
    ]
    let folder = ContentFolder(files: files.keys.sorted()) { files[$0].map { Array($0.utf8) } }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    let topics = WalkSession(library, locale: .americanEnglish).topics.map { topic in
      "\(topic.group?.target.plainText ?? "-"): \(topic.article.id)"
    }
    expectNoDifference(
      topics,
      ["Phones: lost", "Older phones: keys", "Phones: new", "More topics: costs", "-: apps"])
  }

  @Test func `numbers of any script, words, and yes and no are answers`() async {
    var session = await Sample.session()
    session.type("１", "no message comes", "no")
    #expect(session.here == "codes/no-message-comes/2")
    session.type("yes")
    #expect(session.isAtEnd)
    #expect(session.status == .resolved)
  }

  @Test func `what is no answer changes nothing and says so`() async {
    var session = await Sample.session()
    session.type("1")
    let before = session.here
    #expect(session.type("9") == .stayed("There is no answer 9. Type a number from 1 to 3."))
    #expect(session.type("perhaps") != .moved(nil))
    #expect(session.here == before)
  }

  @Test func `a link opens the other node, and back returns`() async {
    var session = await Sample.session()
    session.type("1", "1", "no", "j1")
    #expect(session.here == "setup/set-up")
    session.type("b")
    #expect(session.here == "codes/no-message-comes/2")
    session.type("b", "b")
    #expect(session.here == "codes")
    session.type("b")
    #expect(session.visit == nil)
  }

  @Test func `a link to a step shows that step, and back returns`() async {
    let text = "# Pair\n\n1. Hold it.\n2. Wait.\n3. If it fails, go back to step 2.\n"
    let folder = ContentFolder(files: ["pair.md"]) { $0 == "pair.md" ? Array(text.utf8) : nil }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    var session = WalkSession(library, locale: .americanEnglish)
    session.type("1")
    #expect(session.shown().contains("3. If it fails, go back to step 2 [j1]."))
    session.type("j1")
    #expect(session.prompt.step?.number == 2)
    #expect(session.shown().contains("2. Wait."))
    session.type("")
    #expect(session.prompt.step?.number == 3)
    session.type("b")
    #expect(session.prompt.step == nil)
  }

  @Test func `a step that nobody has translated yet says so`() async {
    func unit(_ number: Int, _ target: String, _ source: String) -> String {
      "<span data-ttu-id=\"1a2b3-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
        + "<span data-stu-id=\"1a2b3-\(number)\">\(source)</span></span>"
    }
    let files = [
      "waymark.yml": "locales: [en-us, nl-nl]",
      "en-us/pair.md": "# Pair\n\n1. Hold it.\n2. Wait.\n",
      "nl-nl/pair.md":
        "# \(unit(1, "Koppelen", "Pair"))\n\n1. \(unit(2, "Houd vast.", "Hold it."))\n",
    ]
    let folder = ContentFolder(files: Array(files.keys)) { files[$0].map { Array($0.utf8) } }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    var session = WalkSession(library, locale: LanguageTag("nl-nl") ?? .americanEnglish)
    session.type("1")
    #expect(
      session.prompt.notice?.hasPrefix("Een deel van deze pagina is nog niet vertaald.") == true)
    #expect(session.shown().contains("1. Houd vast.") && session.shown().contains("2. Wait."))
    session.type("l en-us")
    #expect(session.prompt.notice == nil)
  }

  @Test func `an end that says in another language whom to contact says so`() async {
    let text = """
      # Help

      |Problem|Solution|
      |---|---|
      |The page says locked.|Wait 15 minutes.|
      |The page is empty.|Reload the page.|
      """
    let dutch = """
      # Hulp

      |Probleem|Oplossing|
      |---|---|
      |De pagina meldt een vergrendeling.|Wacht 15 minuten.|
      |De pagina is leeg.|Laad de pagina opnieuw.|
      """
    let files = [
      "waymark.yml": "locales: [en-us, en-gb, nl-nl]\nescalation:\n  en-us: Call 4357.\n",
      "en-us/a.md": text, "en-gb/a.md": text, "nl-nl/a.md": dutch,
    ]
    let folder = ContentFolder(files: Array(files.keys)) { files[$0].map { Array($0.utf8) } }
    let library = await LibraryCompiler.compile(folder, fallbackLocale: nil).library
    var session = WalkSession(library, locale: LanguageTag("nl-nl") ?? .americanEnglish)
    for answer in ["1", "1", "2"] { session.type(answer) }
    #expect(session.shown().contains("Call 4357."))
    #expect(session.prompt.notice?.hasPrefix("Een deel van deze pagina") == true)
    session.type("l en-gb")
    #expect(session.prompt.notice == nil)
  }

  @Test func `a changed answer says which answers it takes back`() async {
    var session = await Sample.session()
    session.type("1", "1", "no")
    let outcome = session.type("change 1")
    guard case .moved(let message?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(message.hasSuffix("No message comes › No, it's still not working"))
    #expect(session.here == "codes")
  }

  @Test(arguments: ["change", "change 3", "c 0"])
  func `a change without an answer's number tells which there are`(line: String) async {
    var session = await Sample.session()
    session.type("1", "1", "no")
    let told = session.type(line)
    #expect(
      told
        == .stayed(
          "To change an answer, type change and its number: "
            + "1 No message comes › 2 No, it's still not working"))
  }

  @Test func `further reading stands below the answers, which have the numbers of the pages`()
    async
  {
    var files = Sample.files
    files["en-us/codes.md"] = """
      # Sound does not work

      Which of these is it?

      ## I hear nothing

      Turn the sound up.

      ## I hear noise

      Change the cable.

      ## Next steps

      - [Set up](setup.md)
      """
    var session = WalkSession(await Sample.library(files), locale: .americanEnglish)
    session.type("g codes")
    let labels = session.prompt.choices.map(\.label.target.plainText)
    #expect(!labels.contains("Next steps"))
    #expect(session.shown().suffix(2) == ["More topics", "  j1  Next steps"])
    session.type("j1")
    #expect(session.prompt.title.target.plainText == "Next steps")
    session.type("b", "2")
    #expect(session.prompt.trail.last?.answer.target.plainText == labels[1])
  }

  @Test func `what is gone for good says why, and what helps instead`() async throws {
    var files = Sample.files
    files["permalinks.json"] = """
      {"version": 1, "nodes": {}, "moved": {}, "retired": {
        "teams": {"code": "412091", "at": "teams.html", "title": "Teams", "reason": "We use Zoom now",
          "to": "setup"}}}
      """
    var session = WalkSession(await Sample.library(files), locale: .americanEnglish)
    let code = try #require(session.library.codes[Node.ID("setup")])
    for name in ["412091", "teams"] {
      #expect(
        session.type("g \(name)")
          == .stayed(
            "This step is gone: We use Zoom now · What helps instead: g \(code.readable)"))
    }
  }

  @Test func `the language changes in place, and in pair mode the source stands below`() async {
    var session = await Sample.session()
    session.type("1", "2", "l nl", "p")
    #expect(session.here == "codes/the-code-is-late")
    expectNoDifference(
      Array(session.shown().dropFirst(2).prefix(5)),
      [
        "De code is laat", "| The code is late", "", "Vraag één nieuwe code.",
        "| Ask for one new code.",
      ])
    #expect(session.type("l xx") != .moved(nil))
    #expect(session.locale.rawValue == "nl-nl")
  }

  @Test func `a procedure is shown whole, or step by step with Enter`() async {
    var session = await Sample.session()
    session.type("g setup/set-up", "s")
    #expect(session.prompt.step?.count == 3)
    #expect(session.shown().contains("1. Install the app."))
    #expect(!session.shown().contains("2. Scan the code."))
    session.type("")
    expectNoDifference(
      Array(session.shown().drop { $0 != "Step 2 of 3" }.prefix(5)),
      ["Step 2 of 3", "", "2. Scan the code.", "", "   Note:"])
    session.type("", "")
    #expect(session.prompt.step?.number == 3)
    session.type("b", "s")
    #expect(session.shown().contains("3. Sign in."))
  }

  @Test func `words are searched for, and a list of what was found is walked on from`() async {
    var session = await Sample.session()
    #expect(session.type("f late code") == .needs(.index(.americanEnglish)))
    let index = await SearchIndex(session.library, locale: .americanEnglish)
    session.adopt(index: index, for: .americanEnglish)
    session.type("f late code", "1")
    #expect(session.here == "codes/the-code-is-late")
    session.type("b")
    #expect(session.prompt.choices.first?.label.target.plainText == "The code is late")
  }

  @Test func `a step code leads to its node in the language of the walk`() async throws {
    var session = await Sample.session()
    let id = Node.ID("codes/the-code-is-late")
    let code = try #require(session.library.codes[id])
    session.type("l nl", "g \(code)")
    #expect(session.here == id.rawValue)
    #expect(session.prompt.title.target.plainText == "De code is laat")
  }
}

@Suite struct NoteReplayTests {
  @Test func `a note is walked again in any language, also quoted in mail`() async throws {
    var session = await Sample.session()
    session.type("l nl", "1", "1", "nee", "2")
    let note = try #require(session.note(site: nil))
    let quoted = note.text.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n")
    let replayed = NoteReplay.walk(quoted, in: session.library)
    #expect(replayed == .reached(Node.ID(session.here ?? ""), try #require(LanguageTag("nl-nl"))))
  }

  @Test func `a note that no longer fits stops at the first answer that is gone`() async throws {
    var session = await Sample.session()
    session.type("1", "1", "no")
    let note = try #require(session.note(site: nil)).text
      .replacing("No message comes\n", with: "Nothing at all comes\n")
    #expect(
      NoteReplay.walk(note, in: session.library)
        == .stopped(at: Node.ID("codes"), .americanEnglish, answer: "Nothing at all comes"))
  }

  @Test func `the first line alone leads to its step, and other text to none`() async throws {
    var session = await Sample.session()
    session.type("1", "2")
    let note = try #require(session.note(site: nil))
    #expect(
      NoteReplay.walk(note.line, in: session.library)
        == .reached(Node.ID("codes/the-code-is-late"), .americanEnglish))
    #expect(NoteReplay.walk("Milk, eggs", in: session.library) == .unreadable)
  }
}
