package import Articles
package import Content
package import Decisions
package import Storage

/// A folder of articles in all its locales: what there is, and how its parts are found.
///
/// It holds the text of so many articles as there is room for; any other is read again when it is
/// asked for.
package struct Library: Sendable {
  package let configuration: Configuration
  /// The locales of its articles, the source first.
  package let locales: [LanguageTag]
  /// Whether the same article is expected in every locale; else each stands in its own.
  package let isLocalized: Bool
  /// Sorted by id.
  package let articles: [Entry]
  /// Whether all articles of the folder were read; else step codes are not known.
  package let isWhole: Bool
  package let codes: [Node.ID: StepCode]
  /// The addresses that were given out, and what became of them.
  package let permalinks: Permalinks
  /// What moved away, sorted by its former id.
  package let redirects: [Redirect]
  /// The files that it was compiled from.
  package let folder: ContentFolder
  /// What is known of its articles for the next time; `nil` when nothing is kept.
  package internal(set) var cache: ArticleCache?
  let resolver: LinkResolver
  /// `linkFacts`, where they were asked for before.
  private let knownLinkFacts: Fingerprint?
  /// The articles' `nodePrint`s, where they were asked for before.
  private let nodePrints: [Fingerprint]
  let contents: [LanguageTag: [ContentsEntry]]
  private let texts: TextRoom
  private let positions: [String: Int]
  private let owners: [String: Int]

  /// What the library knows of an article without its text.
  package struct Entry: Sendable {
    /// The path without locale and extension, in lower case.
    package let id: String
    package let kind: ArticleKind
    /// The shape of its tree, from the source edition; parents before their children.
    package let nodes: [Outline]
    package let anchors: [String: Node.ID]
    /// The editions, by locale; none for a locale that shows the source instead.
    package let editions: [LanguageTag: Summary]
    /// The translations that are not shown, since their decisions are not the source's.
    package let misfits: [LanguageTag: Summary]
    /// The locale of the edition that gives the tree its shape.
    package let source: LanguageTag
    /// The published ids of headings whose text gives another id now, the first to use.
    let headings: [String: [String]]
    /// The places of the nodes in `nodes`.
    private let positions: [Node.ID: Int]

    init(
      id: String, kind: ArticleKind, nodes: [Outline], anchors: [String: Node.ID],
      editions: [LanguageTag: Summary], misfits: [LanguageTag: Summary], source: LanguageTag,
      headings: [String: [String]] = [:]
    ) {
      (self.id, self.kind, self.nodes, self.anchors) = (id, kind, nodes, anchors)
      (self.editions, self.misfits, self.source) = (editions, misfits, source)
      self.headings = headings
      positions = Dictionary(
        nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(id: Node.ID) -> Outline? { positions[id].map { nodes[$0] } }
  }

  /// A node without its text.
  package struct Outline: Sendable, Hashable {
    package let id: Node.ID
    package let kind: Node.Kind
    package let hasOwnPage: Bool
    package let anchor: String
  }

  /// What is known of an edition without reading it again.
  package struct Summary: Sendable {
    /// Relative to the content folder.
    package let path: String
    package let title: Text
    /// The source article's file, where the edition is made anew from that (`RenewedArticle`).
    let renewedFrom: String?
  }

  init(
    configuration: Configuration, locales: [LanguageTag], isLocalized: Bool, articles: [Entry],
    folder: ContentFolder, permalinks: Permalinks, resolver: LinkResolver, redirects: [Redirect],
    contents: [LanguageTag: [ContentsEntry]], codes: [Node.ID: StepCode], isWhole: Bool = true,
    texts: TextRoom, linkFacts: Fingerprint? = nil, nodePrints: [Fingerprint] = [],
    cache: ArticleCache? = nil
  ) {
    self.configuration = configuration
    self.locales = locales
    self.isLocalized = isLocalized
    self.articles = articles
    self.folder = folder
    self.resolver = resolver
    self.redirects = redirects
    self.contents = contents
    self.permalinks = permalinks
    self.isWhole = isWhole
    self.texts = texts
    self.cache = cache
    knownLinkFacts = linkFacts
    self.nodePrints = nodePrints
    self.codes = codes
    positions = Dictionary(
      articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var owners: [String: Int] = [:]
    for (index, entry) in articles.enumerated() {
      for summary in entry.editions.values { owners[summary.path] = index }
    }
    self.owners = owners
  }

  /// What all addresses in articles are resolved by, and all that they may lead to.
  package var linkFacts: Fingerprint {
    knownLinkFacts ?? Self.linkFacts(of: articles, articles.map(\.nodePrint), resolver)
  }

  /// `Entry.nodePrint`.
  func nodePrint(of entry: Entry) -> Fingerprint {
    guard let position = positions[entry.id], nodePrints.indices.contains(position) else {
      return entry.nodePrint
    }
    return nodePrints[position]
  }

  package subscript(id: String) -> Entry? { positions[id].map { articles[$0] } }

  /// The nodes that an article's headings lead to, by the headings' ids.
  func anchors(ofArticle id: String) -> [String: Node.ID]? {
    positions[id].map { articles[$0].anchors }
  }

  /// The article that a file holds.
  package func article(at path: String) -> Entry? { owners[path].map { articles[$0] } }

  /// The locales that an article can be shown in, in the library's order.
  package func locales(of entry: Entry) -> [LanguageTag] {
    isLocalized ? locales : locales.filter { entry.editions[$0] != nil }
  }

  /// The locale to show an article in: the wanted one, else the library's source, else its own.
  package func shownLocale(of entry: Entry, wanted: LanguageTag?) -> LanguageTag {
    wanted ?? (isLocalized ? locales.first : nil) ?? entry.source
  }

  /// The edition that an article shows in a locale: its own, or the source's where articles are
  /// expected in every locale; `nil` for none.
  package func summary(of entry: Entry, in locale: LanguageTag) -> Summary? {
    entry.editions[locale] ?? (isLocalized ? entry.editions[entry.source] : nil)
  }

  /// The title in a locale, or in the source's when there is no edition.
  package func title(of entry: Entry, in locale: LanguageTag) -> Text {
    (entry.editions[locale] ?? entry.editions[entry.source])?.title ?? .empty
  }

  /// The help centre's title in a locale; `nil` when nobody gave one.
  package func title(in locale: LanguageTag) -> String? {
    configuration.titles[locale] ?? locales.first.flatMap { configuration.titles[$0] }
      ?? configuration.titles[.americanEnglish]
  }

  /// Whom to contact when nothing helped; empty when nobody said.
  package func contact(in locale: LanguageTag) -> [Block] {
    configuration.contacts[locale] ?? locales.first.flatMap { configuration.contacts[$0] }
      ?? configuration.contacts[.americanEnglish] ?? []
  }

  /// The language in which readers of a locale are told whom to contact, when that is not theirs.
  package func foreignContact(in locale: LanguageTag) -> LanguageTag? {
    let contacts = configuration.contacts
    guard !configuration.hasOneContact, contacts[locale] == nil else { return nil }
    let shown = [locales.first, .americanEnglish].compactMap { $0 }.first { contacts[$0] != nil }
    return shown?.language == locale.language ? nil : shown
  }
}

/// An article in a locale, with its text.
package struct Edition: Sendable {
  package let article: Article
  package let tree: DecisionTree
  /// The language that the text is in.
  package let locale: LanguageTag
  /// Whether it stands in for a translation that is missing or does not fit.
  package let isFallback: Bool
  /// How a translation stands to its source; text that stands in for one is the source's own.
  package let standing: Standing
  /// The digest of the article's file and the files it includes: eight hexadecimal digits.
  package let version: String
}

extension Library {
  /// The same library, which keeps findings as they were settled.
  package func keeping(_ settled: Memo, isChanged: Bool) -> Library {
    var copy = self
    copy.cache = cache?.settling(settled, isChanged: isChanged)
    return copy
  }

  /// What the cache holds beside an article in a locale, or in the source's where there is no edition
  /// that fits.
  package func attachment(of entry: Entry, in locale: LanguageTag) -> ArraySlice<UInt8>? {
    guard let summary = shownEdition(of: entry, in: locale)?.summary else { return nil }
    return cache?.attachment(of: summary.path)
  }

  /// What an article in a locale is made of; `nil` when no cache knows.
  package func content(of entry: Entry, in locale: LanguageTag) -> Fingerprint? {
    shownEdition(of: entry, in: locale).flatMap { cache?.fingerprint(of: $0.summary.path) }
  }

  /// What the cache held beside an article in a locale when that was made of something else.
  package func attachment(
    of entry: Entry, in locale: LanguageTag, madeOf content: Fingerprint
  ) -> ArraySlice<UInt8>? {
    shownEdition(of: entry, in: locale).flatMap {
      cache?.attachment(of: $0.summary.path, madeOf: content)
    }
  }

  private func shownEdition(
    of entry: Entry, in locale: LanguageTag
  ) -> (summary: Summary, isFallback: Bool)? {
    summary(of: entry, in: locale).map { ($0, entry.editions[locale] == nil) }
  }

  /// Reads an article in a locale, or in the source's where there is no edition that fits.
  package func edition(of entry: Entry, in locale: LanguageTag) -> Edition? {
    guard let (summary, isFallback) = shownEdition(of: entry, in: locale),
      let own = texts[summary.path]
        ?? parsed(summary, of: entry, in: isFallback ? entry.source : locale)
    else { return nil }
    return Edition(
      article: own.article.renamingHeadings(entry.headings),
      tree: own.tree.takingIDs(entry.nodes.map(\.id)),
      locale: isFallback ? entry.source : locale, isFallback: isFallback,
      standing: own.standing, version: own.version)
  }

  private func parsed(
    _ summary: Summary, of entry: Entry, in locale: LanguageTag
  ) -> ParsedArticle? {
    if let source = summary.renewedFrom {
      return ParsedArticle(
        summary.path, renewedFrom: source, id: entry.id, in: folder, source: configuration.source,
        locale: locale)
    }
    return folder.read(summary.path).map { bytes in
      ParsedArticle(
        bytes, path: summary.path, id: entry.id, in: folder, source: configuration.source,
        locale: { _ in locale })
    }
  }

  /// Holds the text of an article no longer, since all that it is needed for has been made.
  package func forgetText(of entry: Entry) {
    for summary in entry.editions.values { texts.forget(summary.path) }
  }

  /// Where a jump leads inside the library: a node, or `nil` for an address outside.
  package func node(of jump: Jump) -> Node.ID? {
    switch jump.target {
    case .node(let id), .step(let id, _, _): return id
    case .url: return nil
    case .article(let path, let anchor):
      guard case .article(let id, let anchor) = resolver.target(ofFile: path, anchor: anchor),
        let entry = self[id]
      else { return nil }
      return entry.anchors[anchor] ?? entry.nodes.first?.id
    }
  }
}
