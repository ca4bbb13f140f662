import Decisions

/// Writes trees in the DOT language, for Graphviz and the tools that read its files.
package enum TreeDOT {
  /// One directed graph; several trees stand in a cluster each.
  ///
  /// The names of its nodes are their ids.
  package static func render(_ diagrams: [TreeDiagram]) -> String {
    var out = """
      digraph waymark {
        graph [charset="UTF-8", rankdir=LR, ranksep=0.6, nodesep=0.2, fontname="sans-serif"]
        node [fontname="sans-serif", fontsize=11, shape=box, style="rounded,filled", fillcolor="white"]
        edge [fontname="sans-serif", fontsize=10]

      """
    for (index, diagram) in diagrams.enumerated() {
      let isAlone = diagrams.count == 1
      let indent = isAlone ? "  " : "    "
      if !isAlone {
        out += "  subgraph cluster_\(index) {\n    label=\(quote(label(diagram.title)))\n"
      }
      for box in diagram.boxes { out += indent + statement(box) + "\n" }
      for box in diagram.boxes {
        guard let parent = box.parent, let answer = box.answer else { continue }
        out += indent + statement(answer, from: diagram.boxes[parent], to: box) + "\n"
      }
      if !isAlone { out += "  }\n" }
    }
    return out + "}\n"
  }

  private static func statement(_ box: TreeDiagram.Box) -> String {
    let text = label(box.text) + #"\n"# + escape(box.code)
    return "\(quote(escape(box.id.rawValue))) [label=\(quote(text)), \(style(box.kind))]"
  }

  private static func statement(
    _ answer: TreeDiagram.Answer, from parent: TreeDiagram.Box, to child: TreeDiagram.Box
  ) -> String {
    var attributes = "label=\(quote(label(answer.label)))"
    if answer.role == .fallback || answer.role == .unsolved { attributes += ", style=dashed" }
    let ends = [parent, child].map { quote(escape($0.id.rawValue)) }
    return "\(ends.joined(separator: " -> ")) [\(attributes)]"
  }

  private static func style(_ kind: Node.Kind) -> String {
    switch kind {
    case .menu: #"shape=box, fillcolor="white""#
    case .question: ##"shape=hexagon, style=filled, fillcolor="#dbeafe""##
    case .remedy: ##"fillcolor="#fef3c7""##
    case .procedure: ##"shape=box, style="filled", peripheries=2, fillcolor="#f3f4f6""##
    case .information: ##"shape=note, style=filled, fillcolor="#f3f4f6""##
    case .resolved: ##"shape=oval, style=filled, fillcolor="#dcfce7""##
    case .escalation: ##"shape=oval, style=filled, fillcolor="#fee2e2""##
    }
  }

  private static let lineWidth = 16.0

  /// Text in lines, each escaped.
  private static func label(_ text: String) -> String {
    LineBreaker.lines(of: text, width: lineWidth, limit: 8).map(escape).joined(separator: #"\n"#)
  }

  private static func quote(_ escaped: String) -> String { "\"\(escaped)\"" }

  /// In a quoted string `"` and `\` are special; in a label `&` begins an entity as in HTML.
  private static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += #"\""#
      case "\\": out += #"\\"#
      case "&": out += "&amp;"
      case "\n", "\r", "\t": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
