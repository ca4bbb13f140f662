package import Diagnostics
import JSON

/// Findings as one JSON document, version 1.
package enum FindingJSON {
  /// - Returns: UTF-8 JSON with a line feed at its end.
  package static func render(_ findings: [Diagnostic], _ summary: FindingSummary) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("version", 1)
      json.member("files", summary.fileCount)
      json.member("errors", summary.errors)
      json.member("warnings", summary.warnings)
      json.member("notes", summary.notes)
      json.array("findings", of: findings) { json, finding in json.value(finding) }
    }
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  /// A finding; its line and column are 1-based, in characters, and absent when unknown.
  fileprivate mutating func value(_ finding: Diagnostic) {
    object { json in
      json.member("path", finding.location.path)
      json.member("line", finding.location.line)
      json.member("column", finding.location.column)
      json.member("severity", finding.severity.rawValue)
      json.member("code", finding.code.rawValue)
      json.member("message", finding.message)
      json.member("hint", finding.hint)
    }
  }
}
