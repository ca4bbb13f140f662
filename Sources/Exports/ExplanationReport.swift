import Content
package import Decisions
import JSON

/// Prints what became of an article, for its writer.
package enum ExplanationReport {
  /// One paragraph for each heading: its line, what it became, the rule and its reason, and a hint
  /// for text that was left as plain information.
  package static func text(_ explanation: Explanation, path: String) -> String {
    var out = "\(path): \(explanation.kind.rawValue)\n"
    for section in explanation.sections {
      let marks = String(repeating: "#", count: section.level)
      out += "\n\(path):\(section.line): \(marks) \(section.title.source.plainText)\n"
      if section.outcomes.isEmpty { out += "  part of the section above\n" }
      for outcome in section.outcomes {
        out += "  \(outcome.description) [\(outcome.rule.rawValue)]\n"
        out += "    because \(outcome.rule.reason)\n"
      }
      if let hint = section.hint { out += "  hint: \(hint)\n" }
    }
    return out
  }

  /// The same as one JSON object with a line feed at its end.
  package static func json(_ explanation: Explanation, path: String) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("path", path)
      json.member("kind", explanation.kind.rawValue)
      json.array("sections", of: explanation.sections) { json, section in
        json.object { write(section, to: &$0) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ section: Explanation.Section, to json: inout JSONWriter) {
    json.member("title", section.title.source.plainText)
    json.member("level", section.level)
    json.member("line", section.line)
    json.array("outcomes", of: section.outcomes) { json, outcome in
      json.object { json in
        json.member("id", outcome.id.rawValue)
        json.member("kind", outcome.kind.rawValue)
        json.member("line", outcome.line)
        json.member("rule", outcome.rule.rawValue)
        json.member("reason", outcome.rule.reason)
        json.member("description", outcome.description)
      }
    }
    json.member("hint", section.hint)
  }
}
