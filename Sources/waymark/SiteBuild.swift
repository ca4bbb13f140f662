import CLinux
import Compiler
import Content
import Exports
import Site
import Storage

/// Writes the files of a site, and takes over from the former site what would be the same.
struct SiteBuild {
  private let site: Site
  private let writer: SiteWriter
  private let progress: Progress
  /// How the site differs from the former one; `nil` when nothing is known of that.
  private let since: SiteChanges?
  /// What to remember of this site; `nil` when that cannot be told.
  private(set) var memory: SiteMemory?

  private var library: Library { site.library }

  /// Makes ready to write a site where the former one is, of which something may be remembered.
  init(
    _ site: Site, to writer: SiteWriter, since former: SiteMemory?, _ progress: Progress
  ) async {
    self.site = site
    self.writer = writer
    self.progress = progress
    let isWhole = site.library.locales.allSatisfy { writer.isThere(TreeExport.path(in: $0)) }
    since = await SiteChanges(of: site, since: isWhole ? former : nil)
    memory = since?.memory
  }

  /// Writes everything.
  ///
  /// - Parameter changes: what changed since a former state, by locale; for the page about it.
  mutating func write(_ changes: [TreeChanges]) async {
    let site = site
    writer.write(site.changesPages(changes))
    await part("writers", of: since?.writersFacts) { await site.writersPages(changes) }
    // From here on, the library forgets each text whose pages are made.
    let (made, trees) = await writeArticles()
    // Gives back what the texts took; it lies in too small pieces for what comes.
    linux_give_back_memory()
    async let ending: Void? = trees?.finish()
    await writeLists(made)
    _ = await ending
    writeCopies()
  }
}

extension SiteBuild {
  /// What has become of an article.
  private struct Made: Sendable {
    let id: String
    /// `nil` where it is not asked for.
    let findable: Site.Findable?
    /// What it shows, without its pages; `nil` where it was taken over.
    let files: Site.ArticleFiles?
    /// What to remember, or what was remembered.
    let memory: SiteMemory.Article?
  }

  /// What was read of articles whose pages were made.
  private struct Read {
    /// What can be found in all articles; `nil` when only a few were made.
    var contents: SearchContents?
    /// What can be found in those few, by their ids.
    var few: [String: Site.Findable] = [:]
  }

  /// When no more articles than this are made, what can be found is carried over from the former site.
  private static let fewArticles = 16

  /// Writes the pages of articles and their trees.
  ///
  /// - Returns: what can be found, and the trees; `nil` where all was taken over.
  private mutating func writeArticles() async -> (Read, TreeExport?) {
    let (site, library, writer, since) = (site, library, writer, since)
    let plan = await library.articles.concurrentMap { entry in
      let kept = since?.unchanged(entry)
      let isThere = kept?.pages.allSatisfy { writer.isThere($0) } ?? false
      return (entry: entry, kept: isThere ? kept : nil)
    }
    for page in plan.compactMap(\.kept).flatMap(\.pages) { writer.takeOver(page) }
    if since?.hasSameArticles == true, plan.allSatisfy({ $0.kept != nil }) {
      for (entry, kept) in plan { memory?.articles[entry.id] = kept }
      for locale in library.locales { writer.takeOver(TreeExport.path(in: locale)) }
      return (Read(), nil)
    }
    let progress = progress
    var trees = TreeExport(of: library, to: writer)
    let areFew = plan.count { $0.kept == nil } <= Self.fewArticles
    var read = Read(contents: areFew ? nil : SearchContents(of: library))
    var remembered: [String: SiteMemory.Article] = [:]
    await plan.concurrentMap { entry, kept in
      defer { progress.advance() }
      if let kept {
        let findable = areFew ? nil : site.findable(in: entry)
        return Made(id: entry.id, findable: findable, files: nil, memory: kept)
      }
      var files = site.files(of: entry, isRemembered: since != nil)
      writer.write(files.pages)
      let memory = since?.memory(of: files, entry)
      files.pages = []
      library.forgetText(of: entry)
      return Made(id: entry.id, findable: files.findable, files: files, memory: memory)
    } inOrder: { (articles: [Made]) in
      for article in articles {
        if let findable = article.findable {
          read.contents?.add(findable)
          if areFew { read.few[article.id] = findable }
        }
        // Written also where nothing is to be remembered.
        let places =
          article.files.map { trees.append($0) } ?? trees.append(article.memory?.trees ?? [:])
        guard var memory = article.memory else { continue }
        memory.trees = places
        remembered[article.id] = memory
      }
    }
    memory?.articles = remembered
    return (read, trees)
  }

