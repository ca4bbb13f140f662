import Articles
package import Compiler
package import Content
import Decisions
package import FoundationEssentials

/// Writes a library's trees as one JSON document (the tree export, version 1).
package enum TreeJSON {
  /// Renders the editions of the given locales; without a locale, each article in its own.
  ///
  /// - Parameters:
  ///   - library: the library.
  ///   - locale: the locale to show; `nil` takes every article in each locale of its own.
  /// - Returns: UTF-8 JSON with sorted keys and a line feed at its end.
  /// - Throws: what the encoder throws; never for the values of a library.
  package static func render(_ library: Library, locale: LanguageTag?) async throws -> Data {
    let parts = await library.articles.concurrentMap { entry in
      Self.part(entry, library, locale)
    }
    var document = Document(
      locale: (locale ?? library.onlyLocale)?.display ?? "mul",
      sourceLocale: library.isLocalized
        ? library.locales.first?.display ?? "en-US" : LanguageTag.americanEnglish.display)
    for part in parts.compactMap({ $0 }) {
      document.articles.append(part.article)
      document.nodes += part.nodes
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try encoder.encode(document) + Data("\n".utf8)
  }

  private static func part(
    _ entry: Library.Entry, _ library: Library, _ locale: LanguageTag?
  ) -> (article: Document.Article, nodes: [Document.Node])? {
    guard let shown = locale ?? (library.isLocalized ? library.locales.first : entry.source),
      let edition = library.edition(of: entry, in: shown), let root = edition.tree.root
    else { return nil }
    let article = Document.Article(
      id: entry.id, path: edition.article.path, title: Document.Text(edition.article.title),
      kind: entry.kind.rawValue, root: root.id.rawValue)
    let render = NodeRenderer(library: library, entry: entry, edition: edition, locale: shown)
    return (article, edition.tree.nodes.map { render.node($0) })
  }
}

extension Library {
  fileprivate var onlyLocale: LanguageTag? {
    locales.count == 1 || isLocalized ? locales.first : nil
  }
}

/// Turns nodes into the export's values.
private struct NodeRenderer {
  let library: Library
  let entry: Library.Entry
  let edition: Edition
  let locale: LanguageTag

  func node(_ node: Decisions.Node) -> Document.Node {
    let phrases = PhraseBook.phrases(for: locale)
    let body =
      node.isEnd && node.body.isEmpty && node.kind == .escalation
      ? library.contact(in: locale) : node.body
    return Document.Node(
      id: node.id.rawValue, code: library.codes[node.id]?.digits ?? "", kind: node.kind.rawValue,
      article: entry.id, parent: node.parent?.rawValue, line: max(1, node.line),
      title: text(node.title, phrases),
      explanation: node.explanation.isEmpty ? nil : Document.Text(node.explanation),
      body: Document.Text(body),
      steps: node.kind == .procedure || !node.steps.isEmpty
        ? node.steps.map { Document.Text($0) } : nil,
      choices: node.choices.map {
        .init(role: $0.role.rawValue, label: text($0.label, phrases), to: $0.target.rawValue)
      },
      jumps: node.jumps.isEmpty ? nil : node.jumps.map { jump($0) })
  }

  private func text(_ caption: Caption, _ phrases: PhraseBook) -> Document.Text {
    switch caption {
    case .text(let text): Document.Text(text)
    case .phrase(let phrase): Document.Text(text: phrases[phrase], source: nil, units: [])
    }
  }

  private func jump(_ jump: Jump) -> Document.Jump {
    let words = jump.text.target.plainText
    if let node = library.node(of: jump) { return .init(text: words, to: node.rawValue, url: nil) }
    switch jump.target {
    case .url(let url): return .init(text: words, to: nil, url: url)
    case .article(let path, let anchor):
      return .init(text: words, to: nil, url: anchor.isEmpty ? path : "\(path)#\(anchor)")
    case .node(let id): return .init(text: words, to: id.rawValue, url: nil)
    }
  }
}

/// The document's shape, key by key.
private struct Document: Encodable {
  struct Text: Encodable {
    var text: String
    var source: String?
    var units: [String]
  }
  struct Article: Encodable {
    var id, path: String
    var title: Text
    var kind, root: String
  }
  struct Choice: Encodable {
    var role: String
    var label: Text
    var to: String
  }
  struct Jump: Encodable {
    var text: String
    var to, url: String?
  }
  struct Node: Encodable {
    var id, code, kind, article: String
    var parent: String?
    var line: Int
    var title: Text
    var explanation: Text?
    var body: Text
    var steps: [Text]?
    var choices: [Choice]
    var jumps: [Jump]?
  }
  var version = 1
  var locale, sourceLocale: String
  var articles: [Article] = []
  var nodes: [Node] = []

  init(locale: String, sourceLocale: String) {
    self.locale = locale
    self.sourceLocale = sourceLocale
  }

  enum CodingKeys: String, CodingKey {
    case version, locale, articles, nodes
    case sourceLocale = "source_locale"
  }
}

extension Document.Text {
  init(_ text: Content.Text) {
    self.init(
      text: text.target.plainText, source: text.isTranslated ? text.source.plainText : nil,
      units: text.units.map(\.rawValue))
  }

  init(_ blocks: [Block]) {
    let texts = blocks.flatMap(\.texts).filter { !$0.isBlank }
    let isTranslated = texts.contains(where: \.isTranslated)
    self.init(
      text: texts.map(\.target.plainText).joined(separator: "\n"),
      source: isTranslated ? texts.map(\.source.plainText).joined(separator: "\n") : nil,
      units: texts.flatMap(\.units).map(\.rawValue))
  }
}
