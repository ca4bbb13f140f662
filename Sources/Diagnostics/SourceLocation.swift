/// A place in one of the author's files.
package struct SourceLocation: Hashable, Sendable {
  /// The path relative to the content folder, with `/` between its parts.
  package let path: String
  /// The 1-based line, or `nil` when the finding is about the whole file.
  package let line: Int?
  /// The 1-based column in characters, when it is known.
  package let column: Int?

  package init(_ path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension SourceLocation: Comparable {
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.path, left.line ?? 0, left.column ?? 0) < (right.path, right.line ?? 0, right.column ?? 0)
  }
}

extension SourceLocation: CustomStringConvertible {
  package var description: String {
    guard let line else { return path }
    guard let column else { return "\(path):\(line)" }
    return "\(path):\(line):\(column)"
  }
}
