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

  /// Whether a file may hold any, so that few have to be looked at line by line.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    // Of seven signs in a row, one stands at a multiple of seven.
    stride(from: 6, to: bytes.count, by: 7).contains { index in
      let sign = bytes[index]
      guard sign == UInt8(ascii: "<") || sign == UInt8(ascii: ">") else { return false }
      let before = bytes[max(0, index - 7)..<index].reversed().prefix { $0 == sign }
      let behind = bytes[index..<min(bytes.count, index + 8)].prefix { $0 == sign }
      return before.count + behind.count == 7
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
