import Content
import CustomDump
import Decisions
import Synchronization
import Testing

@testable import Search
@testable import Site

@Suite struct ShardUpdateTests {
  private static let locale = LanguageTag.americanEnglish

  /// Names and texts of an article's documents.
  private typealias Words = [(name: [String], text: [String])]

  @Test(arguments: 0..<20)
  func `scripts that were carried over are those that are made anew`(seed: UInt64) async throws {
    var chance = Chance(state: seed &+ 1)
    let former = (0..<150).map { _ in Self.words(&chance) }
    var now = former
    for _ in 0..<chance.number(below: 4) {
      let place = chance.number(below: now.count)
      now[place] = Self.edited(now[place], &chance)
    }
    let (old, new) = (await Self.site(of: former), await Self.site(of: now))
    var changes: [SearchUpdate.Change] = []
    var first = 0
    for (before, after) in zip(former, now) {
      if before.map(\.name) != after.map(\.name) || before.map(\.text) != after.map(\.text) {
        changes.append(
          .init(
            first: first, old: CountedWords(of: Self.article(before)),
            new: CountedWords(of: Self.article(after))))
      }
      first += before.count
    }
    let update = try #require(
      SearchUpdate(changes, in: Self.locale, documents: first, length: old.length))
    #expect(update.lengthOfAll == new.length)
    let made = Mutex<[String: [UInt8]]>([:])
    let scripts = await ShardUpdate(update: update, folder: "f", read: { old.files[$0] })
      .write { page in made.withLock { $0[page.path] = page.bytes } }
    let found = try #require(scripts)
    expectNoDifference(found.paths.sorted(), new.files.keys.sorted())
    var files = made.withLock { $0 }
    for path in found.kept { files[path] = old.files[path] }
    #expect(files == new.files)
    if changes.isEmpty { #expect(found.kept.count == new.files.count - 1) }
  }

  @Test func `a former script that is not as expected is not carried over`() async throws {
    let words = [(name: ["one"], text: ["two"])]
    let old = await Self.site(of: [words])
    let counted = CountedWords(of: Self.article(words))
    let change = SearchUpdate.Change(first: 0, old: counted, new: counted)
    let update = try #require(
      SearchUpdate([change], in: Self.locale, documents: 1, length: old.length))
    for path in old.files.keys where !path.contains("d0") {
      let read = { @Sendable (wanted: String) in
        wanted == path ? Array("waymarkSearch.add(\"x\",\"\");\n".utf8) : old.files[wanted]
      }
      let scripts = await ShardUpdate(update: update, folder: "f", read: read).write { _ in }
      #expect(scripts == nil, "\(path)")
    }
  }

  @Test func `a word in many documents more or less is weighed by a new average`() async {
    let few = [(name: ["one"], text: ["two"])]
    let many = [(name: ["one"], text: Array(repeating: "two", count: 100))]
    let old = await Self.site(of: [few])
    let change = SearchUpdate.Change(
      first: 0, old: CountedWords(of: Self.article(few)), new: CountedWords(of: Self.article(many)))
    #expect(
      SearchUpdate([change], in: Self.locale, documents: 1, length: old.length) == nil)
  }
}

extension ShardUpdateTests {
  private static func words(_ chance: inout Chance) -> Words {
    (0...chance.number(below: 3)).map { _ in
      (
        name: (0..<chance.number(below: 3)).map { _ in word(&chance) },
        text: (0..<chance.number(below: 120)).map { _ in word(&chance) }
      )
    }
  }

  /// A few words are everywhere, many in one document.
  private static func word(_ chance: inout Chance) -> String {
    let number = chance.number(below: 1 << (2 + chance.number(below: 14)))
    return "word\(String(number, radix: 36))and\(number)"
  }

  private static func edited(_ words: Words, _ chance: inout Chance) -> Words {
    var words = words
    let place = chance.number(below: words.count)
    words[place].text.append(word(&chance))
    if chance.number(below: 2) == 0 { words[place].text.removeFirst() }
    guard chance.number(below: 3) == 0, let name = words[place].name.popLast() else { return words }
    words[place].text.append(name)
    words[place].name.append(word(&chance))
    return words
  }

  private static func article(_ words: Words) -> CountedArticle {
    func tokens(_ words: [String]) -> TokenList {
      Tokens.list(of: Array(words.joined(separator: " ").utf8))
    }
    var counter = TermCounter()
    for document in words {
      counter.add(
        names: tokens(document.name), symptoms: TokenList(), contexts: TokenList(),
        texts: tokens(document.text))
    }
    let documents = words.indices.map { place in
      SearchDocument(
        node: Node.ID("a"), article: "a", kind: .information, title: "A \"title\"\\",
        context: place == 0 ? "" : "a")
    }
    return CountedArticle(documents: documents, terms: counter.terms)
  }

  /// The scripts of a library, and how many words stand in each field.
  private static func site(
    of articles: [Words]
  ) async -> (files: [String: [UInt8]], length: SIMD4<UInt32>) {
    var counts = SearchCounts(in: locale)
    var documents: [SearchDocument] = []
    for words in articles {
      counts.add(article(words))
      documents += article(words).documents
    }
    let files = Mutex<[String: [UInt8]]>([:])
    _ = await SearchShards(documents: documents, counts: counts, folder: "f", address: { _ in "a" })
      .write { page in files.withLock { $0[page.path] = page.bytes } }
    return (files.withLock { $0 }, counts.lengthOfAll)
  }

  /// Numbers that are the same in every run.
  private struct Chance {
    var state: UInt64

    mutating func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
