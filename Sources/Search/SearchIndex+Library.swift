package import Compiler
package import Content

extension SearchIndex {
  /// The index of a library in a locale; articles are read in parallel.
  package init(_ library: Library, locale: LanguageTag) async {
    let parts = await library.articles.concurrentMap { entry -> [SearchDocument] in
      guard let edition = library.edition(of: entry, in: locale) else { return [] }
      return SearchDocument.documents(of: edition, article: entry.id)
    }
    self.init(parts.flatMap { $0 }, locale: locale)
  }
}
