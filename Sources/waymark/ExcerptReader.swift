import Compiler
import Diagnostics

/// Cuts excerpts, and keeps the last file, since findings come file by file.
struct ExcerptReader {
  private let folder: ContentFolder
  private var path: String?
  private var lines = SourceLines([])

  init(_ folder: ContentFolder) { self.folder = folder }

  mutating func excerpt(of finding: Diagnostic) -> Excerpt? {
    guard finding.location.line != nil else { return nil }
    if path != finding.location.path {
      path = finding.location.path
      lines = SourceLines(folder.read(finding.location.path) ?? [])
    }
    return Excerpt(of: finding, in: lines)
  }
}
