import Diagnostics

/// Code fences without an end: what follows shows as code.
enum UnclosedFences {
  static func find(in file: MarkdownFile) -> [Diagnostic] {
    file.openFences.map { number in
      Diagnostic(
        .warning, "unclosed-fence", "the code that begins here has no end",
        at: SourceLocation(file.path, line: number),
        hint: "write the same fence on a line of its own behind the code, indented as far")
    }
  }
}
