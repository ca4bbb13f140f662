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
    let parts = await library.articles.concurrentMap { entry -> [SearchDocument] in
      let shown = isOnly || library.isLocalized ? locale : entry.source
      return library.searchDocuments(of: entry, in: shown)
    }
    self.init(parts.flatMap { $0 }, locale: locale)
  }
}

extension Library {
  /// What can be found of an article in a locale; empty for one that is not shown there.
  package func searchDocuments(of entry: Entry, in locale: LanguageTag) -> [SearchDocument] {
    if let kept = attachment(of: entry, in: locale),
      let documents = SearchDocument.documents(kept: kept, of: entry)
    {
      return documents
    }
    return edition(of: entry, in: locale)
      .map { SearchDocument.documents(of: $0, article: entry.id) } ?? []
  }
}
