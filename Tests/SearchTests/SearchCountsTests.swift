import Content
import CustomDump
import Decisions
import Testing

@testable import Search

@Suite struct SearchCountsTests {
  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 2_097_152, UInt32.max])
  func `a number is read as it was appended, and as it was put`(number: UInt32) {
    var bytes: [UInt8] = []
    bytes.append(number: number)
    #expect(bytes.count == number.byteCount)
    var place = 0
    var room = Array(repeating: UInt8(0xFF), count: bytes.count)
    room.put(number: number, at: &place)
    expectNoDifference(room, bytes)
    #expect(place == bytes.count)
    var index = 0
    #expect(bytes.span.number(at: &index) == number)
    #expect(index == bytes.count)
  }

  @Test(arguments: [
    [0, 0, 0, 1], [0, 0, 0, 65_535], [1, 0, 0, 0], [0, 2, 0, 300], [0, 0, 3, 0], [4, 5, 6, 70_000],
  ])
  func `the counts in the fields are read as they were written`(counts: [UInt32]) {
    var fields = SearchFields()
    fields.counts = SIMD4(counts)
    var bytes: [UInt8] = [1]
    fields.write(to: &bytes)
    var index = 1
    #expect(SearchFields(bytes.span, at: &index).counts == fields.counts)
    #expect(index == bytes.count)
  }

  @Test func `each word is weighed in the documents that hold it, however far apart they are`() {
    var counts = SearchCounts(in: .americanEnglish)
    for number in 0..<600 {
      var texts = "everywhere the w\(number % 2)"
      if number == 0 || number == 599 { texts += " far far" }
      counts.add(article(named: number == 300 ? "far" : "", texts: texts))
    }
    let weights = SearchWeights(counts)
    let words = weights.words.map { weights.weigh($0) }
    func documents(_ word: SearchIndex.Word) -> (String, [Int]) {
      (word.text, word.postings.map(\.document))
    }
    let texts = Dictionary(uniqueKeysWithValues: words.compactMap(\.texts).map(documents))
    expectNoDifference(
      texts,
      [
        "everywhere": Array(0..<600), "far": [0, 599], "w0": Array(stride(from: 0, to: 600, by: 2)),
        "w1": Array(stride(from: 1, to: 600, by: 2)),
      ])
    let names = Dictionary(uniqueKeysWithValues: words.compactMap(\.names).map(documents))
    expectNoDifference(names, ["far": [300]])
    let far = words.compactMap(\.texts).first { $0.text == "far" }
    let everywhere = words.compactMap(\.texts).first { $0.text == "everywhere" }
    #expect((far?.rarity ?? 0) > (everywhere?.rarity ?? 0))
    #expect((far?.postings.first?.share ?? 0) > (everywhere?.postings.first?.share ?? 0))
  }

  private func article(named name: String, texts: String) -> CountedArticle {
    func tokens(_ text: String) -> TokenList { Tokens.list(of: Array(text.utf8)) }
    var counter = TermCounter()
    counter.add(
      names: tokens(name), symptoms: TokenList(), contexts: TokenList(), texts: tokens(texts))
    let document = SearchDocument(
      node: Node.ID("a"), article: "a", kind: .information, title: name, context: "b")
    return CountedArticle(documents: [document], terms: counter.terms)
  }
}
