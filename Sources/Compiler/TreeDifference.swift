import Articles
import Content
import Decisions
import Diagnostics

/// Tells at which decision a translation leaves its source.
enum TreeDifference {
  /// The finding about an edition whose tree is not the source's, at the first node that differs.
  ///
  /// The texts are read again: what is kept of them has no lines, and few articles differ.
  static func finding(
    in edition: Reading.Edition, comparedWith source: Reading.Edition, _ folder: ContentFolder,
    sourceLanguage: LanguageTag
  ) -> Diagnostic {
    let parsed = parsed(edition, folder, sourceLanguage)
    let original = Self.parsed(source, folder, sourceLanguage)
    let own = parsed?.tree.nodes ?? []
    let wanted = original?.tree.nodes ?? []
    let index = zip(outline(own), outline(wanted)).prefix { $0 == $1 }.count
    let node = own.indices.contains(index) ? own[index] : nil
    let other = wanted.indices.contains(index) ? wanted[index] : nil
    let difference: String
    switch (node, other) {
    case (let node?, let other?):
      difference = "here is \(words(for: node)), there \(words(for: other))"
    case (nil, let other?): difference = "\(words(for: other)) is missing at the end"
    default: difference = "more follows here than there"
    }
    return Diagnostic(
      .error, "tree-differs",
      "the article's decisions are not those of '\(source.path)': \(difference); the source is "
        + "shown instead",
      at: SourceLocation(edition.path, line: (node ?? own.last)?.line),
      hint: parsed?.article.isSideBySide == false
        ? PartDifference(node, of: parsed, other, of: original).hint
        : "translate the current source text: `waymark xliff export --locale \(edition.locale) "
          + "--needs-work -o \(edition.locale).xlf` writes what is new")
  }

  private static func parsed(
    _ edition: Reading.Edition, _ folder: ContentFolder, _ sourceLanguage: LanguageTag
  ) -> ParsedArticle? {
    folder.read(edition.path).map { bytes in
      ParsedArticle(
        bytes, path: edition.path, id: edition.id, in: folder, source: sourceLanguage
      ) { _ in edition.locale }
    }
  }

  /// What must agree, a value for each node (`TreeOutline.shape`).
  private static func outline(_ nodes: [Node]) -> [[String]] {
    let positions = Dictionary(
      nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return nodes.map { node in
      let parent = node.parent.flatMap { positions[$0] } ?? -1
      return [node.kind.rawValue, String(parent), String(node.choices.count)]
    }
  }

  static func words(for node: Node) -> String {
    let count = node.choices.count == 1 ? "1 choice" : "\(node.choices.count) choices"
    return switch node.kind {
    case .menu: "a menu with \(count)"
    case .question: "a question with \(count)"
    case .remedy: "a remedy"
    case .procedure: "numbered steps"
    case .information: "plain text"
    case .resolved, .escalation: "an end"
    }
  }
}
