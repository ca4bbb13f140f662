import Diagnostics

extension FindingKind {
  /// What `waymark explain CODE` prints.
  var page: String {
    """
    \(code.rawValue) (\(severity.rawValue))

    \(meaning)

    Wrong:

    \(wrong.indented)
    Right:

    \(right.indented)
    \(levels)
    """
  }

  private var levels: String {
    isFixed
      ? "Its level cannot be changed."
      : """
      To change its level, write this in waymark.yml, with error, warning, note or off:

          rules:
            \(code.rawValue): off

      To excuse one place, write this on the line above it:

          <!-- waymark: allow \(code.rawValue): the reason -->
      """
  }
}

extension String {
  /// Each line four columns further right.
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
  }
}
