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
    let (contents, trees) = await writeArticles()
    // Gives back what the texts took; it lies in too small pieces for what comes.
    linux_give_back_memory()
    async let ending: Void? = trees?.finish()
    await writeLists(contents)
    _ = await ending
    writeCopies()
  }
}

extension SiteBuild {
  /// What has become of an article.
  private struct Made: Sendable {
    let id: String
    let findable: Site.Findable
    /// What it shows, without its pages; `nil` where it was taken over.
    let files: Site.ArticleFiles?
    /// What to remember, or what was remembered.
    let memory: SiteMemory.Article?
  }

  /// Writes the pages of articles and their trees.
  ///
  /// - Returns: what can be found, and the trees; `nil` where all was taken over.
  private mutating func writeArticles() async -> (SearchContents?, TreeExport?) {
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
      return (nil, nil)
    }
    let progress = progress
    var trees = TreeExport(of: library, to: writer)
    var contents = SearchContents(of: library)
    var remembered: [String: SiteMemory.Article] = [:]
    await plan.concurrentMap { entry, kept in
      defer { progress.advance() }
      if let kept {
        return Made(id: entry.id, findable: site.findable(in: entry), files: nil, memory: kept)
      }
      var files = site.files(of: entry, isRemembered: since != nil)
      writer.write(files.pages)
      let memory = since?.memory(of: files, entry)
      files.pages = []
      library.forgetText(of: entry)
      return Made(id: entry.id, findable: files.findable, files: files, memory: memory)
    } inOrder: { (articles: [Made]) in
      for article in articles {
        contents.add(article.findable)
        // Written also where nothing is to be remembered.
        let places =
          article.files.map { trees.append($0) } ?? trees.append(article.memory?.trees ?? [:])
        guard var memory = article.memory else { continue }
        memory.trees = places
        remembered[article.id] = memory
      }
    }
    memory?.articles = remembered
    return (contents, trees)
  }

  /// Writes what lists all articles: homes, step codes, search.
  private mutating func writeLists(_ read: SearchContents?) async {
    let (site, since) = (site, since)
    await part("shared", of: since?.sharedFacts) { site.sharedPages() }
    if let since, let search = since.unchanged(part: "search", facts: since.allFacts),
      since.unchanged(part: "shared", facts: since.sharedFacts) != nil,
      let codes = since.former(part: "codes"),
      (search.pages + codes.pages).allSatisfy({ writer.isThere($0) })
    {
      takeOver(search, as: "search")
      takeOver(codes, as: "codes")
      return
    }
    let contents = if let read { read } else { await SearchContents(of: site) }
    await part("codes", of: since?.facts(ofTitles: contents)) { write in
      await site.writeCodes(contents, to: write)
    }
    await part("search", of: since?.allFacts) { write in
      await site.writeSearch(contents, to: write)
    }
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
