import Articles
import Compiler
import Content
import Diagnostics

/// Further headings of level 1: an article has one title.
enum SeveralTitles {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    inspection.headings.filter { $0.heading.level == 1 }.dropFirst().map { heading, block in
      Diagnostic(
        .warning, "several-titles",
        "'\(heading.text.target.plainText)' is a second title of the article",
        at: inspection.location(of: block),
        hint: "write '## ' before it, or move it to an article of its own")
    }
  }
}
