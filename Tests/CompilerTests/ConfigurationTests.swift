import Compiler
import CustomDump
import Diagnostics
import Testing

@Suite struct ConfigurationTests {
  /// The parser misses a colon behind the last line, which has no line feed.
  @Test func `a mistake stands within the file`() throws {
    var findings: [Diagnostic] = []
    _ = Configuration(parsing: "title: Help\n:::\n2", diagnostics: &findings)
    let finding = try #require(findings.first)
    #expect(finding.code == "bad-configuration")
    #expect(try #require(finding.location.line) <= 3)
    #expect(finding.message.hasPrefix("it is not valid YAML, so no article was read: "))
  }

  @Test(arguments: [
    (
      "title: [1, 2]",
      "`title` holds a list instead of a text",
      "write `title: Help centre`, or such a text for each locale on lines below"
    ),
    (
      "title:\n  en-us: [Help]", "`title: en-us` holds a list instead of a text",
      "write `en-us: Help centre`"
    ),
    (
      "base_url: {a: b}", "`base_url` holds a group of keys instead of a text",
      "write `base_url: https://help.example.com`"
    ),
    (
      "locales: en-us", "`locales` holds 'en-us' instead of a list", "write `locales: [en-us]`"
    ),
    (
      "locales: [en-us, en-us]", "`locales` names 'en-us' twice", "delete one of the two"
    ),
    (
      "locales: []", "`locales` names no language",
      "write `locales: [en-us, nl-nl]`, the language that you write in first"
    ),
    (
      "escalation: 5", "`escalation` holds '5', which does not tell readers what to do",
      "write it as a sentence, such as `Call extension 4357.`"
    ),
    (
      "escalation:", "`escalation` holds nothing instead of a text",
      "write `escalation: Call extension 4357.`, or such a text for each locale on lines below"
    ),
    (
      "rules: yes", "`rules` holds 'yes' instead of lines with a key each",
      "write lines such as `missing-alt: off` below `rules:`, indented"
    ),
    (
      "rules:\n  missing-alt: [off]", "a list is not a level", "write error, warning, note or off"
    ),
    (
      "theme: dark", "`theme` holds 'dark' instead of lines with a key each",
      "write lines such as `accent: \"#0b5c68\"` below `theme:`, indented"
    ),
    (
      "theme:\n  logo: [a.svg]", "`logo` holds a list instead of a text",
      "write `logo: media/logo.svg`"
    ),
  ])
  func `a value of another kind is told, with an example`(
    settings: String, message: String, hint: String
  ) {
    var findings: [Diagnostic] = []
    _ = Configuration(parsing: settings, diagnostics: &findings)
    expectNoDifference(findings.map(\.message), [message])
    expectNoDifference(findings.map(\.hint), [hint])
    let last = settings.split(separator: "\n").count
    expectNoDifference(findings.map(\.location.line), [last])
  }

  @Test func `a setting that nobody knows is told with the nearest`() {
    var findings: [Diagnostic] = []
    _ = Configuration(parsing: "local: [en-us]\nfoo: bar\n", diagnostics: &findings)
    expectNoDifference(
      findings.map { "\($0.location): \($0.message): \($0.hint ?? "")" },
      [
        "waymark.yml:1: no setting is called 'local': did you mean 'locales'?",
        "waymark.yml:2: no setting is called 'foo': delete it; the file may hold title, base_url, "
          + "locales, escalation, rules, theme",
      ])
  }

  @Test(arguments: ["rules:\n", "theme:\n", "title: 365\n"])
  func `a group may be empty, and a title a number`(settings: String) {
    var findings: [Diagnostic] = []
    _ = Configuration(parsing: settings, diagnostics: &findings)
    expectNoDifference(findings, [])
  }
}
