package import Articles
package import Content

/// What became of an article, section by section, for its writer.
package struct Explanation: Hashable, Sendable {
  /// What one heading and the text under it became, up to the next heading.
  package struct Section: Hashable, Sendable {
    package let title: Text
    /// 1 to 6.
    package let level: Int
    /// The 1-based line of the heading.
    package let line: Int
    /// In document order; empty for a heading whose text another section took.
    package let outcomes: [Outcome]
    /// How to write it so that it becomes a decision; only for text left as plain information.
    package let hint: String?
  }

  /// A node that a section became, with the rule that made it.
  package struct Outcome: Hashable, Sendable {
    package let id: Node.ID
    package let kind: Node.Kind
    package let rule: Rule
    /// The 1-based line where its text begins.
    package let line: Int
    /// What it is, in the words of a writer: "a question with 4 answers".
    package let description: String
  }

  package let kind: ArticleKind
  /// In document order.
  package let sections: [Section]

  /// Explains the tree that was made of an article.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - tree: its tree.
  ///   - language: the language that its tree was made in.
  package init(
    of article: Article, tree: DecisionTree, in language: LanguageTag = .americanEnglish
  ) {
    let vocabulary = Vocabulary.reading(article, in: language)
    kind = tree.kind
    let headings = Self.headings(of: article)
    let nodes = tree.nodes.filter { $0.rule != .suppliedEnd }
    sections = headings.indices.map { index in
      let heading = headings[index]
      let end = index + 1 < headings.count ? headings[index + 1].line : Int.max
      let range = (index == 0 ? 0 : heading.line)..<end
      let own = nodes.filter { range.contains($0.line) }
      let outcomes = own.filter { node in
        node.kind == .question || !own.contains { $0.id == node.parent }
      }.map { Outcome($0, in: tree) }
      let isPlain = outcomes.allSatisfy { $0.rule == .information || $0.rule == .topics }
      return Section(
        title: heading.title, level: heading.level, line: heading.line, outcomes: outcomes,
        hint: isPlain ? Hint.first(for: heading.title, heading.blocks, vocabulary) : nil)
    }
  }

  private struct HeadingBlocks {
    var title: Text
    var level: Int
    var line: Int
    var blocks: [Block] = []
  }

  /// The headings of the file itself, each with the blocks up to the next.
  private static func headings(of article: Article) -> [HeadingBlocks] {
    var found: [HeadingBlocks] = []
    for block in article.blocks {
      if case .heading(let heading) = block.kind, block.file == nil {
        found.append(HeadingBlocks(title: heading.text, level: heading.level, line: block.line))
      } else if found.isEmpty {
        found.append(HeadingBlocks(title: article.title, level: 1, line: block.line))
        found[0].blocks.append(block)
      } else {
        found[found.count - 1].blocks.append(block)
      }
    }
    return found
  }
}

extension Explanation.Outcome {
  fileprivate init(_ node: Node, in tree: DecisionTree) {
    id = node.id
    kind = node.kind
    rule = node.rule
    line = node.line
    description = Self.words(for: node, in: tree)
  }

  private static func words(for node: Node, in tree: DecisionTree) -> String {
    switch node.kind {
    case .menu: "a menu of \(count(node.choices.count, "topic"))"
    case .question:
      "a question with \(count(node.choices.count { $0.role == .answer }, "answer"))"
    case .procedure: "a procedure of \(count(node.steps.count, "step"))"
    case .remedy: remedies(from: node, in: tree)
    case .information: node.rule == .explanationOnly ? "an answer that explains" : "information"
    case .escalation: "a person to turn to"
    case .resolved: "an end"
    }
  }

  private static func remedies(from first: Node, in tree: DecisionTree) -> String {
    var tries = 0
    var current: Node? = first
    while let node = current, node.kind == .remedy || node.kind == .procedure {
      tries += 1
      current = node.choices.first { $0.role == .unsolved }.flatMap { tree[$0.target] }
    }
    return tries == 1 ? "a remedy" : "\(tries) remedies, one after the other"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
