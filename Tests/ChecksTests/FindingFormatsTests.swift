import Checks
import CustomDump
import Diagnostics
import Exports
import Foundation
import Testing

@Suite struct FindingFormatsTests {
  private static let findings = [
    Diagnostic(
      .error, "missing-include", "no file 'a b/ü.md' to include",
      at: SourceLocation("en-us/a b,1.md", line: 3, column: 7), hint: "100 %: create\nit"),
    Diagnostic(.note, "link-case", "'A.md' is written 'a.md'", at: SourceLocation("x.md", line: 2)),
    Diagnostic(.warning, "missing-contact", "nobody is named", at: SourceLocation("waymark.yml")),
  ]

  @Test func `a line of the short form is one finding`() {
    expectNoDifference(
      Self.findings.map(FindingText.short).joined(),
      """
      en-us/a b,1.md:3:7: error: no file 'a b/ü.md' to include [missing-include]
      x.md:2: note: 'A.md' is written 'a.md' [link-case]
      waymark.yml: warning: nobody is named [missing-contact]

      """)
  }

  @Test func `more findings of one kind than a writer reads are counted`() {
    let many = (1...13).map { (line: Int) in
      Diagnostic(.note, "link-case", "'\(line).md'", at: SourceLocation("x.md", line: line))
    }
    let text = FindingText.render(
      many + [Self.findings[2]], FindingSummary(many, fileCount: 1), limit: 2
    ) { _ in nil }
    expectNoDifference(
      text,
      """
      x.md:1: note: '1.md' [link-case]

      x.md:2: note: '2.md' [link-case]

      waymark.yml: warning: nobody is named [missing-contact]

        and 11 more [link-case]
        (--all prints every one, waymark explain CODE says what it means)

      0 errors, 0 warnings, 13 notes in 1 file

      """)
  }

  @Test func `annotations escape what would end them`() {
    expectNoDifference(
      GitHubAnnotations.render(Self.findings, in: "docs/content"),
      """
      ::error file=docs/content/en-us/a b%2C1.md,line=3,col=7,title=missing-include\
      ::no file 'a b/ü.md' to include%0Ahint: 100 %25: create%0Ait
      ::notice file=docs/content/x.md,line=2,title=link-case::'A.md' is written 'a.md'
      ::warning file=docs/content/waymark.yml,title=missing-contact::nobody is named

      """)
  }

  @Test func `the JSON form holds every field and the counts`() throws {
    let json = FindingJSON.render(Self.findings, FindingSummary(Self.findings, fileCount: 2))
    let root = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    expectNoDifference(
      root.keys.sorted(), ["errors", "files", "findings", "notes", "version", "warnings"])
    let list = try #require(root["findings"] as? [[String: Any]])
    expectNoDifference(
      list.map { $0.keys.sorted().joined(separator: " ") },
      [
        "code column hint line message path severity", "code line message path severity",
        "code message path severity",
      ])
  }

  /// What the SARIF 2.1.0 schema asks of the parts that a log of ours has.
  @Test func `a SARIF log has the members and values that the standard allows`() throws {
    let bytes = SARIF.render(Self.findings, in: "content", kinds: FindingKinds.all) {
      $0.location.column
    }
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    expectNoDifference(log.keys.sorted(), ["$schema", "runs", "version"])
    expectNoDifference(log["version"] as? String, "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    expectNoDifference(run.keys.sorted(), ["columnKind", "results", "tool"])
    expectNoDifference(run["columnKind"] as? String, "unicodeCodePoints")
    let tool = try #require(run["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    expectNoDifference(driver.keys.sorted(), ["name", "rules"])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    expectNoDifference(
      rules.map { $0["id"] as? String }, ["link-case", "missing-contact", "missing-include"])
    for rule in rules {
      expectNoDifference(
        rule.keys.sorted(), ["defaultConfiguration", "help", "id", "shortDescription"])
      let configuration = try #require(rule["defaultConfiguration"] as? [String: String])
      #expect(["none", "note", "warning", "error"].contains(configuration["level"]))
    }
    let results = try #require(run["results"] as? [[String: Any]])
    for (result, finding) in zip(results, Self.findings) {
      expectNoDifference(
        result.keys.sorted(), ["level", "locations", "message", "ruleId", "ruleIndex"])
      let index = try #require(result["ruleIndex"] as? Int)
      expectNoDifference(rules[index]["id"] as? String, finding.code.rawValue)
      expectNoDifference(result["level"] as? String, finding.severity.rawValue)
    }
    let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: [String: Any]])
    expectNoDifference(
      physical["artifactLocation"]?["uri"] as? String, "content/en-us/a%20b%2C1.md")
    expectNoDifference(physical["region"] as? [String: Int], ["startLine": 3, "startColumn": 7])
  }
}
