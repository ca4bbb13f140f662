import Diagnostics

/// A `---` on the first line that no second one answers: its keys show as text.
enum UnclosedFrontMatter {
  static func find(in file: MarkdownFile) -> [Diagnostic] {
    guard file.hasOpenFrontMatter else { return [] }
    return [
      Diagnostic(
        .error, "unclosed-front-matter", "the front matter has no end",
        at: SourceLocation(file.path, line: 1, column: 1),
        hint: "write `---` on a line of its own behind the last key")
    ]
  }
}
