package import Diagnostics
import JSON

/// Findings as a SARIF 2.1.0 log (OASIS, 27 March 2020), which code hosts and editors read.
package enum SARIF {
  /// - Parameters:
  ///   - findings: in the order in which to list them.
  ///   - folder: the content folder relative to the repository, which paths begin with.
  ///   - kinds: every code there is; only those found become rules of the log.
  ///   - column: the column of a finding in Unicode code points, from 1; `nil` when it has none.
  /// - Returns: UTF-8 JSON with a line feed at its end.
  package static func render(
    _ findings: [Diagnostic], in folder: String, kinds: [FindingKind],
    column: (Diagnostic) -> Int?
  ) -> [UInt8] {
    let codes = Set(findings.map(\.code))
    let rules = kinds.filter { codes.contains($0.code) }
    let positions = Dictionary(
      rules.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs", of: [rules]) { json, rules in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.member("name", "waymark")
              json.array("rules", of: rules) { json, rule in json.rule(rule) }
            }
          }
          json.member("columnKind", "unicodeCodePoints")
          json.array("results", of: findings) { json, finding in
            json.result(
              finding, in: folder, rule: positions[finding.code], column: column(finding))
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  /// A reporting descriptor (section 3.49).
  fileprivate mutating func rule(_ rule: FindingKind) {
    object { json in
      json.member("id", rule.code.rawValue)
      json.message("shortDescription", rule.meaning)
      json.message(
        "help", "\(rule.meaning)\n\nWrong:\n\n\(rule.wrong)\nRight:\n\n\(rule.right)")
      json.object("defaultConfiguration") { $0.member("level", rule.severity.rawValue) }
    }
  }

  /// A result (section 3.27).
  fileprivate mutating func result(
    _ finding: Diagnostic, in folder: String, rule: Int?, column: Int?
  ) {
    object { json in
      json.member("ruleId", finding.code.rawValue)
      json.member("ruleIndex", rule)
      json.member("level", finding.severity.rawValue)
      let message = finding.hint.map { "\(finding.message); \($0)" } ?? finding.message
      json.message("message", message)
      json.array("locations", of: [finding.location]) { json, location in
        json.object { json in
          json.object("physicalLocation") { json in
            json.object("artifactLocation") { json in
              json.member("uri", URI.encode(location.path(in: folder)))
            }
            guard let line = location.line else { return }
            json.object("region") { json in
              json.member("startLine", line)
              json.member("startColumn", column)
            }
          }
        }
      }
    }
  }

  private mutating func message(_ name: StaticString, _ text: String) {
    object(name) { $0.member("text", text) }
  }
}

/// Percent-encoding of paths (RFC 3986, section 2.1).
private enum URI {
  static func encode(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || Array("-._~/".utf8).contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
