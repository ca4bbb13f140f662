import Articles
import Compiler
import Content
import Diagnostics

/// Headings that skip a level, so that a reader who listens misses a step.
enum HeadingLevels {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    var previous: Int?
    return inspection.headings.compactMap { heading, block in
      defer { previous = heading.level }
      guard let previous, heading.level > previous + 1 else { return nil }
      return Diagnostic(
        .warning, "skipped-heading-level",
        "a heading of level \(heading.level) follows one of level \(previous)",
        at: inspection.location(of: block),
        hint: "write '\(String(repeating: "#", count: previous + 1)) ' before it")
    }
  }
}
