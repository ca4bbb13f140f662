import Diagnostics
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("code", 4), ("コード", 6), ("か\u{3099}", 2), ("e\u{301}", 1), ("رمز", 3), ("👍🏽", 2),
    ("☎️", 2), ("ｱ", 1), ("Ａ", 2), ("a\u{200B}b", 2),
  ])
  func `text is as wide as a terminal draws it`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
