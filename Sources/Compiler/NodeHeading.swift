package import Decisions

extension DecisionTree {
  /// Where a remedy stands among those that are tried one after the other for one problem.
  ///
  /// They share its title, so that the second and the third need other words to be told apart by.
  ///
  /// - Returns: its 1-based number and how many there are; `nil` for the only one, and for a node of
  ///   another kind.
  package func attempt(_ node: Node) -> (number: Int, count: Int)? {
    guard node.isTried else { return nil }
    var number = 1
    var current = node
    while number <= nodes.count, let before = attempt(before: current) {
      number += 1
      current = before
    }
    var count = number
    current = node
    while count <= nodes.count, let next = attempt(after: current) {
      count += 1
      current = next
    }
    return count == 1 ? nil : (number, count)
  }

  private func attempt(before node: Node) -> Node? {
    guard let parent = node.parent.flatMap({ self[$0] }), parent.isTried,
      parent.title == node.title
    else { return nil }
    return parent
  }

  private func attempt(after node: Node) -> Node? {
    guard let choice = node.choices.first(where: { $0.role == .unsolved }),
      let next = self[choice.target], next.isTried, next.title == node.title
    else { return nil }
    return next
  }

  /// The words over a node that its title would not tell from the node before it.
  ///
  /// - Returns: "Try this next (2 of 3)" for all but the first of some remedies, "Get help" for the
  ///   end of a chain that has its title; `nil` where the title is the heading.
  package func heading(of node: Node, _ phrases: PhraseBook) -> String? {
    if let place = attempt(node), place.number > 1 {
      return phrases[.tryNext].replacing("{n}", with: "\(place.number)")
        .replacing("{m}", with: "\(place.count)")
    }
    guard node.kind == .escalation, let parent = node.parent.flatMap({ self[$0] }),
      parent.isTried, parent.title == node.title
    else { return nil }
    return phrases[.getHelp]
  }

  /// What a node with such a heading, or with one that every article shares, is about.
  ///
  /// - Returns: the title of the nearest node above it that has words of the article; `nil` for a
  ///   node whose own title says it.
  package func subject(of node: Node, _ phrases: PhraseBook) -> Caption? {
    var current: Node? = node
    if case .phrase = node.title {
      current = node.parent.flatMap { self[$0] }
    } else if heading(of: node, phrases) == nil {
      return nil
    }
    while let node = current, case .phrase = node.title {
      current = node.parent.flatMap { self[$0] }
    }
    return current?.title
  }
}

extension Node {
  /// Whether it is something to try inside a question: a remedy, or one in numbered steps.
  package var isTried: Bool { kind == .remedy || (kind == .procedure && hasOwnPage) }
}

extension Term {
  /// What a node asks the reader who has read it; `nil` for one that asks something of its own.
  package static func asked(behind node: Node) -> Term? {
    guard let solved = node.choices.first(where: { $0.role == .solved }) else { return nil }
    return solved.label == .phrase(.answered) ? .didThatAnswer : .didThatHelp
  }
}
