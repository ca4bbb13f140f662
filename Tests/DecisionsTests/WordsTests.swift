import CustomDump
import Testing

@testable import Decisions

@Suite struct WordsTests {
  @Test(arguments: [
    ("", ""), (" \n\t ", ""), ("\tThe  App\n", "the app"), ("ABC", "abc"),
    ("Café  ÉTÉ × Æ", "café été × æ"), ("Naïve “x” ", "naïve \"x\""), ("A？ B", "a? b"),
    ("¿Qué?", "qué?"), ("手順　1。", "手順 1."), ("İX", "i\u{307}x"),
  ])
  func `words are in lower case with single spaces and plain marks`(
    text: String, folded: String
  ) {
    expectNoDifference(String(decoding: Words(text).bytes, as: UTF8.self), folded)
  }

  @Test func `sentences end at a space behind a mark`() {
    let words = Words("First: one. Is it 2.5? Yes")
    expectNoDifference(words.sentences, ["first:", "one.", "is it 2.5?", "yes"].map { Words($0) })
    expectNoDifference(words.lastSentence, Words("yes"))
    expectNoDifference(Words("only one.").lastSentence, Words("only one."))
    expectNoDifference(words.firstSentence { $0.isQuestion }, Words("is it 2.5?"))
  }

  @Test func `words are cut at the first of some marks`() {
    let cut = Words("a – b: c").cut(at: ":", "–")
    expectNoDifference(cut?.before, Words("a"))
    expectNoDifference(cut?.behind, Words("b: c"))
    #expect(Words("a - b").cut(at: ":") == nil)
  }
}
