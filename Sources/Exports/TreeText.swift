package import Compiler
package import Content
package import Decisions

/// Draws trees for people: one indented line for each node.
package enum TreeText {
  /// The trees of articles in a locale, or each in its own, and their yield on the last line.
  package static func render(
    _ library: Library, articles: [Library.Entry], locale: LanguageTag?
  ) async -> String {
    let parts = await articles.concurrentMap { entry -> String in
      let shown = library.shownLocale(of: entry, wanted: locale)
      guard let edition = library.edition(of: entry, in: shown) else { return "" }
      return draw(edition.tree, codes: library.codes, phrases: .phrases(for: shown))
    }
    return parts.joined() + yield(of: articles) + "\n"
  }

  /// One article's tree, two spaces deeper for each level.
  package static func draw(
    _ tree: DecisionTree, codes: [Node.ID: StepCode], phrases: PhraseBook
  ) -> String {
    var out = ""
    var depths: [Node.ID: Int] = [:]
    var labels: [Node.ID: Choice] = [:]
    for node in tree.nodes {
      for choice in node.choices { labels[choice.target] = choice }
    }
    for node in tree.inWalkingOrder {
      let depth = node.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
      depths[node.id] = depth
      out += String(repeating: "  ", count: depth)
      if let choice = labels[node.id] { out += "\(choice.role.rawValue): " }
      out += phrases.line(of: labels[node.id]?.label ?? node.title)
      out += "  (\(node.kind.rawValue)"
      if !node.steps.isEmpty { out += ", \(node.steps.count) steps" }
      out += ", \(codes[node.id]?.description ?? ""))\n"
    }
    return out
  }

  /// How many articles hold decisions, as one sentence.
  package static func yield(of articles: [Library.Entry]) -> String {
    func count(_ kind: ArticleKind) -> Int { articles.count { $0.kind == kind } }
    return "\(count(.diagnostic)) of \(articles.count) articles are diagnostic, "
      + "\(count(.procedure)) hold procedures, \(count(.reference)) are for reference."
  }
}
