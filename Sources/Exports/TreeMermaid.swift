import Decisions

/// Writes trees as a Mermaid flowchart, which GitHub and many wikis draw.
package enum TreeMermaid {
  /// One flowchart; several trees stand in a subgraph each.
  package static func render(_ diagrams: [TreeDiagram]) -> String {
    var out = "flowchart LR\n"
    var first = 0
    for (number, diagram) in diagrams.enumerated() {
      let isAlone = diagrams.count == 1
      if !isAlone { out += "  subgraph a\(number)[\"\(escape(diagram.title))\"]\n" }
      for (index, box) in diagram.boxes.enumerated() {
        let indent = isAlone ? "  " : "    "
        out += indent + self.box(box, number: first + index) + "\n"
        guard let parent = box.parent, let answer = box.answer else { continue }
        let label = answer.label.isEmpty ? "" : "|\"\(escape(answer.label))\"|"
        out += "\(indent)n\(first + parent) \(arrow(answer.role))\(label) n\(first + index)\n"
      }
      if !isAlone { out += "  end\n" }
      first += diagram.boxes.count
    }
    return out + classes(of: diagrams)
  }

  private static func box(_ box: TreeDiagram.Box, number: Int) -> String {
    let text = "\"\(escape(box.text))<br/>\(box.code)\""
    let shape =
      switch box.kind {
      case .menu: "([\(text)])"
      case .question: "{{\(text)}}"
      case .remedy: "[\(text)]"
      case .procedure: "[[\(text)]]"
      case .information: "(\(text))"
      case .resolved, .escalation: "([\(text)])"
      }
    return "n\(number)\(shape)"
  }

  /// What leads on is solid, what leaves the author's answers is dotted.
  private static func arrow(_ role: Choice.Role) -> String {
    switch role {
    case .answer, .topic, .solved: "-->"
    case .fallback, .unsolved: "-.->"
    }
  }

  private static func classes(of diagrams: [TreeDiagram]) -> String {
    let boxes = diagrams.flatMap(\.boxes)
    var out = ""
    for (kind, style) in styles {
      let members = boxes.indices.filter { boxes[$0].kind == kind }.map { "n\($0)" }
      guard !members.isEmpty else { continue }
      out += "  classDef \(kind.rawValue) \(style)\n"
      out += "  class \(members.joined(separator: ",")) \(kind.rawValue)\n"
    }
    return out
  }

  private static let styles: [(Node.Kind, String)] = [
    (.question, "fill:#dbeafe,stroke:#1d4ed8,color:#111827"),
    (.remedy, "fill:#fef3c7,stroke:#92400e,color:#111827"),
    (.resolved, "fill:#dcfce7,stroke:#166534,color:#111827"),
    (.escalation, "fill:#fee2e2,stroke:#991b1b,color:#111827"),
  ]

  /// A text in double quotes takes everything but these, which Mermaid writes as `#NUMBER;`.
  ///
  /// `#` begins such an escape itself; `<`, `>` and `&` would be HTML; a back quote begins Markdown;
  /// `\` would begin its `\n`.
  private static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "#", "<", ">", "&", "`", "\\", "|": out += "#\(scalar.value);"
      case "\n", "\r", "\t": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
