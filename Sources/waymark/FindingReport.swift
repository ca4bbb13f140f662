import Diagnostics
import Glibc

/// Findings as a writer reads them: all errors, then a few of each other kind with their count.
enum FindingReport {
  /// More findings of one kind than this are only counted.
  private static let shown = 3

  /// Prints findings on standard error.
  ///
  /// - Parameters:
  ///   - diagnostics: in the order in which to print them.
  ///   - content: the content folder as it was named.
  static func print(_ diagnostics: [Diagnostic], in content: String) {
    Console.write(text(diagnostics, in: content), to: STDERR_FILENO)
  }

  /// The same as text, each line with its end.
  static func text(_ diagnostics: [Diagnostic], in content: String) -> String {
    var text = ""
    var counts: [String: Int] = [:]
    for finding in diagnostics {
      let code = finding.code.rawValue
      counts[code, default: 0] += 1
      if counts[code, default: 0] <= shown { text += "\(finding.shown(in: content))\n" }
    }
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > shown {
      text += "… and \(count - shown) more [\(code)]\n"
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    if errors + warnings > 0 {
      text += "\(count(errors, "error")), \(count(warnings, "warning"))\n"
    }
    return text
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
