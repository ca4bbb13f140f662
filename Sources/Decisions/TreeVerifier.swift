/// Proves what every tree promises: one parent each, no dead end, every path ends.
package enum TreeVerifier {
  package enum Defect: Hashable, Sendable {
    case duplicateID(Node.ID)
    case missingTarget(Node.ID, target: Node.ID)
    case wrongParent(Node.ID)
    case unreachable(Node.ID)
    case deadEnd(Node.ID)
    case noWayOut(Node.ID)

    /// The node to blame.
    package var culprit: Node.ID {
      switch self {
      case .duplicateID(let id), .missingTarget(let id, _), .wrongParent(let id),
        .unreachable(let id), .deadEnd(let id), .noWayOut(let id):
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
      }
    }
  }

  /// The defects in document order; none for a sound tree.
  ///
  /// A sound tree is finite and every leaf is an end, so every path ends.
  package static func defects(in tree: DecisionTree) -> [Defect] {
    var found: [Defect] = []
    var seen: Set<Node.ID> = []
    var reached: Set<Node.ID> = []
    for node in tree.nodes {
      if !seen.insert(node.id).inserted { found.append(.duplicateID(node.id)) }
      for choice in node.choices {
        guard let target = tree[choice.target] else {
          found.append(.missingTarget(node.id, target: choice.target))
          continue
        }
        if target.parent != node.id || !reached.insert(target.id).inserted {
          found.append(.wrongParent(target.id))
        }
      }
      if node.choices.isEmpty, !node.isEnd { found.append(.deadEnd(node.id)) }
      if node.kind == .question, !node.choices.contains(where: { $0.role == .fallback }) {
        found.append(.noWayOut(node.id))
      }
    }
    for node in tree.nodes.dropFirst() where !reached.contains(node.id) {
      found.append(.unreachable(node.id))
    }
    return found
  }
}
