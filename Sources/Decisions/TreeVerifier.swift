import Content
package import Diagnostics

/// Proves what every tree promises: one parent each, no dead end, every path ends, and a real choice
/// at every question.
package enum TreeVerifier {
  package enum Defect: Hashable, Sendable {
    case duplicateID(Node.ID)
    case missingTarget(Node.ID, target: Node.ID)
    case wrongParent(Node.ID)
    case unreachable(Node.ID)
    case deadEnd(Node.ID)
    case noWayOut(Node.ID)
    /// A question that offers nothing beside its way out.
    case fewAnswers(Node.ID)
    /// An answer that reads like one before it, in this edition's language.
    case equalAnswers(Node.ID, label: String)

    /// The node to blame.
    package var culprit: Node.ID {
      switch self {
      case .duplicateID(let id), .missingTarget(let id, _), .wrongParent(let id),
        .unreachable(let id), .deadEnd(let id), .noWayOut(let id), .fewAnswers(let id),
        .equalAnswers(let id, _):
        id
      }
    }

    /// What is wrong, in the words of a diagnostic.
    package var message: String {
      switch self {
      case .duplicateID: "two nodes have the same id"
      case .missingTarget(_, let target): "a choice leads to '\(target)', which does not exist"
      case .wrongParent: "a node is reached from a node that is not its parent"
      case .unreachable: "no choice leads to this node"
      case .deadEnd: "this node has no choice and is not an end"
      case .noWayOut: "this question has no answer for \"none of these\""
      case .fewAnswers: "this question has fewer than two answers"
      case .equalAnswers(_, let label): "two answers of this question read '\(label)'"
      }
    }

    package var code: Diagnostic.Code {
      switch self {
      case .duplicateID, .missingTarget, .wrongParent: "broken-tree"
      case .unreachable, .deadEnd, .noWayOut: "broken-tree"
      case .fewAnswers: "few-answers"
      case .equalAnswers: "equal-answers"
      }
    }

    /// What its writer can do.
    package var hint: String {
      switch self {
      case .equalAnswers: "word them so that a reader can tell them apart"
      case .fewAnswers: "add an answer, or write the section as plain text"
      default: "simplify the section that this stands in"
      }
    }
  }

  /// The defects in document order; none for a sound tree.
  ///
  /// A sound tree is finite and every leaf is an end, so every path ends.
  package static func defects(in tree: DecisionTree) -> [Defect] {
    var found: [Defect] = []
    let nodes = tree.nodes
    var isReached = nodes.map { _ in false }
    for index in nodes.indices {
      let id = nodes[index].id
      if tree.position(of: id) != index { found.append(.duplicateID(id)) }
      for choice in nodes[index].choices {
        guard let target = tree.position(of: choice.target) else {
          found.append(.missingTarget(id, target: choice.target))
          continue
        }
        if nodes[target].parent == id, !isReached[target] {
          isReached[target] = true
        } else {
          found.append(.wrongParent(choice.target))
        }
      }
      if nodes[index].choices.isEmpty, !nodes[index].isEnd { found.append(.deadEnd(id)) }
      if nodes[index].kind == .question { found += questionDefects(of: nodes[index]) }
    }
    for index in nodes.indices.dropFirst() {
      let id = nodes[index].id
      guard let first = tree.position(of: id), !isReached[first] else { continue }
      found.append(.unreachable(id))
    }
    return found
  }

  private static func questionDefects(of node: Node) -> [Defect] {
    var found: [Defect] = []
    if !node.choices.contains(where: { $0.role == .fallback }) { found.append(.noWayOut(node.id)) }
    if node.choices.count < 2 || node.choices.allSatisfy({ $0.role == .fallback }) {
      found.append(.fewAnswers(node.id))
    }
    var seen: Set<String> = []
    for choice in node.choices where choice.role == .answer || choice.role == .fallback {
      guard case .text(let text) = choice.label else { continue }
      let label = text.target.plainText
      if !seen.insert(label.lowercased()).inserted {
        found.append(.equalAnswers(choice.target, label: label))
      }
    }
    return found
  }
}
