import Content
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

  @Test(arguments: [
    "", "If", "if it fails, restart it", "¿ If “it” fails, restart the computer, please",
  ])
  func `a look at the first bytes of a text rules out no phrase that it begins with`(
    start: String
  ) {
    let phrases: PhraseSet = ["if", "when the", "\"é"]
    for rest in ["", " \n", " When THE app starts, wait for some time", "“É” and more of it", "é"] {
      for blanks in ["", "  ", "\u{A0}"] {
        let text = Text(pieces: [start, blanks, rest].map { .init(source: [.text($0)]) })
        let begins = Words(text).starts(withAny: phrases)
        #expect(!begins || Words.Start(text).mayBegin(withAny: phrases))
      }
    }
  }

  @Test(arguments: 20..<40) func `a character that the look cuts in two changes nothing`(
    length: Int
  ) {
    let text = Text([.text(String(repeating: "a", count: length) + "éé")])
    #expect(Words.Start(text).mayBegin(withAny: ["aa"]))
    #expect(!Words.Start(text).mayBegin(withAny: ["if"]))
    #expect(Words.Start(text).mayBegin(withAny: ["if", "…é"]))
  }
}
