package import Decisions

extension DecisionTree {
  /// What a node gives to choose from, in the order of the numbers that the choices have wherever
  /// they are numbered, and what else can be read.
  ///
  /// A list of further reading at the end of an article is no choice: it stands below, where one
  /// comes upon it.
  package func offers(of node: Node) -> (choices: [Choice], asides: [Choice]) {
    guard node.parent == nil else { return (node.choices, []) }
    let targets = Set(node.choices.map(\.target).filter { self[$0]?.rule == .nextSteps })
    return (
      node.choices.filter { !targets.contains($0.target) },
      node.choices.filter { targets.contains($0.target) }
    )
  }
}
