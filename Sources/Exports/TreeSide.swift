/// One export, with the ways to find things in it.
struct TreeSide {
  let nodes: [TreeDocument.Node]
  let articles: [String: TreeDocument.Article]
  let positions: [String: Int]
  /// The words of the choice that leads to a node, by its id.
  private(set) var labels: [String: String] = [:]
  private var roles: [String: String] = [:]

  init(_ document: TreeDocument) {
    nodes = document.nodes
    articles = Dictionary(
      document.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    positions = Dictionary(
      nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for choice in nodes.flatMap(\.choices) {
      labels[choice.to] = choice.label.text
      roles[choice.to] = choice.role
    }
  }

  /// The position of a node's parent; `nil` for a root, and for a parent that stands behind it.
  func parent(of position: Int) -> Int? {
    nodes[position].parent.flatMap { positions[$0] }.flatMap { $0 < position ? $0 : nil }
  }

  func step(_ position: Int) -> TreeChanges.Step {
    let node = nodes[position]
    var trail: [String] = []
    var current = position
    while let parent = parent(of: current) {
      trail.append(labels[nodes[current].id] ?? "")
      current = parent
    }
    return .init(
      id: node.id, code: node.code, kind: node.kind, title: node.title.text,
      trail: trail.reversed())
  }

  /// Whether it is the end that stands behind "yes" or "no" of every remedy.
  func isUsualEnd(_ position: Int) -> Bool {
    let node = nodes[position]
    return node.kind == "resolved" || (node.kind == "escalation" && roles[node.id] == "unsolved")
  }

  /// The positions of a node's children, in the order of its choices.
  func children(of position: Int) -> [Int] {
    nodes[position].choices.compactMap { positions[$0.to] }
  }

  /// The positions of its usual ends, in the order of its choices.
  func usualEnds(of position: Int) -> [Int] { children(of: position).filter { isUsualEnd($0) } }

  /// Kind and text, for nodes that are told apart by them: a usual end is like any other.
  func words(_ position: Int) -> String? {
    let node = nodes[position]
    return isUsualEnd(position) ? nil : "\(node.kind)\n\(node.title.text)\n\(node.body.text)"
  }

  /// The nodes that a walk may reach from one.
  func behind(_ position: Int) -> [Int] {
    var found: [Int] = []
    var open = children(of: position)
    while let next = open.popLast(), found.count < nodes.count {
      found.append(next)
      open += children(of: next)
    }
    return found
  }
}
