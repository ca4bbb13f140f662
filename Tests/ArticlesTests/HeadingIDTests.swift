import Testing

@testable import Articles

@Suite struct HeadingIDTests {
  /// The vectors of dialect.md, 2.
  @Test(arguments: [
    ("Open URL in POS", "open-url-in-pos"), ("What's new?", "whats-new"), ("A/B & C", "ab--c"),
    ("1. Step", "1-step"), ("Côte d'Ivoire", "côte-divoire"), ("!!!", "section"),
    ("日本語 見出し", "日本語-見出し"), ("x² ½ Ⅷ", "x--"), ("e\u{301}te", "ete"), ("a\u{A0}b\tc", "abc"),
    ("𠀀x", "x"), ("İ", "İ"),
  ])
  func `a heading's id keeps letters, digits, hyphens and underscores`(
    text: String, id: String
  ) {
    #expect(HeadingID.slug(of: text) == id)
  }
}
