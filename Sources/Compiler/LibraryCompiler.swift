import Articles
package import Content
import Decisions
package import Diagnostics
import Storage

/// Compiles a folder of articles into a library, articles in parallel.
package enum LibraryCompiler {
  /// Reads every article of the folder; what is wrong is reported, and the rest is kept.
  ///
  /// - Parameters:
  ///   - folder: the files.
  ///   - fallbackLocale: the locale of articles that do not name theirs.
  ///   - cache: what is known of articles that were read before; the library has what is known then.
  ///   - attach: makes what is kept with an article in the cache.
  ///   - inspect: says what else is wrong with an article, while its text is at hand; of an article
  ///     in the cache, that is in there.
  /// - Returns: the library, and its findings in the order of places.
  package static func compile(
    _ folder: ContentFolder, fallbackLocale: LanguageTag?, cache: ArticleCache? = nil,
    attaching attach: @escaping @Sendable (Inspection) -> [UInt8] = { _ in [] },
    inspecting inspect: @escaping @Sendable (Inspection) -> [Diagnostic] = { _ in [] }
  ) async -> (library: Library, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let configuration = readConfiguration(folder, &diagnostics)
    guard !configuration.isBroken else {
      return (unread(folder, configuration), diagnostics.sorted())
    }
    let files = articleFiles(folder, configuration)
    let keepsLock = keepsLock(folder, configuration)
    let known = cache?.dependent(on: context(folder, fallbackLocale, keepsLock))
    let room = TextRoom(besides: files.count)
    let reader = { @Sendable (file: File, folder: ContentFolder, attach: (Inspection) -> Void) in
      Reading(
        file, folder: folder, fallbackLocale: fallbackLocale, configuration,
        tracesNodes: keepsLock, room: room
      ) { inspection in
        attach(inspection)
        return inspect(inspection)
      }
    }
    var readings = await files.concurrentMap { file in
      CachedReading(of: file, in: folder, known, attach) { reader(file, $0, $1) }
    }
    let renewal = Renewal(
      folder: folder, configuration: configuration, room: room, attach: attach, read: reader)
    readings = await renewal.renewing(readings, of: files, isKept: known != nil)
    let read = readings.map(\.reading)
    diagnostics += read.flatMap(\.diagnostics)
    // A translation is not published before its source.
    let drafts = Set(
      zip(files, read).filter { $1.isDraft && $0.locale == configuration.locales.first }
        .map { $0.0.id })
    let ready = read.compactMap(\.edition).filter { !drafts.contains($0.id) }
    let articles = Dictionary(grouping: ready, by: \.id).sorted { $0.key < $1.key }
    let joined = await articles.concurrentMap { id, editions in
      var diagnostics: [Diagnostic] = []
      let joined = join(id, editions, configuration, folder, &diagnostics)
      return (articles: joined, diagnostics: diagnostics)
    }
    diagnostics += joined.flatMap(\.diagnostics)
    let (entries, permalinks) = settle(
      joined.flatMap(\.articles), keepsLock, folder, configuration, &diagnostics)
    let orphans = Set(permalinks.orphans.map(\.id))
    let published = orphans.isEmpty ? ready : ready.filter { !orphans.contains($0.id) }
    async let prints = known == nil ? [] : entries.concurrentMap { $0.nodePrint }
    let found = Set(entries.flatMap { $0.editions.keys }).sorted()
    var linking = LinkResolver(
      files: folder.files, localeFolders: configuration.localeFolders(in: folder.files),
      origin: configuration.origin)
    linking.add(pages(of: entries, published, permalinks))
    let moved = Redirects.read(folder, stubs: read.compactMap(\.redirect), &diagnostics)
    linking.add(redirects: moved)
    let resolver = linking
    let locales = configuration.locales.isEmpty ? found : configuration.locales
    let nodePrints = await prints
    let facts = known == nil ? nil : Library.linkFacts(of: entries, nodePrints, resolver)
    let results = known?.results
    // What one thread makes alone is made beside the rest.
    async let contents = contents(
      of: folder, locales, configuration, resolver, known: results, facts: facts)
    let ids = permalinks.isKept ? [] : entries.flatMap { $0.nodes.map(\.id) }
    async let codes = codes(of: ids, known: results, facts: permalinks.isKept ? nil : facts)
    let links = await LibraryResult("links", in: results, madeOf: linkKey(facts, readings)) {
      await LinkChecker.findings(in: published.map(\.links), by: resolver)
    }
    let (table, given) = await (contents, codes)
    diagnostics += links.value + table.value.diagnostics
    let kept = [("links", links.entry), ("contents", table.entry), ("codes", given.entry)]
    let library = Library(
      configuration: configuration, locales: locales,
      isLocalized: !configuration.locales.isEmpty, articles: entries, folder: folder,
      permalinks: permalinks, resolver: resolver,
      redirects: Redirects.resolved(moved, by: resolver), contents: table.value.entries,
      codes: permalinks.isKept
        ? permalinks.lock.nodes.mapValues(\.code)
        : Dictionary(zip(ids, given.value), uniquingKeysWith: { first, _ in first }),
      texts: room, linkFacts: facts, nodePrints: nodePrints,
      cache: known?.replacing(with: readings).keeping(
        Memo(kept), isChanged: links.isNew || table.isNew || given.isNew))
    diagnostics += folder.links.map { notFollowed($0) }
    if entries.isEmpty { diagnostics.append(noArticles) }
    return (library, await diagnostics.sortedOnce())
  }

  /// A library of no articles, which nobody may publish.
  private static func unread(_ folder: ContentFolder, _ configuration: Configuration) -> Library {
    var permalinks = Permalinks()
    permalinks.isBroken = true
    return Library(
      configuration: configuration, locales: [], isLocalized: false, articles: [], folder: folder,
      permalinks: permalinks,
      resolver: LinkResolver(files: [], localeFolders: [], origin: configuration.origin),
      redirects: [], contents: [:], codes: [:], texts: TextRoom(besides: 0))
  }

  private static func notFollowed(_ link: String) -> Diagnostic {
    Diagnostic(
      .note, "symbolic-link", "symbolic links are not followed", at: SourceLocation(link),
      hint: "put the file or the folder itself here, or include it from where it stands")
  }

  private static let noArticles = Diagnostic(
    .error, "no-articles", "the folder holds no articles", at: SourceLocation("."),
    hint: "name a folder with Markdown files, or a `waymark.yml` whose locales have a folder each")

  /// Whether the folder records its addresses: it has a lock, or it is a help centre.
  static func keepsLock(_ folder: ContentFolder, _ configuration: Configuration) -> Bool {
    !configuration.locales.isEmpty || folder.files.contains(PermalinkLock.fileName)
  }

  static func readConfiguration(
    _ folder: ContentFolder, _ diagnostics: inout [Diagnostic]
  ) -> Configuration {
    guard folder.files.contains(Configuration.fileName),
      let bytes = folder.read(Configuration.fileName)
    else { return Configuration() }
    return Configuration(
      parsing: String(decoding: bytes, as: UTF8.self), diagnostics: &diagnostics)
  }

  /// A file that is an article, and what its path says about it.
  struct File: Sendable {
    let path: String
    let id: String
    /// The locale of the folder it stands in, when the configuration names that.
    let locale: LanguageTag?
  }

  /// Markdown files that are neither fragments nor tables of contents (patterns.md, R0).
  static func articleFiles(
    _ folder: ContentFolder, _ configuration: Configuration
  ) -> [File] {
    folder.files.compactMap { path in
      let lower = path.lowercased()
      let parts = lower.split(separator: "/").map(String.init)
      guard lower.hasSuffix(".md"), parts.last != "toc.md",
        !parts.dropLast().contains("includes"), !parts.contains(where: { $0.hasPrefix(".") })
      else { return nil }
      guard !configuration.locales.isEmpty else {
        return File(path: path, id: String(lower.dropLast(3)), locale: nil)
      }
      guard parts.count > 1, let tag = LanguageTag(parts[0]), configuration.locales.contains(tag)
      else { return nil }
      return File(
        path: path, id: parts.dropFirst().joined(separator: "/").droppingExtension, locale: tag)
    }
  }
}

