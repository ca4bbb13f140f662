import Articles
import Compiler
import Content
import Decisions
import Diagnostics

/// Answers whose choice tells the reader nothing.
enum EmptyAnswers {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    let tree = inspection.tree
    return tree.nodes.filter { $0.kind == .question }.flatMap { question in
      question.choices.filter { $0.role == .answer }.compactMap { choice in
        guard let node = tree[choice.target], node.isSilent else { return nil }
        return finding(node, in: inspection)
      }
    }
  }

  private static func finding(_ node: Node, in inspection: Inspection) -> Diagnostic {
    let title = node.title.text?.target.plainText ?? ""
    return Diagnostic(
      .warning, "empty-answer", "whoever chooses '\(title)' is not told what to do",
      at: inspection.location(of: node),
      hint: "write what to do beside or below it, or delete the answer")
  }
}

extension Node {
  /// Whether it shows nothing, and leads to no further choice but whether that helped.
  fileprivate var isSilent: Bool {
    !isEnd && explanation.isEmpty && body.isEmpty
      && choices.allSatisfy { $0.role == .solved || $0.role == .unsolved }
  }
}
