import Compiler
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
    #expect(finding.message.hasPrefix("it is not valid YAML: "))
  }
}
