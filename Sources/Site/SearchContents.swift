package import Compiler
package import Content
import Search

/// What can be found in each locale of a library, put together article by article, in the library's
/// order.
package struct SearchContents: Sendable {
  private(set) var documents: [LanguageTag: [SearchDocument]] = [:]
  private(set) var counts: [LanguageTag: SearchCounts] = [:]

  /// Begins with no article.
  package init(of library: Library) {
    for locale in library.locales { counts[locale] = SearchCounts(in: locale) }
  }

  /// Takes in all articles of a site.
  package init(of site: Site) async {
    self.init(of: site.library)
    await site.library.articles.concurrentMap {
      site.findable(in: $0)
    } inOrder: { articles in
      for article in articles { add(article) }
    }
  }

  /// How many words stand in each field, by locale: `SiteMemory.lengths`.
  package var lengths: [LanguageTag: [Int]] {
    counts.mapValues { SiteMemory.numbers(of: $0.lengthOfAll) }
  }

  /// Takes in what can be found of the next article.
  package mutating func add(_ article: Site.Findable) {
    for (locale, found) in article.articles {
      documents[locale, default: []] += found.documents
      counts[locale]?.add(found)
    }
  }
}
