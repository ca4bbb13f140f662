package import Diagnostics

/// Findings as workflow commands that GitHub shows beside the changed lines.
package enum GitHubAnnotations {
  /// One command a line.
  ///
  /// - Parameters:
  ///   - findings: in the order in which to print them.
  ///   - folder: the content folder relative to the repository, which paths begin with.
  /// - Returns: lines, each with its line feed.
  package static func render(_ findings: [Diagnostic], in folder: String) -> String {
    findings.map { finding in
      let severity = finding.severity == .note ? "notice" : finding.severity.rawValue
      var properties = ["file=\(property(finding.location.path(in: folder)))"]
      if let line = finding.location.line { properties.append("line=\(line)") }
      if let column = finding.location.column { properties.append("col=\(column)") }
      properties.append("title=\(property(finding.code.rawValue))")
      let message = finding.hint.map { "\(finding.message)\nhint: \($0)" } ?? finding.message
      return "::\(severity) \(properties.joined(separator: ","))::\(data(message))\n"
    }.joined()
  }

  /// Escapes what would end a message.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// Escapes what would also end a property.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

extension SourceLocation {
  /// The path with the content folder before it.
  func path(in folder: String) -> String {
    folder.isEmpty || folder == "." ? path : "\(folder)/\(path)"
  }
}
