import Compiler
import Content
import Diagnostics

/// Articles of one title in one locale: lists and searches show no difference.
enum DuplicateTitles {
  static func find(in library: Library) -> [Diagnostic] {
    var seen: [Name: Library.Summary] = [:]
    var found: [Diagnostic] = []
    for entry in library.articles {
      for (locale, summary) in entry.editions.sorted(by: { $0.key < $1.key }) {
        let name = Name(locale: locale, title: summary.title.target.plainText.lowercased())
        guard !name.title.isEmpty, let first = seen[name] else {
          seen[name] = summary
          continue
        }
        found.append(
          Diagnostic(
            .warning, "duplicate-title",
            "'\(summary.title.target.plainText)' is also the title of '\(first.path)'",
            at: SourceLocation(summary.path),
            hint: "say in each title what sets the article apart, or join the two"))
      }
    }
    return found
  }

  private struct Name: Hashable {
    let locale: LanguageTag
    let title: String
  }
}
