import Articles
import Compiler
import Content
import Diagnostics

/// Headings without words.
enum EmptyHeadings {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    inspection.headings.filter { $0.heading.text.isBlank }.map { _, block in
      Diagnostic(
        .warning, "empty-heading", "the heading has no words",
        at: inspection.location(of: block), hint: "write the heading's words, or delete the line")
    }
  }
}
