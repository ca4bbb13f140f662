import Checks
import Compiler
import CustomDump
import Diagnostics
import Exports
import Foundation
import TestSupport
import Testing

/// One folder for each code: `before/` brings the finding up, `after/` is the same content once the
/// hint has been followed, and `approved.txt` is what `check` prints for `before/`.
@Suite struct FindingFixtureTests {
  @Test(arguments: Fixture.all(beside: #filePath))
  func `a finding reads well, and goes away once its hint is followed`(
    fixture: Fixture
  ) async throws {
    let code = Diagnostic.Code(stringLiteral: fixture.name)
    let before = ContentFolder.onDisk(fixture.folder.appendingPathComponent("before"))
    let report = await Checker.check(before, fallbackLocale: nil)
    #expect(report.findings.contains { $0.code == code })
    let text = FindingText.render(
      report.findings, FindingSummary(report.findings, fileCount: report.fileCount), limit: nil
    ) { finding in
      Excerpt(of: finding, in: SourceLines(before.read(finding.location.path) ?? []))
    }
    fixture.approve(text)
    let after = ContentFolder.onDisk(fixture.folder.appendingPathComponent("after"))
    let left = await Checker.check(after, fallbackLocale: nil).findings
    expectNoDifference(left.filter { $0.code == code }.map(\.description), [])
    #expect(!after.files.isEmpty)
  }

  @Test func `a file that cannot be read is reported`() async {
    let folder = ContentFolder(files: ["a.md"]) { _ in nil }
    let report = await Checker.check(folder, fallbackLocale: nil)
    expectNoDifference(
      report.findings.map(\.code.rawValue), ["no-articles", "unreadable-file"])
  }

  @Test func `a huge file is reported and left out`() async {
    let folder = ContentFolder.inMemory([
      "a.md": Array("# A\n".utf8), "b.md": [UInt8](repeating: 0x61, count: 33 << 20),
    ])
    let report = await Checker.check(folder, fallbackLocale: nil)
    expectNoDifference(report.findings.map(\.code.rawValue), ["file-too-large"])
  }
}
