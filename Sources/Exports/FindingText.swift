package import Diagnostics

/// Findings as a writer reads them in a terminal.
package enum FindingText {
  /// Of one kind, this many are printed in full; the rest are counted.
  package static let limit = 10

  /// Every finding with its excerpt and its hint, then the counts.
  ///
  /// - Parameters:
  ///   - findings: in the order in which to print them.
  ///   - summary: the counts for the last line.
  ///   - limit: how many to print of one kind; `nil` prints all.
  ///   - excerpt: cuts the author's line.
  /// - Returns: lines, each with its line feed.
  package static func render(
    _ findings: [Diagnostic], _ summary: FindingSummary, limit: Int?,
    excerpt: (Diagnostic) -> Excerpt?
  ) -> String {
    var counts: [String: Int] = [:]
    var out = ""
    for finding in findings {
      let code = finding.code.rawValue
      counts[code, default: 0] += 1
      if let limit, counts[code, default: 0] > limit { continue }
      out += short(finding)
      if let excerpt = excerpt(finding) { out += "\(excerpt)\n" }
      if let hint = finding.hint { out += "  hint: \(hint)\n" }
      out += "\n"
    }
    return out + table(of: counts, limit: limit) + "\(summary)\n"
  }

  /// One finding on one line.
  package static func short(_ finding: Diagnostic) -> String {
    let message = finding.message.split(whereSeparator: \.isNewline).joined(separator: " ")
    return
      "\(finding.location): \(finding.severity.rawValue): \(message) [\(finding.code.rawValue)]\n"
  }

  /// The kinds of which more were found than printed.
  private static func table(of counts: [String: Int], limit: Int?) -> String {
    guard let limit else { return "" }
    let long = counts.filter { $0.value > limit }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard !long.isEmpty else { return "" }
    let lines = long.map { "  and \($0.value - limit) more [\($0.key)]\n" }
    return lines.joined()
      + "  (--all prints every one, waymark explain CODE says what it means)\n\n"
  }
}
