import Content
import CustomDump
import Decisions
import Testing

@testable import Compiler

@Suite struct NoteTests {
  private let files = [
    "waymark.yml": "locales: [en-us]\nescalation: Call *4357*.",
    "en-us/codes.md": """
    # My code doesn't arrive

    |Problem|Solution|
    |---|---|
    |No text comes|Check the signal. Wait two minutes.<br><br>If you still get nothing, use a call.|
    |The code is *late*|Ask for one new code.|
    """,
  ]

  private func note(of id: String, address: String? = nil) async throws -> Note {
    let library = await LibraryCompiler.compile(folder(files), fallbackLocale: nil).library
    let entry = try #require(library["codes"])
    let edition = try #require(library.edition(of: entry, in: .americanEnglish))
    let node = try #require(edition.tree[Node.ID(id)])
    return Note(
      of: node, in: edition, library: library,
      words: Note.Words(in: .americanEnglish, about: edition), address: address)
  }

  @Test func `a note has the trail, what was tried, the outcome and the version`() async throws {
    let note = try await note(
      of: "codes/no-text-comes/2/contact", address: "https://help.example.com/x.html")
    expectNoDifference(
      note.text.split(separator: "\n").map(String.init),
      [
        "My code doesn't arrive",
        "1. My code doesn't arrive › No text comes",
        "2. Check the signal. › No, it's still not working",
        "3. Use a call. › No, it's still not working",
        "Result: Not solved: sent to the service desk",
        "   Call 4357.",
        "Step code: \(note.code) [text version \(note.version)]",
        "codes/no-text-comes/2/contact",
        "https://help.example.com/x.html",
      ])
    expectNoDifference(
      note.line,
      "\(note.code) My code doesn't arrive › No text comes › tried: Check the signal › "
        + "tried: Use a call › Not solved: sent to the service desk [text version \(note.version)]")
  }

  @Test func `what was tried is the sentence that told to do it`() async throws {
    let text = try #require(files["en-us/codes.md"])
    var files = files
    files["en-us/codes.md"] = text.replacing(
      "use a call.|", with: "the network may be down. Use a call, and wait.|")
    let library = await LibraryCompiler.compile(folder(files), fallbackLocale: nil).library
    let entry = try #require(library["codes"])
    let edition = try #require(library.edition(of: entry, in: .americanEnglish))
    let node = try #require(edition.tree[Node.ID("codes/no-text-comes/2/contact")])
    let note = Note(
      of: node, in: edition, library: library,
      words: Note.Words(in: .americanEnglish, about: edition), address: nil)
    #expect(note.answers.last?.question == "Use a call, and wait.")
  }

  @Test func `marks in the text are escaped in the note as Markdown`() async throws {
    let note = try await note(of: "codes/the-code-is-late")
    expectNoDifference(
      note.markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      [
        "**My code doesn't arrive**", "",
        "1. My code doesn't arrive › **The code is late**", "",
        "Step code: `\(note.code)` (`codes/the-code-is-late`, text version \(note.version))",
      ])
  }

  @Test func `the line never has more than 200 characters`() async throws {
    let attempts = (1...9).map { "<br><br>If you still get nothing, use way \($0)." }.joined()
    var long = files
    long["en-us/codes.md"] = """
      # \(String(repeating: "A very long title ", count: 12))

      |Problem|Solution|
      |---|---|
      |\(String(repeating: "No text comes ", count: 8))|Wait.\(attempts)|
      |The code is late|Ask for one new code.|
      """
    let library = await LibraryCompiler.compile(folder(long), fallbackLocale: nil).library
    let entry = try #require(library["codes"])
    let edition = try #require(library.edition(of: entry, in: .americanEnglish))
    #expect(edition.tree.nodes.count > 10)
    for node in edition.tree.nodes {
      let note = Note(
        of: node, in: edition, library: library,
        words: Note.Words(in: .americanEnglish, about: edition), address: nil)
      #expect(note.line.count <= Note.lineLimit)
      #expect(
        note.line.hasPrefix(note.code) && note.line.hasSuffix("[text version \(note.version)]"))
    }
  }

  @Test func `remedies of one problem are told apart, and the end is no problem`() async throws {
    var files = files
    files["en-us/codes.md"]? += """

      |It is wrong|Type it again.<br><br>If it is still wrong, call the service desk.|
      """
    let library = await LibraryCompiler.compile(folder(files), fallbackLocale: nil).library
    let entry = try #require(library["codes"])
    let tree = try #require(library.edition(of: entry, in: .americanEnglish)).tree
    let phrases = PhraseBook.phrases(for: .americanEnglish)
    func heading(_ id: String) throws -> String? {
      tree.heading(of: try #require(tree[Node.ID(id)]), phrases)
    }
    func subject(_ id: String) throws -> String? {
      tree.subject(of: try #require(tree[Node.ID(id)]), phrases)?.words(phrases)
    }
    #expect(try heading("codes/no-text-comes") == nil)
    #expect(try subject("codes/no-text-comes") == nil)
    #expect(try heading("codes/no-text-comes/2") == "Try this next (2 of 2)")
    #expect(try subject("codes/no-text-comes/2") == "No text comes")
    #expect(try heading("codes/no-text-comes/2/contact") == nil)
    #expect(try subject("codes/no-text-comes/2/contact") == "No text comes")
    #expect(try heading("codes/it-is-wrong/2") == "Get help")
    #expect(try subject("codes/it-is-wrong/2") == "It is wrong")
    #expect(try heading("codes/the-code-is-late") == nil)
  }
}
