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
    await library.articles.concurrentMap { entry -> CountedArticle? in
      let shown = isOnly || library.isLocalized ? locale : entry.source
      return library.countedArticle(entry, in: shown)
    } inOrder: { articles in
      for article in articles.lazy.compactMap(\.self) {
        documents += article.documents
        counts.add(article)
      }
    }
    await self.init(documents, counts)
  }
}

extension Library {
  /// What can be found of an article in a locale; `nil` for one that is not shown there.
  package func countedArticle(_ entry: Entry, in locale: LanguageTag) -> CountedArticle? {
    keptArticle(entry, in: locale)
      ?? edition(of: entry, in: locale).map { CountedArticle(of: $0, article: entry.id) }
  }

  /// What a cache tells of it; `nil` when none does.
  package func keptArticle(_ entry: Entry, in locale: LanguageTag) -> CountedArticle? {
    attachment(of: entry, in: locale).flatMap { CountedArticle(kept: $0, of: entry) }
  }
}
