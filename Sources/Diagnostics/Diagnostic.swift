/// One thing a writer should know: what is wrong, where, and what to do about it.
package struct Diagnostic: Hashable, Sendable {
  /// The stable kebab-case name of a kind of finding, such as `missing-include`.
  package struct Code: Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String
    package init(stringLiteral value: String) { rawValue = value }
  }

  /// How much a finding matters; it belongs to the rule, not to the command.
  package enum Severity: String, Sendable {
    /// A promise to the reader is broken; commands exit with 1.
    case error
    /// A page is spoiled, yet usable.
    case warning
    /// Worth knowing, nothing to fix now.
    case note
  }

  package let severity: Severity
  package let code: Code
  /// States the fact in lower case and quotes the author's own text.
  package let message: String
  package let location: SourceLocation
  /// The next action, when there is an obvious one.
  package let hint: String?

  package init(
    _ severity: Severity, _ code: Code, _ message: String, at location: SourceLocation,
    hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.hint = hint
  }
}

extension Diagnostic: Comparable {
  /// Orders findings by place, then by code and message, so that output never depends on timing.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    return left.message < right.message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// Renders `path:line:col: severity: message [code]`, with the hint on a second line.
  package var description: String {
    let first = "\(location): \(severity.rawValue): \(message) [\(code.rawValue)]"
    guard let hint else { return first }
    return first + "\n  hint: \(hint)"
  }
}