extension LibraryCompiler {
  /// What links may lead to in each article.
  static func pages(
    of entries: [Library.Entry], _ editions: [Reading.Edition], _ permalinks: Permalinks
  ) -> [LinkResolver.Page] {
    let byPath = Dictionary(
      editions.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return entries.map { entry in
      let source = entry.editions[entry.source]?.path ?? ""
      let others = entry.editions.values.map(\.path).filter { $0 != source }.sorted()
      let kept = permalinks.headings[entry.id]?.values.flatMap { $0 } ?? []
      return LinkResolver.Page(
        id: entry.id, paths: [source] + others,
        bookmarks: ((byPath[source]?.bookmarks ?? []) + kept).sorted(),
        uid: byPath[source]?.uid)
    }
  }

  /// An article whose nodes have no published ids yet.
  struct Joined {
    let entry: Library.Entry
    let traces: [NodeTrace]
    let bookmarks: [String]
    /// `TreeOutline.shape`.
    let shape: [Int]
  }

  /// Joins the editions of an article; one whose tree differs from the source's is left out.
  static func join(
    _ id: String, _ editions: [Reading.Edition], _ configuration: Configuration,
    _ folder: ContentFolder, _ diagnostics: inout [Diagnostic]
  ) -> [Joined] {
    let order = configuration.locales
    let sorted = editions.sorted {
      (order.firstIndex(of: $0.locale) ?? order.count, $0.path)
        < (order.firstIndex(of: $1.locale) ?? order.count, $1.path)
    }
    guard let source = sorted.first else { return [] }
    var kept: [LanguageTag: Library.Summary] = [:]
    var misfits: [LanguageTag: Library.Summary] = [:]
    for edition in sorted {
      guard kept[edition.locale] == nil else {
        diagnostics.append(
          Diagnostic(
            .error, "duplicate-article", "two files are the article '\(id)'",
            at: SourceLocation(edition.path), hint: "rename one; case does not tell them apart"))
        continue
      }
      let summary = Library.Summary(
        path: edition.path, title: edition.title, renewedFrom: edition.renewedFrom)
      guard edition.tree.shape == source.tree.shape else {
        diagnostics.append(
          TreeDifference.finding(
            in: edition, comparedWith: source, folder, sourceLanguage: configuration.source))
        misfits[edition.locale] = summary
        continue
      }
      kept[edition.locale] = summary
    }
    let entry = Library.Entry(
      id: id, kind: source.tree.kind, nodes: source.tree.nodes, anchors: source.tree.anchors,
      editions: kept, misfits: misfits, source: source.locale)
    return [
      Joined(
        entry: entry, traces: source.tree.traces, bookmarks: source.bookmarks,
        shape: source.tree.shape)
    ]
  }

  /// Gives the nodes their published ids, and leaves out translations that lost their source.
  private static func settle(
    _ joined: [Joined], _ keepsLock: Bool, _ folder: ContentFolder,
    _ configuration: Configuration, _ diagnostics: inout [Diagnostic]
  ) -> ([Library.Entry], Permalinks) {
    guard keepsLock else { return (joined.map(\.entry), Permalinks()) }
    var recorded: PermalinkLock?
    let file = folder.read(PermalinkLock.fileName)
    if let file {
      recorded = PermalinkLock(file, diagnostics: &diagnostics)
      guard recorded != nil else {
        var broken = Permalinks()
        broken.isBroken = true
        return (joined.map(\.entry), broken)
      }
    }
    let lock = recorded ?? PermalinkLock()
    let locales = configuration.locales
    let (articles, orphans) = Orphan.split(joined, lock, locales)
    var reconciler = PermalinkReconciler(
      articles.map {
        .init($0.entry, traces: $0.traces, bookmarks: $0.bookmarks, from: locales.first)
      }, lock: lock)
    var (ids, permalinks) = reconciler.result()
    permalinks.isKept = true
    permalinks.lock.source = locales.first
    permalinks.recorded = recorded
    permalinks.settle(orphans.map { Orphan($0, permalinks, among: articles, locales) })
    let entries = zip(articles, ids).map { part, ids in
      part.entry.publishing(ids, headings: permalinks.headings[part.entry.id] ?? [:])
    }
    let questions = LostQuestion.all(in: permalinks, of: entries)
    diagnostics += questions.map {
      $0.finding(in: folder, source: configuration.source, file ?? [])
    }
    diagnostics += permalinks.findings(in: file ?? [], besides: questions)
    return (entries, permalinks)
  }
}

extension String {
  /// The path without the `.md` at its end.
  fileprivate var droppingExtension: String { String(dropLast(3)) }
}
