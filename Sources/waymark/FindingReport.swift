import Diagnostics

/// Findings as a writer reads them: all errors, then a few of each other kind with their count.
enum FindingReport {
  /// More findings of one kind than this are only counted.
  private static let shown = 3

  /// - Parameters:
  ///   - diagnostics: in the order in which to print them.
  ///   - content: the content folder as it was named.
  static func print(_ diagnostics: [Diagnostic], in content: String) {
    var counts: [String: Int] = [:]
    for finding in diagnostics {
      let code = finding.code.rawValue
      counts[code, default: 0] += 1
      if counts[code, default: 0] <= shown { Console.error("\(finding.shown(in: content))") }
    }
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > shown {
      Console.error("… and \(count - shown) more [\(code)]")
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    if errors + warnings > 0 {
      Console.error("\(count(errors, "error")), \(count(warnings, "warning"))")
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
