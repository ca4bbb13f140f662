import CustomDump

import Testing

@testable import Markdown

@Suite struct InlineCodeTests {
  private func codes(_ text: String) -> [InlineCode] { InlineCode.codes(in: Array(text.utf8)) }
  private func text(_ text: String) -> InlineCode { .text(Array(text.utf8)) }
  private func mark(_ text: String) -> InlineCode { .mark(Array(text.utf8)) }
  private func pair(
    _ kind: InlineCode.Pair.Kind, _ open: String, _ inside: [InlineCode], _ close: String
  ) -> InlineCode {
    .pair(.init(kind: kind, open: Array(open.utf8), inside: inside, close: Array(close.utf8)))
  }

  @Test func `links, emphasis, code and pictures are told from words`() {
    expectNoDifference(
      codes("Go **to [A](a.md \"t\")** `x`."),
      [
        text("Go "),
        pair(
          .format, "**", [text("to "), pair(.link, "[", [text("A")], "](a.md \"t\")")], "**"),
        text(" "), mark("`x`"), text("."),
      ])
    expectNoDifference(
      codes("![a *b*](c.png)<br>&nbsp;\\*"),
      [
        pair(.image, "![", [text("a "), pair(.format, "*", [text("b")], "*")], "](c.png)"),
        mark("<br>"), mark("&nbsp;"), mark("\\*"),
      ])
    expectNoDifference(
      codes("[!INCLUDE [a](b.md)] :::no-loc text=\"X\":::"),
      [mark("[!INCLUDE [a](b.md)]"), text(" "), mark(":::no-loc text=\"X\":::")])
  }

  @Test func `what does not pair stays text`() {
    for words in ["2 * 3 * 4", "a_b_c", "[x] y", "`", "a < b", "R&D;x", "**", "snake_case_name"] {
      expectNoDifference(codes(words).flatMap(\.bytes), Array(words.utf8))
    }
    expectNoDifference(codes("2 * 3 * 4"), [text("2 * 3 * 4")])
    expectNoDifference(codes("a_b_c"), [text("a_b_c")])
    expectNoDifference(codes("[x] y"), [text("[x] y")])
  }

  @Test(arguments: 0..<200)
  func `all codes together are the text`(seed: Int) {
    let alphabet = Array("*_~`[]()!<>&;:\\|ab 1\n\"é日")
    var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    var words = ""
    for _ in 0..<(seed % 60) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      words.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    expectNoDifference(codes(words).flatMap(\.bytes), Array(words.utf8))
  }
}
