import Articles
package import Compiler
package import Content
import Decisions

extension TreeDocument {
  /// The trees of articles in a locale; without one, each article in its own.
  package init(
    _ library: Library, articles: [Library.Entry], locale: LanguageTag?
  ) async {
    self.init(heading: library, locale: locale)
    self.articles = Self.articles(articles, of: library, locale)
    nodes = await Self.editions(of: library, articles, locale) { edition, converter in
      edition.tree.nodes.map { converter.node($0) }
    }.flatMap { $0 ?? [] }
  }

  /// An empty document with its locales.
  init(heading library: Library, locale: LanguageTag?) {
    let own = library.locales.count == 1 || library.isLocalized ? library.locales.first : nil
    let source = library.isLocalized ? library.locales.first : nil
    self.init(
      locale: (locale ?? own)?.display ?? "mul",
      sourceLocale: (source ?? .americanEnglish).display)
  }

  /// The articles that have an edition with a tree in a locale; without one, in their own.
  static func articles(
    _ articles: [Library.Entry], of library: Library, _ locale: LanguageTag?
  ) -> [Article] {
    articles.compactMap { entry in
      let shown = library.shownLocale(of: entry, wanted: locale)
      guard let root = entry.nodes.first, let summary = library.summary(of: entry, in: shown)
      else { return nil }
      return Article(
        id: entry.id, path: summary.path, title: .init(summary.title), kind: entry.kind.rawValue,
        root: root.id.rawValue)
    }
  }

  /// Reads each article and turns it into a result, in parallel; `nil` for one without edition.
  static func editions<Result: Sendable>(
    of library: Library, _ articles: [Library.Entry], _ locale: LanguageTag?,
    _ transform: @escaping @Sendable (Edition, TreeConverter) -> Result
  ) async -> [Result?] {
    await articles.concurrentMap { entry in
      let shown = library.shownLocale(of: entry, wanted: locale)
      let converter = TreeConverter(library: library, entry: entry, locale: shown)
      return library.edition(of: entry, in: shown).map { transform($0, converter) }
    }
  }
}

/// Turns nodes into the export's values.
struct TreeConverter {
  let library: Library
  let entry: Library.Entry
  let locale: LanguageTag
  let phrases: PhraseBook

  init(library: Library, entry: Library.Entry, locale: LanguageTag) {
    self.library = library
    self.entry = entry
    self.locale = locale
    phrases = .phrases(for: locale)
  }

  func code(of node: Decisions.Node) -> String { library.codes[node.id]?.digits ?? "" }

  func line(of node: Decisions.Node) -> Int { max(1, node.line) }

  /// What the node shows; an end that says nothing itself, whom to contact.
  func body(of node: Decisions.Node) -> [Block] {
    node.kind == .escalation && node.body.isEmpty ? library.contact(in: locale) : node.body
  }

  /// The numbered steps; `nil` for a node that is not made of them.
  func steps(of node: Decisions.Node) -> [[Block]]? {
    let steps = node.steps
    return node.kind == .procedure || !steps.isEmpty ? steps : nil
  }

  func node(_ node: Decisions.Node) -> TreeDocument.Node {
    TreeDocument.Node(
      id: node.id.rawValue, code: code(of: node), kind: node.kind.rawValue,
      article: entry.id, parent: node.parent?.rawValue, line: line(of: node),
      title: text(node.title),
      explanation: node.explanation.isEmpty ? nil : TreeDocument.Text(node.explanation),
      body: TreeDocument.Text(body(of: node)),
      steps: steps(of: node)?.map { TreeDocument.Text($0) },
      choices: node.choices.map {
        .init(role: $0.role.rawValue, label: text($0.label), to: $0.target.rawValue)
      },
      jumps: node.jumps.isEmpty ? nil : node.jumps.map { jump($0) })
  }

  private func text(_ caption: Caption) -> TreeDocument.Text {
    switch caption {
    case .text(let text): TreeDocument.Text(text)
    case .phrase(let phrase): TreeDocument.Text(text: phrases[phrase], source: nil, units: [])
    }
  }

  func jump(_ jump: Jump) -> TreeDocument.Jump {
    let words = jump.text.target.plainText
    if let node = library.node(of: jump) {
      return .init(text: words, to: node.rawValue, step: jump.step, url: nil)
    }
    switch jump.target {
    case .url(let url): return .init(text: words, to: nil, step: nil, url: url)
    case .article(let path, let anchor):
      let url = anchor.isEmpty ? path : "\(path)#\(anchor)"
      return .init(text: words, to: nil, step: nil, url: url)
    case .node(let id), .step(let id, _, _):
      return .init(text: words, to: id.rawValue, step: jump.step, url: nil)
    }
  }
}

extension TreeDocument.Text {
  fileprivate init(_ text: Content.Text) {
    self.init(
      text: [text].plainText { $0.target },
      source: text.isTranslated ? [text].plainText { $0.source } : nil,
      units: text.units.map(\.rawValue))
  }

  fileprivate init(_ blocks: [Block]) {
    let texts = blocks.texts.filter { !$0.isBlank }
    let isTranslated = texts.contains(where: \.isTranslated)
    self.init(
      text: texts.plainText { $0.target },
      source: isTranslated ? texts.plainText { $0.source } : nil,
      units: texts.flatMap { $0.units.map(\.rawValue) })
  }
}
