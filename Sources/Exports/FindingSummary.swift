package import Diagnostics

/// How many findings there are of each severity.
package struct FindingSummary: Hashable, Sendable, CustomStringConvertible {
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0
  package let fileCount: Int

  package init(_ findings: [Diagnostic], fileCount: Int) {
    self.fileCount = fileCount
    for finding in findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  /// Such as `1 error, 2 warnings, 0 notes in 31 files`.
  package var description: String {
    let parts = [
      Self.count(errors, "error"), Self.count(warnings, "warning"), Self.count(notes, "note"),
    ]
    return parts.joined(separator: ", ") + " in " + Self.count(fileCount, "file")
  }

  /// A number with its noun: `1 error`, `2 errors`.
  package static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
