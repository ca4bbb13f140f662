import Content
import Testing

struct StringCondensedTests {
  @Test(arguments: [
    "", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\r\nb", "één café", "Één", "’s avonds",
    "a\u{A0}b", "a\u{3000}b", "a\u{2028}b", "a \u{301}b", "a b\u{301}", "日本 語", "a\u{1680}b", "é ",
  ])
  func `runs of white space become one space`(_ text: String) {
    let expected = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(Array(text.condensed.utf8) == Array(expected.utf8))
  }
}
