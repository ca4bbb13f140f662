/// One reader's way through a tree, as a value that can be copied, stored and replayed.
package struct Walk: Hashable, Sendable {
  package enum Failure: Error, Hashable {
    /// The node offers fewer choices than that.
    case noSuchChoice(index: Int, count: Int)
  }

  package let tree: DecisionTree
  /// The 0-based choice taken at each node from the root on.
  package private(set) var answers: [Int] = []
  /// The node that the reader stands on.
  package private(set) var node: Node

  /// Starts at a tree's root; `nil` for a tree without nodes.
  package init?(_ tree: DecisionTree) {
    guard let root = tree.root else { return nil }
    self.tree = tree
    node = root
  }

  /// Starts at a node, with the answers that lead to it.
  package init?(_ tree: DecisionTree, at id: Node.ID) {
    guard let target = tree[id] else { return nil }
    self.tree = tree
    node = target
    answers = tree.trail(to: id).compactMap(\.choice)
  }

  /// Follows a choice by its 0-based index.
  package mutating func choose(_ index: Int) throws(Failure) {
    guard node.choices.indices.contains(index), let next = tree[node.choices[index].target] else {
      throw .noSuchChoice(index: index, count: node.choices.count)
    }
    answers.append(index)
    node = next
  }

  /// Takes the last answer back; returns whether there was one.
  @discardableResult
  package mutating func goBack() -> Bool {
    guard !answers.isEmpty, let parent = node.parent.flatMap({ tree[$0] }) else { return false }
    answers.removeLast()
    node = parent
    return true
  }

  /// The questions answered so far, in order, each with the choice taken.
  package var trail: [(node: Node, choice: Choice)] {
    tree.trail(to: node.id).compactMap { step in
      step.choice.map { (step.node, step.node.choices[$0]) }
    }
  }
}
