import Content
package import Decisions
package import FoundationEssentials

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

  /// The same as one JSON object with sorted keys and a line feed at its end.
  package static func json(_ explanation: Explanation, path: String) throws -> Data {
    let document = Document(
      path: path, kind: explanation.kind.rawValue,
      sections: explanation.sections.map { section in
        Document.Section(
          title: section.title.source.plainText, level: section.level, line: section.line,
          outcomes: section.outcomes.map {
            Document.Outcome(
              id: $0.id.rawValue, kind: $0.kind.rawValue, line: $0.line, rule: $0.rule.rawValue,
              reason: $0.rule.reason, description: $0.description)
          }, hint: section.hint)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try encoder.encode(document) + Data("\n".utf8)
  }

  private struct Document: Encodable {
    struct Outcome: Encodable {
      var id, kind: String
      var line: Int
      var rule, reason, description: String
    }
    struct Section: Encodable {
      var title: String
      var level, line: Int
      var outcomes: [Outcome]
      var hint: String?
    }
    var path, kind: String
    var sections: [Section]
  }
}
