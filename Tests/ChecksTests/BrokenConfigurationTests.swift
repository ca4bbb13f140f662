import Checks
import Compiler
import CustomDump
import Diagnostics
import Testing

/// What a `waymark.yml` that cannot be read does to the rest of a folder.
@Suite struct BrokenConfigurationTests {
  private static let files = [
    "en-us/a.md": "# A\n\n![](missing.png) See [b](b.md).\n",
    "en-us/includes/part.md": "```\nno end\n",
    "permalinks.json": """
    {"version": 1, "nodes": [{"id": "a", "code": "10001", "key": "0", "title": "A"}]}
    """,
  ]

  private static func findings(_ settings: String) async -> [String] {
    let folder = ContentFolder.inMemory(files.merging(["waymark.yml": settings]) { $1 })
    return await Checker.check(folder, fallbackLocale: nil).findings.map(\.description)
  }

  @Test(arguments: ["locales: [en-us]\nfoo: [\n", "# nothing\n", "locales: [english]\n"])
  func `nothing is said about articles that nobody can place`(settings: String) async {
    let findings = await Self.findings(settings)
    #expect(findings.count == 1)
    #expect(findings.allSatisfy { $0.contains("[bad-configuration]") })
  }
}
