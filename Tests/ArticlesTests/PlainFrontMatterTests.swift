import Diagnostics
import CustomDump
import Testing

@testable import Articles

/// What the fast reader accepts must be what the YAML parser reads; all else it must leave alone.
@Suite struct PlainFrontMatterTests {
  static let plain = [
    "title: Sign in",
    "title: \"Quoted: with a colon\"\nms.date: 01/02/2021",
    "title: 'Single'\nempty:\nlast: x",
    "# a comment\nkey: value  \n\nother: é ü",
    "search.appverid:\n- MET150\n- MOE150\nkey: 1",
    "search.appverid:\n  - MET150\nkey: 1",
    "keywords:\n- otp\n- \"one: two\"\n-  x\ntitle: y", "keywords: otp, mfa",
    "key: a#b\nother: http://example.org",
    "key: null\nyes: no\n1: 2",
    "key: a, [b] {c} & *d",
  ]
  static let other = [
    "title: a: b", "title: Sign in to A: no", "key: # comment", "key: value # comment",
    "key: |\n  text", "key: >-\n  text",
    "key: one\n  two", "- list", "key: [a, b]", "key: {a: b}", "key: &x y", "key: \"a\\nb\"",
    "key: 'it''s'", "a: 1\na: 2", "key: \"open", "key:\n  inner: 1", "key\n", "? a\n: b", "---",
    "key: \u{85}x", "key: a\u{2028}b", "key: a\tb", "key: @x", "key: %x", "key: - x", "",
    "key:\n- a: b", "key:\n- a\n  b", " key: value", "key:value", "key: x:",
  ]

  @Test(arguments: plain) func `plain front matter reads as YAML does`(yaml: String) throws {
    let entries = PlainFrontMatter.entries(in: Array(yaml.utf8))
    var diagnostics: [Diagnostic] = []
    let parsed = FrontMatter(composing: yaml, path: "a.md", diagnostics: &diagnostics)
    expectNoDifference(entries, parsed.entries)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: other) func `front matter that is not plain is left to the parser`(yaml: String)
  {
    #expect(PlainFrontMatter.entries(in: Array(yaml.utf8)) == nil)
  }
}
