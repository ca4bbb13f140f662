import Articles
import Compiler
import Diagnostics

/// Cuts excerpts, and keeps the last file, since findings come file by file.
struct ExcerptReader {
  private let folder: ContentFolder
  /// What stands before the paths of the findings.
  private let prefix: String
  private var path: String?
  private var lines = SourceLines([])

  init(_ folder: ContentFolder, prefix: String) {
    self.folder = folder
    self.prefix = prefix
  }

  mutating func excerpt(of finding: Diagnostic) -> Excerpt? {
    guard finding.location.line != nil else { return nil }
    open(finding)
    return Excerpt(of: finding, in: lines)
  }

  /// A finding's column in Unicode code points, from 1; `nil` when it has none.
  mutating func codePointColumn(of finding: Diagnostic) -> Int? {
    guard let line = finding.location.line, let column = finding.location.column else {
      return nil
    }
    open(finding)
    guard let text = lines[line] else { return column }
    return text.prefix(column - 1).unicodeScalars.count + 1
  }

  private mutating func open(_ finding: Diagnostic) {
    if path != finding.location.path {
      path = finding.location.path
      let file = finding.location.path.dropFirst(prefix.count)
      lines = SourceLines(SourceText.utf8(folder.read(String(file)) ?? []))
    }
  }
}
