import Articles
package import Compiler
import Content
import Decisions

/// What can be found of an article in a locale, and the words that lead to it.
package struct CountedArticle: Sendable {
  /// In walking order.
  package let documents: [SearchDocument]
  let terms: SearchTerms
}

extension CountedArticle {
  /// Counts the words of an edition.
  ///
  /// A node is a document if its title is the article's own words and not its parent's: the second
  /// and third remedy of a symptom belong to the first. Lists of further reading are left out, since
  /// what they link to is found itself.
  package init(of edition: Edition, article id: String) {
    self.init(of: edition.tree, edition.article, id: id, in: edition.locale)
  }

  /// Counts the words of a tree and its article, given the language of both.
  ///
  /// The article's `keywords` count as a symptom of the whole; nobody is shown them.
  init(of tree: DecisionTree, _ written: Article, id: String, in locale: LanguageTag) {
    let article = written.title.targetWords.withoutFinalMark
    let synonyms = Synonyms.words(for: locale)
    func tokens(_ text: consuming [UInt8]) -> TokenList {
      var tokens = Tokens.list(of: text)
      synonyms?.expand(&tokens)
      return tokens
    }
    let contexts = tokens(Array(article.utf8))
    let labels = Dictionary(
      tree.nodes.flatMap { $0.choices.map { ($0.target, $0.label) } },
      uniquingKeysWith: { first, _ in first })
    var drafts: [Draft] = []
    var owners: [Node.ID: Int] = [:]
    for node in tree.inWalkingOrder {
      let owner = node.parent.flatMap { owners[$0] }
      guard node.rule != .nextSteps else { continue }
      guard case .text(let title) = node.title, !title.isBlank else {
        owners[node.id] = owner
        continue
      }
      let words = title.targetWords.withoutFinalMark
      if let owner, drafts[owner].title == words {
        (node.explanation + node.body).appendTargetWords(to: &drafts[owner].texts)
        owners[node.id] = owner
        continue
      }
      owners[node.id] = drafts.count
      var draft = Draft(node: node, title: words, label: Self.label(labels[node.id], of: node))
      node.body.appendTargetWords(to: &draft.texts)
      drafts.append(draft)
    }
    var counter = TermCounter()
    documents = drafts.map { draft in
      var symptoms: [UInt8] = []
      draft.node.explanation.appendTargetWords(to: &symptoms)
      if draft.node.id == tree.root?.id, let keywords = written.frontMatter["keywords"] {
        symptoms += Array("\n\(keywords)".utf8)
      }
      counter.add(
        names: tokens(Array((draft.title + "\n" + draft.label).utf8)),
        symptoms: tokens(symptoms), contexts: contexts, texts: tokens(draft.texts))
      return SearchDocument(
        node: draft.node.id, article: id, kind: draft.node.kind, title: draft.title,
        context: draft.node.id == tree.root?.id ? "" : article)
    }
    terms = counter.terms
  }

  private struct Draft {
    let node: Node
    let title: String
    let label: String
    /// In UTF-8.
    var texts: [UInt8] = []
  }

  /// The words of the choice that leads to a node, where they are not its title.
  private static func label(_ label: Caption?, of node: Node) -> String {
    guard case .text(let label)? = label, .text(label) != node.title else { return "" }
    return label.targetWords
  }
}

extension String {
  /// A title as a list shows it: without the colon or stop that ends it in running text.
  fileprivate var withoutFinalMark: String {
    guard let last = utf8.last else { return self }
    // ASCII but for white space, colon and stop.
    if (0x21..<0x7F).contains(last), last != UInt8(ascii: ":"), last != UInt8(ascii: ".") {
      return self
    }
    var text = self[...]
    while let last = text.last, last.isWhitespace || ":：".contains(last) { text.removeLast() }
    guard let last = text.last, ".。".contains(last) else { return String(text) }
    let rest = text.dropLast()
    let isSentence = !rest.isEmpty && !rest.unicodeScalars.contains(where: \.endsSentence)
    return String(isSentence ? rest : text)
  }
}

extension Unicode.Scalar {
  fileprivate var endsSentence: Bool {
    switch self {
    case ".", "!", "?", "。", "！", "？": true
    default: false
    }
  }
}
