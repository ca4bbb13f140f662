import Checks
import Compiler
import CustomDump
import Diagnostics
import Exports
import Foundation
import Site
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
    let report = await Self.check(before)
    #expect(report.findings.contains { $0.code == code })
    let text = FindingText.render(
      report.findings, FindingSummary(report.findings, fileCount: report.fileCount), limit: nil
    ) { finding in
      Excerpt(of: finding, in: SourceLines(before.read(finding.location.path) ?? []))
    }
    fixture.approve(text)
    let after = ContentFolder.onDisk(fixture.folder.appendingPathComponent("after"))
    let left = await Self.check(after).findings
    expectNoDifference(left.filter { $0.code == code }.map(\.description), [])
    #expect(!after.files.isEmpty)
  }

  /// A hint that gives the very words is followed by a machine.
  @Test(arguments: Fixture.all(beside: #filePath))
  func `what a hint proposes takes the place of what its finding quotes`(
    fixture: Fixture
  ) async throws {
    let code = Diagnostic.Code(stringLiteral: fixture.name)
    let before = ContentFolder.onDisk(fixture.folder.appendingPathComponent("before"))
    let findings = await Self.check(before).findings.filter { $0.code == code }
    for finding in findings {
      guard let proposal = finding.hint?.firstMatch(of: /did you mean '(.+)'\?/)?.1 else {
        continue
      }
      let corrected = try #require(
        before.replacing(finding, by: String(proposal)), "\(finding) has no place")
      let left = await Self.check(corrected).findings
      let proposals = [findings, left].map { found in
        found.count {
          $0.code == code && $0.location.line == finding.location.line
            && $0.hint?.contains("did you mean") == true
        }
      }
      #expect(proposals[1] < proposals[0], "\(finding)")
    }
  }

  /// All that the command `check` finds.
  private static func check(_ folder: ContentFolder) async -> CheckReport {
    await Checker.check(folder, fallbackLocale: nil, rules: [Site.themeFindings])
  }

  @Test func `a file that cannot be read is reported`() async {
    let folder = ContentFolder(files: ["a.md"]) { _ in nil }
    let report = await Checker.check(folder, fallbackLocale: nil)
    expectNoDifference(
      report.findings.map(\.description),
      [
        """
        .: error: the folder holds no articles [no-articles]
          hint: name a folder with Markdown files, or a `waymark.yml` whose locales have a folder each
        """,
        """
        a.md: error: the file cannot be read [unreadable-file]
          hint: check its permissions
        """,
      ])
  }

  @Test func `symbolic links are reported and not followed`() async {
    let folder = ContentFolder(files: ["a.md"], links: ["loop", "en/out"]) { path in
      path == "a.md" ? Array("# A\n\nText.\n".utf8) : nil
    }
    let report = await Checker.check(folder, fallbackLocale: nil)
    expectNoDifference(
      report.findings.map { "\($0.location): \($0.code.rawValue)" },
      ["en/out: symbolic-link", "loop: symbolic-link"])
  }

  @Test func `a huge file is reported and left out`() async {
    let folder = ContentFolder.inMemory([
      "a.md": Array("# A\n\nText.\n".utf8), "b.md": [UInt8](repeating: 0x61, count: 33 << 20),
    ])
    let report = await Checker.check(folder, fallbackLocale: nil)
    expectNoDifference(
      report.findings.map(\.description),
      [
        """
        b.md: error: the file has 33 MB; an article has at most 8, so it was left out [file-too-large]
          hint: split the article into smaller ones
        """
      ])
  }
}

extension ContentFolder {
  /// The folder with other words in the place of those that a finding quotes; `nil` when they do
  /// not stand at its place.
  fileprivate func replacing(_ finding: Diagnostic, by words: String) -> ContentFolder? {
    let path = finding.location.path
    guard let line = finding.location.line, let column = finding.location.column,
      let bytes = read(path)
    else { return nil }
    var lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    let before = lines[line - 1].prefix(column - 1)
    var rest = String(lines[line - 1].dropFirst(column - 1))
    guard let quoted = finding.quotedTexts.first(where: { rest.hasPrefix($0) }) else { return nil }
    rest = words + rest.dropFirst(quoted.count)
    lines[line - 1] = before + rest
    let text = Array(lines.joined(separator: "\n").utf8)
    return ContentFolder(files: files) { $0 == path ? text : self.read($0) }
  }
}
