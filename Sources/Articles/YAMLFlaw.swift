import Yams

/// Why YAML, or JSON read as YAML, cannot be read, and where.
package struct YAMLFlaw: Sendable, Hashable {
  /// 1-based; never behind the text's last line.
  package let line: Int
  /// 1-based, in characters; `nil` when the parser does not say.
  package let column: Int?
  /// In the parser's words, without a capital and a full stop.
  package let reason: String

  /// Reads what Yams threw at a text.
  package init(_ error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // The parser counts a line behind the last one when it misses something there.
      let lines = text.utf8.count { $0 == 0x0A } + (text.utf8.last == 0x0A ? 0 : 1)
      line = min(max(mark.line, 1), max(lines, 1))
      column = line == mark.line ? max(mark.column, 1) : nil
      reason = problem
    case .duplicatedKeysInMapping(let duplicates, let place):
      line = max(place.mark.line, 1)
      column = nil
      reason = "a key is given twice: \(duplicates.sorted().joined(separator: ", "))"
    case .reader(let problem, let offset, _, _):
      line = text.utf8.prefix(offset ?? 0).count { $0 == 0x0A } + 1
      (column, reason) = (nil, problem)
    case .some, .none:
      (line, column, reason) = (1, nil, "it is not valid YAML")
    }
  }
}
