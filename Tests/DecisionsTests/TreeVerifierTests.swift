import CustomDump
import Diagnostics
import Testing

@testable import Decisions

/// Trees that no text makes: each is a sound one with one thing broken.
@Suite struct TreeVerifierTests {
  private static let table = """
    # My code does not arrive

    |Problem|Solution|
    |---|---|
    |No text comes|Check the signal.|
    |None of these|Call the service desk.|
    """

  private func defects(_ damage: (inout [Node]) -> Void) -> [String] {
    var nodes = tree(Self.table).nodes
    damage(&nodes)
    return TreeVerifier.defects(in: DecisionTree(nodes: nodes)).map {
      "\($0.culprit): \($0.message) [\($0.code.rawValue)]"
    }
  }

  @Test func `a sound tree has none`() { expectNoDifference(defects { _ in }, []) }

  @Test func `a choice without a target is found`() {
    expectNoDifference(
      defects { $0.removeLast() },
      ["a: a choice leads to 'a/none-of-these', which does not exist [broken-tree]"])
  }

  @Test func `a node with two ways in is found`() {
    expectNoDifference(
      defects { $0[0].choices.append($0[0].choices[0]) },
      [
        "a/no-text-comes: a node is reached from a node that is not its parent [broken-tree]",
        "a/no-text-comes: two answers of this question read 'No text comes' [equal-answers]",
      ])
  }

  @Test func `a remedy that leads nowhere is found, with what can no longer be reached`() {
    expectNoDifference(
      defects { nodes in nodes[1].choices = [] },
      [
        "a/no-text-comes: this node has no choice and is not an end [broken-tree]",
        "a/no-text-comes/solved: no choice leads to this node [broken-tree]",
        "a/no-text-comes/contact: no choice leads to this node [broken-tree]",
      ])
  }

  @Test func `a question with one answer has too few and no way out`() {
    expectNoDifference(
      defects { nodes in
        nodes[0].choices.removeLast()
        nodes.removeLast()
      },
      [
        "a: this question has no answer for \"none of these\" [broken-tree]",
        "a: this question has fewer than two answers [few-answers]",
      ])
  }
}