  /// Writes what lists all articles: homes, step codes, search.
  private mutating func writeLists(_ read: Read) async {
    let (site, since) = (site, since)
    await part("shared", of: since?.sharedFacts) { site.sharedPages() }
    let titles = memory.flatMap { since?.titleFacts(in: $0) }
    if let since, let titles, let codes = since.unchanged(part: "codes", facts: titles),
      let search = since.former(part: "search"),
      (search.pages + codes.pages).allSatisfy({ writer.isThere($0) }),
      await carryOver(search, read, since)
    {
      takeOver(codes, as: "codes")
      return
    }
    let contents = if let found = read.contents { found } else { await SearchContents(of: site) }
    memory?.lengths = contents.lengths
    await part("codes", of: titles) { write in
      await site.writeCodes(contents, to: write)
    }
    await part("search", of: since?.allFacts) { write in
      await site.writeSearch(contents, to: write)
    }
  }

  /// Makes the search of the former site that of this one, where the documents are the same; returns
  /// whether it could.
  private mutating func carryOver(
    _ former: SiteMemory.Part, _ read: Read, _ since: SiteChanges
  ) async -> Bool {
    guard read.contents == nil, let known = memory,
      let changes = SearchChanges(read.few, known, since: since)
    else { return false }
    memory?.lengths = changes.lengths
    guard former.facts != since.allFacts else {
      takeOver(former, as: "search")
      return true
    }
    let scripts = await site.updateSearch(changes) { [writer] path in
      FileSystem.read("\(writer.site)/\(path)")
    } to: { [writer] page in
      writer.write([page])
    }
    guard let scripts else { return false }
    for path in scripts.kept { writer.takeOver(path) }
    memory?.parts["search"] = SiteMemory.Part(facts: since.allFacts, pages: scripts.paths)
    return true
  }

  /// Writes a group of pages, unless the former site has them, made of the same.
  private mutating func part(
    _ name: String, of facts: Fingerprint?, _ make: () async -> [Page]
  ) async {
    await part(name, of: facts) { write in
      let pages = await make()
      for page in pages { write(page) }
      return pages.map(\.path)
    }
  }

  /// The same where each page is written as soon as it is made; `make` returns their paths.
  private mutating func part(
    _ name: String, of facts: Fingerprint?,
    _ make: (_ write: @escaping @Sendable (Page) -> Void) async -> [String]
  ) async {
    if let facts, let kept = since?.unchanged(part: name, facts: facts),
      kept.pages.allSatisfy({ writer.isThere($0) })
    {
      takeOver(kept, as: name)
      return
    }
    let pages = await make { [writer] in writer.write([$0]) }
    if let facts { memory?.parts[name] = SiteMemory.Part(facts: facts, pages: pages) }
  }

  private mutating func takeOver(_ part: SiteMemory.Part, as name: String) {
    for page in part.pages { writer.takeOver(page) }
    memory?.parts[name] = part
  }

  /// Copies pictures and documents.
  private mutating func writeCopies() {
    for copy in site.files.copies {
      let print = since == nil ? nil : library.folder.fingerprint(copy.source)
      memory?.copies[copy.source] = print
      if let print, since?.isUnchanged(copyOf: copy.source, print) == true,
        writer.isThere(copy.path)
      {
        writer.takeOver(copy.path)
      } else if let bytes = library.folder.read(copy.source) {
        writer.write(bytes, to: copy.path)
      }
    }
  }
}
