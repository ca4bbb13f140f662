import Compiler
import Content
import Exports
import Site
import Storage

/// Writes one part of a site: the pages of some articles, and some of the files about all.
///
/// Every part knows the outlines of the whole library, so parts need nothing of each other; `merge`
/// only puts them together.
struct ShardBuild {
  /// What is done once for the whole site.
  enum Job: Int { case lists, codes, search, writers, copies }

  let site: Site
  let writer: SiteWriter
  let shard: Shard

  func write() async {
    await writeArticles()
    if shard.does(.lists) {
      writer.write(site.sharedPages() + site.changesPages([]))
      for locale in site.library.locales {
        writer.write(
          TreeJSON.frame(of: site.library, in: locale).opening,
          to: ShardManifest.treeOpening(in: locale.rawValue))
      }
    }
    if shard.does(.codes) || shard.does(.search) {
      let (contents, writer) = (await SearchContents(of: site), writer)
      if shard.does(.codes) { _ = await site.writeCodes(contents) { writer.write([$0]) } }
      if shard.does(.search) { _ = await site.writeSearch(contents) { writer.write([$0]) } }
    }
    if shard.does(.writers) { writer.write(await site.writersPages()) }
    if shard.does(.copies) {
      for copy in site.files.copies {
        if let bytes = site.library.folder.read(copy.source) { writer.write(bytes, to: copy.path) }
      }
    }
  }

  /// Writes the pages of this part's articles, and what `tree.json` says of them.
  private func writeArticles() async {
    let (site, writer) = (site, writer)
    let articles = site.library.articles
    var trees: [LanguageTag: [UInt8]] = [:]
    await Array(articles[shard.range(of: articles.count)]).concurrentMap { entry in
      var files = site.files(of: entry)
      writer.write(files.pages)
      files.pages = []
      return files
    } inOrder: { read in
      for (locale, fragment) in read.lazy.flatMap(\.trees) where !fragment.bytes.isEmpty {
        if trees[locale] != nil { trees[locale]?.append(UInt8(ascii: ",")) }
        trees[locale, default: []] += fragment.bytes
      }
    }
    for (locale, bytes) in trees {
      writer.write(bytes, to: ShardManifest.treePart(in: locale.rawValue))
    }
  }
}
