import Articles
package import Compiler
package import Content
import Decisions

extension SearchIndex {
  /// The index of a library in a locale; articles that no cache holds are read in parallel.
  ///
  /// - Parameters:
  ///   - library: the articles.
  ///   - locale: the language whose stop words are left out.
  ///   - isOnly: whether articles in other locales are left out, in a folder whose articles stand in
  ///     one locale each.
  package init(_ library: Library, locale: LanguageTag, only isOnly: Bool = true) async {
    var documents: [SearchDocument] = []
    var counts = SearchCounts(in: locale)
    await library.articles.concurrentMap { entry -> [CountedDocument] in
      let shown = isOnly || library.isLocalized ? locale : entry.source
      return library.searchDocuments(of: entry, in: shown)
    } inOrder: { parts in
      for document in parts.joined() {
        documents.append(document.document)
        counts.add(document)
      }
    }
    await self.init(documents, counts)
  }
}

extension Library {
  /// What can be found of an article in a locale; empty for one that is not shown there.
  package func searchDocuments(of entry: Entry, in locale: LanguageTag) -> [CountedDocument] {
    keptSearchDocuments(of: entry, in: locale)
      ?? edition(of: entry, in: locale)
      .map { SearchDocument.documents(of: $0, article: entry.id) } ?? []
  }

  /// What a cache tells of it; `nil` when none does.
  package func keptSearchDocuments(of entry: Entry, in locale: LanguageTag) -> [CountedDocument]? {
    attachment(of: entry, in: locale).flatMap { SearchDocument.documents(kept: $0, of: entry) }
  }
}
