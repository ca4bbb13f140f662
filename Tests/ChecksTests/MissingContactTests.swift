import Checks
import Compiler
import CustomDump
import Diagnostics
import Testing

@Suite struct MissingContactTests {
  private static func findings(_ settings: String) async -> [String] {
    let folder = ContentFolder.inMemory(["waymark.yml": settings, "en-us/a.md": "# A\n\nText.\n"])
    return await Checker.check(folder, fallbackLocale: nil).findings
      .filter { $0.code == "missing-contact" }.map(\.description)
  }

  @Test func `a locale that is told in another language is reported at its line`() async {
    let found = await Self.findings(
      "locales:\n  - en-us\n  - en-gb\n  - de-de\nescalation:\n  en-us: Call 4357.\n")
    expectNoDifference(
      found,
      [
        """
        waymark.yml:4: warning: readers in de-de are told in en-us whom to contact when nothing \
        helped [missing-contact]
          hint: add `de-de: …` under `escalation:`, with the text for en-us in that language
        """
      ])
  }

  @Test func `one text is for all locales`() async {
    let found = await Self.findings("locales: [en-us, de-de]\nescalation: Call 4357.\n")
    expectNoDifference(found, [])
  }
}
