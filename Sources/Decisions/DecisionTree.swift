/// The decisions of one article: nodes with exactly one parent each.
package struct DecisionTree: Hashable, Sendable {
  /// Parents before their children, in document order; the first is the root.
  package let nodes: [Node]
  /// The node that shows a heading's text, by every id that links to the heading may use.
  package let anchors: [String: Node.ID]
  private let positions: [Node.ID: Int]
  /// For each node, which of its parent's choices leads to it; `nil` for one that none leads to.
  private let places: [Int?]

  /// Makes a tree of nodes whose ids differ, the root first.
  package init(nodes: [Node], anchors: [String: Node.ID] = [:]) {
    self.nodes = nodes
    self.anchors = anchors
    let positions = Dictionary(
      nodes.indices.map { (nodes[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [Int?] = Array(repeating: nil, count: nodes.count)
    for index in nodes.indices {
      for (place, choice) in nodes[index].choices.enumerated() {
        guard let child = positions[choice.target], places[child] == nil,
          nodes[child].parent == nodes[index].id
        else { continue }
        places[child] = place
      }
    }
    self.positions = positions
    self.places = places
  }

  package var root: Node? { nodes.first }

  package subscript(id: Node.ID) -> Node? { positions[id].map { nodes[$0] } }

  /// The position of a node in `nodes`.
  package func position(of id: Node.ID) -> Int? { positions[id] }

  /// The nodes from the root to a node, both included, with the choice that leaves each.
  package func trail(to id: Node.ID) -> [(node: Node, choice: Int?)] {
    var steps: [(node: Node, choice: Int?)] = []
    var choice: Int?
    var current = position(of: id)
    while let position = current, steps.count <= nodes.count {
      steps.append((nodes[position], choice))
      choice = places[position]
      current = nodes[position].parent.flatMap { self.position(of: $0) }
    }
    return steps.reversed()
  }
}

/// How an article helps: by a diagnosis, by steps, or by reading.
package enum ArticleKind: String, Sendable, CaseIterable {
  case diagnostic, procedure, reference
}

extension DecisionTree {
  /// Diagnostic when it tells situations apart before anything is done.
  ///
  /// A way or a platform to choose, and what a step asks, is part of doing: a reader who looks for
  /// the cause of a problem is not served by such an article.
  package var kind: ArticleKind {
    if nodes.contains(where: { isDiagnosis($0) }) { return .diagnostic }
    let isActed = nodes.contains { $0.kind == .procedure || $0.kind == .remedy }
    return isActed ? .procedure : .reference
  }

  private func isDiagnosis(_ node: Node) -> Bool {
    guard node.rule.isDiagnostic, node.kind != .menu, !node.isEnd else { return false }
    let parent = node.parent.flatMap { self[$0] }
    return parent?.kind != .procedure && parent?.kind != .remedy
  }
}

extension DecisionTree {
  /// Whether both trees have the same kinds of nodes and choices in the same places.
  package func hasShape(of other: DecisionTree) -> Bool {
    nodes.count == other.nodes.count
      && zip(nodes, other.nodes).allSatisfy { own, theirs in
        own.kind == theirs.kind && own.choices.map(\.role) == theirs.choices.map(\.role)
          && own.parent.map { position(of: $0) } == theirs.parent.map { other.position(of: $0) }
      }
  }

  /// The same tree with the ids of another of the same shape, node by node.
  package func takingIDs(_ ids: [Node.ID]) -> DecisionTree {
    if nodes.lazy.map(\.id).elementsEqual(ids) { return self }
    let renamed = Dictionary(
      zip(nodes.map(\.id), ids), uniquingKeysWith: { first, _ in first })
    let moved = nodes.map { node in
      var out = node
      out.id = renamed[node.id] ?? node.id
      out.parent = node.parent.map { renamed[$0] ?? $0 }
      out.choices = node.choices.map {
        Choice($0.role, $0.label, to: renamed[$0.target] ?? $0.target)
      }
      out.jumps = node.jumps.map { jump in
        switch jump.target {
        case .node(let id): return Jump(text: jump.text, target: .node(renamed[id] ?? id))
        case .step(let id, let number, let anchor):
          let target = Jump.Target.step(renamed[id] ?? id, number: number, anchor: anchor)
          return Jump(text: jump.text, target: target)
        case .article, .url: return jump
        }
      }
      return out
    }
    return DecisionTree(nodes: moved, anchors: anchors.mapValues { renamed[$0] ?? $0 })
  }
}

extension DecisionTree {
  /// The nodes depth first, children in the order of the choices that lead to them.
  package var inWalkingOrder: [Node] {
    var ordered: [Int] = []
    var open = nodes.isEmpty ? [] : [0]
    while let index = open.popLast(), ordered.count < nodes.count {
      ordered.append(index)
      open += nodes[index].choices.reversed().compactMap { position(of: $0.target) }
    }
    return ordered.map { nodes[$0] }
  }
}
