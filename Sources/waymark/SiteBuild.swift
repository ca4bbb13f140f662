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
    let (documents, trees) = await writeArticles()
    // Gives back what the texts took; it lies in too small pieces for what comes.
    linux_give_back_memory()
    async let ending: Void? = trees?.finish()
    await writeLists(documents)
    _ = await ending
    writeCopies()
  }
}

extension SiteBuild {
  /// Writes the pages of articles and their trees.
  ///
  /// - Returns: for each article what can be found of it, `nil` for one that was taken over; and the
  ///   trees, unless all were taken over.
  private mutating func writeArticles() async -> ([Site.Findable?], TreeExport?) {
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
      return (plan.map { _ in nil }, nil)
    }
    let progress = progress
    var trees = TreeExport(of: library, to: writer)
    var documents: [Site.Findable?] = []
    var remembered: [String: SiteMemory.Article] = [:]
    func remember(_ article: SiteMemory.Article?, of id: String, _ places: TreeExport.Places) {
      guard var article else { return }
      article.trees = places
      remembered[id] = article
    }
    /// Takes over the articles before one that is written.
    func takeOver(before place: Int) {
      for (entry, kept) in plan[documents.count..<place] {
        progress.advance()
        documents.append(nil)
        remember(kept, of: entry.id, trees.append(kept?.trees ?? [:]))
      }
    }
    let changed = plan.indices.filter { plan[$0].kept == nil }
    await changed.concurrentMap { place in
      defer { progress.advance() }
      let entry = library.articles[place]
      var files = site.files(of: entry)
      writer.write(files.pages)
      let memory = since?.memory(of: files, entry)
      files.pages = []
      library.forgetText(of: entry)
      return (place: place, files: files, memory: memory)
    } inOrder: {
      (articles: [(place: Int, files: Site.ArticleFiles, memory: SiteMemory.Article?)]) in
      for article in articles {
        takeOver(before: article.place)
        documents.append(article.files.findable)
        // Written also where nothing is to be remembered.
        let places = trees.append(article.files)
        remember(article.memory, of: library.articles[article.place].id, places)
      }
    }
    takeOver(before: plan.count)
    memory?.articles = remembered
    return (documents, trees)
  }

  /// Writes what lists all articles: homes, step codes, search.
  private mutating func writeLists(_ read: [Site.Findable?]) async {
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
    let documents = await Array(zip(read, library.articles)).concurrentMap { known, entry in
      known ?? site.findable(in: entry)
    }
    await part("codes", of: since?.facts(ofTitles: documents)) { await site.codePages(documents) }
    // The pages of step codes took much as well, and the search is what takes most.
    linux_give_back_memory()
    await part("search", of: since?.allFacts) { await site.searchPages(documents) }
  }

  /// Writes a group of pages, unless the former site has them, made of the same.
  private mutating func part(
    _ name: String, of facts: Fingerprint?, _ make: () async -> [Page]
  ) async {
    if let facts, let kept = since?.unchanged(part: name, facts: facts),
      kept.pages.allSatisfy({ writer.isThere($0) })
    {
      takeOver(kept, as: name)
      return
    }
    let pages = await make()
    writer.write(pages)
    if let facts {
      memory?.parts[name] = SiteMemory.Part(facts: facts, pages: pages.map(\.path))
    }
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
