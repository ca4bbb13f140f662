import Decisions

/// Lists every path from a question to its end, as a table for spreadsheets.
package enum PathTable {
  private static let columns = [
    "article", "question", "answers", "length", "end", "end kind", "end code", "end id",
  ]

  /// The paths of trees as CSV (RFC 4180), a line for each end, in the order of a walk.
  ///
  /// A path begins at the first question on the way from the article's root. Its answers stand in one
  /// field with ` > ` between them; its length is their number.
  package static func csv(_ diagrams: [TreeDiagram]) -> String {
    let rows = [columns] + diagrams.flatMap(rows)
    return rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func rows(_ diagram: TreeDiagram) -> [[String]] {
    diagram.boxes.indices.compactMap { index -> [String]? in
      let end = diagram.boxes[index]
      guard end.kind == .resolved || end.kind == .escalation else { return nil }
      var way: [Int] = []
      var current = end.parent
      while let position = current {
        way.append(position)
        current = diagram.boxes[position].parent
      }
      way.reverse()
      guard let first = way.firstIndex(where: { diagram.boxes[$0].kind == .question }) else {
        return nil
      }
      let answers = (way[(first + 1)...] + [index]).compactMap { diagram.boxes[$0].answer?.label }
      return [
        diagram.article, diagram.boxes[way[first]].text, answers.joined(separator: " > "),
        String(answers.count), end.text, end.kind.rawValue, end.code, end.id.rawValue,
      ]
    }
  }

  /// RFC 4180, section 2, rules 5 to 7.
  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
