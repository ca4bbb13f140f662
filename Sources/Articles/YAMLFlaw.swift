import Yams

/// Why YAML, or JSON read as YAML, cannot be read, and where.
package struct YAMLFlaw: Sendable, Hashable {
  /// 1-based; never behind the text's last line.
  package let line: Int
  /// 1-based, in characters; `nil` when the parser does not say.
  package let column: Int?
  /// In the parser's words, without a capital and a full stop.
  package let reason: String
  /// What to do about it.
  package let hint: String

  /// Reads what Yams threw at a text.
  package init(_ error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(let context?, let problem, let mark, _) where Self.isOpen(context, at: mark),
      .parser(let context?, let problem, let mark, _) where Self.isOpen(context, at: mark):
      // What was never closed is to be mended where it begins.
      line = max(context.mark.line, 1)
      column = max(context.mark.column, 1)
      reason = problem
      hint = Self.hint(for: problem)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // The parser counts a line behind the last one when it misses something there.
      let lines = text.utf8.count { $0 == 0x0A } + (text.utf8.last == 0x0A ? 0 : 1)
      line = min(max(mark.line, 1), max(lines, 1))
      column = line == mark.line ? max(mark.column, 1) : nil
      reason = problem
      hint = Self.hint(for: problem)
    case .duplicatedKeysInMapping(let duplicates, let place):
      line = max(place.mark.line, 1)
      column = nil
      reason = "a key is given twice: \(duplicates.sorted().joined(separator: ", "))"
      hint = "delete one of the two"
    case .reader(let problem, let offset, _, _):
      line = text.utf8.prefix(offset ?? 0).count { $0 == 0x0A } + 1
      (column, reason) = (nil, problem)
      hint = "delete the character that cannot be seen"
    case .some, .none:
      (line, column, reason) = (1, nil, "it is not valid YAML")
      hint = Self.hint(for: "")
    }
  }

  /// Whether a flaw is that something was opened at a place and not closed: a text in quotes, or
  /// brackets on the line before; in longer ones, as JSON has them, something else may be wrong.
  private static func isOpen(_ context: YamlError.Context, at mark: Mark) -> Bool {
    switch context.text {
    case "while scanning a quoted scalar": true
    case "while parsing a flow sequence", "while parsing a flow mapping":
      mark.line == context.mark.line + 1
    default: false
    }
  }

  /// What most often helps against a problem, in the words of libyaml's scanner and parser.
  private static func hint(for problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      "put a value that holds `: ` in quotes, and begin every key of a group in the same column"
    case "did not find expected ',' or ']'": "close the list with `]`"
    case "did not find expected ',' or '}'": "close the group with `}`"
    case "did not find expected node content": "close every `[` and `{`, or put the value in quotes"
    case "found unexpected end of stream": "close the text with the quote that it begins with"
    case "found unknown escape character": "write `\\\\` for a backslash in double quotes"
    case "found character that cannot start any token", "found undefined alias",
      "did not find expected alphabetic or numeric character":
      "put the value in quotes, and indent with blanks instead of tabs"
    case "found a tab character that violates indentation": "indent with blanks instead of tabs"
    case "could not find expected ':'": "write `key: value`"
    case "did not find expected key", "did not find expected '-' indicator":
      "begin every line of a group in the same column, and put a value that holds quotes in quotes"
    default: "put values that hold `:` or `#` in quotes"
    }
  }
}
