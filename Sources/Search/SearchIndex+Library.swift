import Articles
package import Compiler
package import Content
import Decisions
import Synchronization

extension SearchIndex {
  /// The index of a library in a locale; articles are read in parallel.
  ///
  /// In a folder whose articles stand in one locale each, those of other locales are left out.
  package init(_ library: Library, locale: LanguageTag) async {
    let parts = await library.articles.concurrentMap { entry -> [SearchDocument] in
      guard let edition = library.edition(of: entry, in: locale) else { return [] }
      return SearchDocument.documents(of: edition, article: entry.id)
    }
    self.init(parts.flatMap { $0 }, locale: locale)
  }
}

/// Takes the documents of articles while a folder is compiled, so that they are read only once.
///
/// It serves folders without locales of their own and without a lock, whose nodes keep the ids that
/// their text gives them. A class, since all workers of the compiler fill the same one.
package final class SearchCollector: Sendable {
  private let found = Mutex<[String: (locale: LanguageTag, documents: [SearchDocument])]>([:])

  package init() {}

  /// Takes an article that the compiler has read.
  package func add(_ reading: Inspection) {
    guard let id = reading.tree.root?.id.rawValue else { return }
    let documents = SearchDocument.documents(
      of: reading.tree, title: reading.article.title, article: id, in: reading.locale)
    found.withLock { $0[id] = (reading.locale, documents) }
  }

  /// The index of what was taken, articles by id.
  ///
  /// - Parameters:
  ///   - locale: the language whose stop words are left out.
  ///   - isOnly: whether articles in other locales are left out too.
  /// - Returns: the same index as from the library, if `isOnly`.
  package func index(for locale: LanguageTag, only isOnly: Bool) -> SearchIndex {
    let parts = found.withLock { $0 }.sorted { $0.key < $1.key }
      .filter { !isOnly || $0.value.locale == locale }
    return SearchIndex(parts.flatMap(\.value.documents), locale: locale)
  }
}
