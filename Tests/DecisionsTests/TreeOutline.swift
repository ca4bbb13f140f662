import Articles
import Content

@testable import Decisions

/// The tree of an article given as Markdown.
func tree(_ markdown: String) -> DecisionTree {
  let article = ArticleReader.read(Array(markdown.utf8), path: "a.md", including: { _ in nil })
  return TreeBuilder.tree(of: article.article, id: "a")
}

/// A tree as one line a node, without the ends that every remedy has.
func outline(of tree: DecisionTree) -> [String] {
  var depths: [Node.ID: Int] = [:]
  var choices: [Node.ID: Choice] = [:]
  for node in tree.nodes {
    for choice in node.choices { choices[choice.target] = choice }
  }
  return tree.inWalkingOrder.compactMap { node in
    let depth = node.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
    depths[node.id] = depth
    let choice = choices[node.id]
    let isPlainEnd = node.rule == .suppliedEnd && choice?.role == .unsolved && node.body.isEmpty
    if node.kind == .resolved || isPlainEnd {
      return nil
    }
    let role = choice.map { "\($0.role.rawValue): " } ?? ""
    let steps = node.steps.isEmpty ? "" : ", \(node.steps.count) steps"
    let indent = String(repeating: "  ", count: depth)
    let rule = node.rule == .suppliedEnd ? "" : ", \(node.rule.rawValue)"
    return
      "\(indent)\(role)\(words(choice?.label ?? node.title)) (\(node.kind.rawValue)\(steps)\(rule))"
  }
}

private func words(_ caption: Caption) -> String {
  switch caption {
  case .text(let text): text.source.plainText
  case .phrase(let phrase): phrase.rawValue
  }
}
