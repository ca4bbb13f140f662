import Content
import Diagnostics

/// Marks that a version control system leaves where two edits of a line met.
enum MergeMarkers {
  static func find(in file: MarkdownFile) -> [Diagnostic] {
    file.lines.filter { $0.kind != .code && isMarker($0.bytes) }.map { line in
      Diagnostic(
        .error, "merge-marker", "the merge marker '\(line.bytes.prefix(7).text)' was left in",
        at: SourceLocation(file.path, line: line.number, column: 1),
        hint: "keep one of the two versions, and delete the lines with the markers")
    }
  }

  /// Seven signs, then a blank or nothing; `=======` alone may underline a heading.
  private static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first == UInt8(ascii: "<") || first == UInt8(ascii: ">") else {
      return false
    }
    let rest = line.drop { $0 == first }
    return line.count - rest.count == 7 && rest.first.map(\.isBlank) ?? true
  }
}
