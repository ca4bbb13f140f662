import Checks
import CustomDump
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct FindingKindsTests {
  /// Codes that no folder of files brings up; other tests do: imports (`ImportFixtureTests`), files
  /// that are huge or cannot be read, and trees that no text makes (`TreeVerifierTests`).
  private static let withoutFixture: Set<String> = [
    "broken-tree", "changed-source", "few-answers", "file-too-large", "incomplete-translation",
    "symbolic-link", "unit-markup", "unknown-original", "unreadable-file",
  ]

  /// Where a code stands in the sources.
  private struct Use {
    /// The severity beside it, if one is.
    var level: String?
    /// Whether only a command prints it, about its own arguments.
    var isOfCommand = false
  }

  @Test func `every code has one explanation with its level, and a fixture`() throws {
    let used = try Self.codesInSources()
    let known = Dictionary(
      uniqueKeysWithValues: FindingKinds.all.map { ($0.code.rawValue, $0.severity.rawValue) })
    for (code, use) in used.sorted(by: { $0.key < $1.key }) {
      #expect(known[code] != nil, "add '\(code)' to Sources/Checks/FindingKinds.yml")
      if let level = use.level, let explained = known[code] {
        #expect(level == explained, "the level of '\(code)' differs from FindingKinds.yml")
      }
    }
    expectNoDifference(
      known.keys.filter { used[$0] == nil }.sorted(), [], "explained, but never reported")
    let fixtures = Set(Fixture.all(beside: #filePath).map(\.name)).union(Self.withoutFixture)
    expectNoDifference(
      used.filter { !$0.value.isOfCommand && !fixtures.contains($0.key) }.keys.sorted(), [],
      "add Tests/ChecksTests/Fixtures/CODE/{before,after}")
  }

  @Test func `every explanation has a sentence and two different examples`() {
    for explanation in FindingKinds.all {
      let code = explanation.code.rawValue
      #expect(explanation.meaning.hasSuffix("."), "\(code)")
      #expect(!explanation.wrong.isEmpty && !explanation.right.isEmpty, "\(code)")
      #expect(explanation.wrong != explanation.right, "\(code)")
    }
  }

  /// The codes that the sources report: beside a severity, in a `Code` property, or printed.
  private static func codesInSources() throws -> [String: Use] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    var codes: [String: Use] = [:]
    for name in names ?? [] where name.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      let printed = /(error|warning|note): [^\n]*\[([a-z]+(?:-[a-z]+)+)\]/
      for match in text.matches(of: printed)
      where name.hasPrefix("waymark/") && codes[String(match.2)] == nil {
        codes[String(match.2)] = Use(level: String(match.1), isOfCommand: true)
      }
      let located = /\.(error|warning|note),\s*"([a-z]+(?:-[a-z]+)+)"/
      for match in text.matches(of: located) {
        codes[String(match.2)] = Use(level: String(match.1))
      }
      guard text.contains("Diagnostic.Code {") else { continue }
      for match in text.matches(of: /case [^:\n]*: "([a-z]+(?:-[a-z]+)+)"/) {
        codes[String(match.1)] = Use()
      }
    }
    return codes
  }
}
