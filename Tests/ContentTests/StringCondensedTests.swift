import Content
import Testing

struct StringCondensedTests {
  @Test(arguments: [
    "", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\r\nb", "één café", "Één", "’s avonds",
    "a\u{A0}b", "a\u{3000}b", "a\u{2028}b", "a \u{301}b", "a b\u{301}", "日本 語", "a\u{1680}b", "é ",
    "a “b” – c", "a\u{85}b", "a\rb", "a \u{3099}b", "a \u{200D}b", "a\u{2003}b", "カ キ゛", "© ®",
  ])
  func `runs of white space become one space`(_ text: String) {
    let expected = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(Array(text.condensed.utf8) == Array(expected.utf8))
  }

  @Test(arguments: 0..<200)
  func `characters are counted, and white space condensed, as by Unicode's rules`(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    // Blocks whose letters, marks, spaces and joiners tell the rules apart.
    let starts: [UInt32] = [
      0x00, 0x20, 0x40, 0x60, 0x80, 0xA0, 0xC0, 0x2E0, 0x300, 0x600, 0x1100, 0x1F1E6, 0x1F3FB,
      0x2000, 0x2010, 0x2028, 0x3000, 0x3020, 0x3040, 0x3090, 0x30A0, 0x30C0, 0x4E00, 0xAC00,
      0xFE00,
    ]
    var text = ""
    for _ in 0..<random(24) {
      let value = starts[random(starts.count)] + UInt32(random(0x20))
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    #expect(text.characterCount == text.count)
    let expected = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(Array(text.condensed.utf8) == Array(expected.utf8), "\(Array(text.unicodeScalars))")
  }
}
