/// What a kind of finding means, for `waymark explain CODE` and for tools that list rules.
package struct FindingKind: Hashable, Sendable {
  package let code: Diagnostic.Code
  package let severity: Diagnostic.Severity
  /// Whether the level stands: publishing in spite of the finding would break a promise.
  package let isFixed: Bool
  /// One sentence that ends with a full stop.
  package let meaning: String
  /// What an author wrote that brings the finding up.
  package let wrong: String
  /// The same, put right.
  package let right: String

  package init(
    code: Diagnostic.Code, severity: Diagnostic.Severity, isFixed: Bool, meaning: String,
    wrong: String, right: String
  ) {
    self.code = code
    self.severity = severity
    self.isFixed = isFixed
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }
}
