import Compiler
import CustomDump
import Diagnostics
import Testing

@testable import Checks

@Suite struct LevelsTests {
  private static let pages = [
    "en-us/a.md": "# A\n\n![One](no.svg)\n\n### C\n",
    "en-us/archive/old.md": "# Old\n\n![Two](no.svg)\n",
  ]

  private static func findings(_ rules: String) async -> [String] {
    var files = pages
    files["waymark.yml"] = "locales: [en-us]\nescalation: Call us.\n" + rules
    let report = await Checker.check(.inMemory(files), fallbackLocale: nil)
    return report.findings.map {
      "\($0.location.path) \($0.severity.rawValue) \($0.code.rawValue)"
    }
  }

  @Test func `a level is for all paths`() async {
    let found = await Self.findings(
      "rules:\n  missing-picture: error\n  skipped-heading-level: off\n")
    expectNoDifference(
      found, ["en-us/a.md error missing-picture", "en-us/archive/old.md error missing-picture"])
  }

  @Test func `a level is for some paths, and the last that fits counts`() async {
    let rules = """
      rules:
        skipped-heading-level: note
        missing-picture:
          "**": off
          "*/archive/**": error
      """
    let found = await Self.findings(rules)
    expectNoDifference(
      found,
      ["en-us/a.md note skipped-heading-level", "en-us/archive/old.md error missing-picture"])
  }

  @Test(arguments: [
    ("a.md", "a.md", true), ("*.md", "a.md", true), ("*.md", "x/a.md", false),
    ("**", "x/y/a.md", true), ("**/a.md", "a.md", true), ("**/a.md", "x/y/a.md", true),
    ("en-us/**", "en-us/x/a.md", true), ("en-us/**", "nl-nl/x/a.md", false),
    ("*/archive/**", "en-us/archive/a.md", true), ("*/archive/**", "en-us/x/archive/a.md", false),
    ("**/archive/*.md", "en-us/x/archive/a.md", true), ("a*b*c", "aXbYbZc", true),
    ("a*b*c", "aXbYbZ", false), ("", "a.md", false),
    ("**/*-old/**.md", "x/y-old/z/a.md", true),
  ])
  func `a path fits a pattern`(pattern: String, path: String, fits: Bool) {
    #expect(PathPattern(pattern).matches(path) == fits)
  }

  @Test func `a comment excuses the block below it, or its own line`() async {
    let text = """
      # A

      <!-- waymark: allow missing-picture: the photo is taken in May -->

      Text
      ![One](one.svg)

      ![Two](two.svg)

      ![Three](three.svg) <!-- waymark: allow missing-picture: drawn next week -->

      ```
      <!-- waymark: allow nothing: an example -->
      ```
      """
    let report = await Checker.check(.inMemory(["a.md": text]), fallbackLocale: nil)
    expectNoDifference(
      report.findings.map(\.description),
      [
        """
        a.md:8:8: warning: no picture 'two.svg' [missing-picture]
          hint: add the file, or remove the picture; its text is shown instead
        """
      ])
  }
}
