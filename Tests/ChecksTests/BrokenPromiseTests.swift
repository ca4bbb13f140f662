import Checks
import Compiler
import CustomDump
import Diagnostics
import Testing

/// What breaks a promise to readers is said by whoever compiles a folder, not by `check` alone.
@Suite struct BrokenPromiseTests {
  private static let folder = ContentFolder.inMemory([
    "halves.md":
      "# Halves\n\n<<<<<<< ours\nPress the key.\n=======\nPress a key.\n>>>>>>> theirs\n",
    "open.md": "---\ntitle: Open\n# Open\n\nText.\n",
    "shown.md": "# Shown\n\n```\n<<<<<<< ours\n```\n\n<<<<<<<< eight\n",
    "expectations.yml": "- start: halves\n  end: help\n",
  ])

  @Test func `compiling reports merge markers and front matter without an end`() async {
    let found = await Checker.compile(Self.folder, fallbackLocale: nil).findings
    expectNoDifference(
      found.map { "\($0.location): \($0.code.rawValue)" },
      [
        "halves.md:3:1: merge-marker", "halves.md:7:1: merge-marker",
        "open.md:1:1: unclosed-front-matter",
      ])
  }

  @Test func `what is published has to meet its expectations`() async {
    let found = await Checker.compile(Self.folder, fallbackLocale: nil, expecting: true).findings
    expectNoDifference(
      found.filter { $0.location.path == "expectations.yml" }.map(\.code.rawValue),
      ["unmet-expectation"])
  }

  @Test func `what compiling reports, checking reports as well`() async {
    let compiled = await Checker.compile(Self.folder, fallbackLocale: nil, expecting: true).findings
    let checked = await Checker.check(Self.folder, fallbackLocale: nil).findings
    expectNoDifference(compiled.filter { !checked.contains($0) }.map(\.description), [])
    #expect(!compiled.isEmpty)
  }
}
