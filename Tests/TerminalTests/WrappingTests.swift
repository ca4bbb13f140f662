import CustomDump
import Testing

@testable import Terminal

/// The lines of a paragraph as plain text.
func lines(_ paragraph: Paragraph, width: Int) -> [String] {
  paragraph.lines(width: width).map { $0.map(\.text).joined() }
}

@Suite struct WrappingTests {
  @Test func `words wrap under the first word, and no word is cut that fits`() {
    expectNoDifference(
      lines(Paragraph([Span("Check your phone first")], first: "  1  "), width: 16),
      ["  1  Check your", "     phone first"])
  }

  @Test func `a word longer than the line is cut`() {
    expectNoDifference(lines(Paragraph([Span("abcdefghijkl")]), width: 8), ["abcdefgh", "ijkl"])
  }

  @Test func `Japanese breaks between characters, but no line begins with a full stop`() {
    expectNoDifference(
      lines(Paragraph([Span("コードが届きます。")]), width: 16), ["コードが届きま", "す。"])
  }

  @Test func `a word spread over spans of several looks stays together`() {
    expectNoDifference(
      lines(Paragraph([Span("the "), Span("pass", .bold), Span("word is")]), width: 11),
      ["the", "password is"])
  }

  @Test func `a line break ends the line`() {
    expectNoDifference(
      lines(Paragraph([Span("one"), .lineBreak, Span("two")]), width: 20), ["one", "two"])
  }
}

@Suite struct SpanTests {
  @Test func `control characters and overrides never reach the terminal`() {
    #expect(Span("a\u{1B}[2Jb\u{202E}c\u{9B}31m\u{7}").text == "a [2Jbc 31m ")
  }

  @Test func `only web, mail and file addresses are linked, without bytes that end a link`() {
    #expect(Span("x", link: "javascript:alert(1)").link == nil)
    #expect(Span("x", link: "https://a/\u{1B}\\é").link == "https://a/%1B%5C%C3%A9")
    #expect(Span("x", link: "content/media/a b.svg").link == "content/media/a%20b.svg")
  }
}
