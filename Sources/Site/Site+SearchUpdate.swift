import Compiler
package import Content
import Search

/// What a search of the former site lacks to be that of a site in which a few articles have changed.
package struct SearchChanges: Sendable {
  fileprivate let updates: [LanguageTag: SearchUpdate]

  /// How many words stand in each field now, by locale: `SiteMemory.lengths`.
  package let lengths: [LanguageTag: [Int]]

  /// Compares; `nil` when the search must be made anew.
  ///
  /// - Parameters:
  ///   - made: what can be found in the articles that were made again, by the articles' ids.
  ///   - memory: what is remembered of all articles, whose documents are those of the former site.
  ///   - since: what has changed.
  package init?(_ made: [String: Site.Findable], _ memory: SiteMemory, since: SiteChanges) {
    let library = since.site.library
    var changes: [LanguageTag: [SearchUpdate.Change]] = [:]
    var positions: [LanguageTag: Int] = [:]
    for entry in library.articles {
      for (locale, now) in memory.articles[entry.id]?.found ?? [:] {
        let first = positions[locale, default: 0]
        positions[locale] = first + now.count
        guard let words = made[entry.id]?.articles[locale] else { continue }
        guard let old = since.former(entry)?.found[locale] else { return nil }
        guard old.content != now.content else { continue }
        let kept = library.attachment(of: entry, in: locale, madeOf: old.content)
        guard let former = kept.flatMap({ CountedWords(kept: $0) }), former.count == now.count
        else { return nil }
        changes[locale, default: []].append(
          SearchUpdate.Change(first: first, old: former, new: CountedWords(of: words)))
      }
    }
    var updates: [LanguageTag: SearchUpdate] = [:]
    for locale in library.locales {
      guard let length = since.formerLength(in: locale),
        let update = SearchUpdate(
          changes[locale] ?? [], in: locale, documents: positions[locale] ?? 0, length: length)
      else { return nil }
      updates[locale] = update
    }
    self.updates = updates
    lengths = updates.mapValues { SiteMemory.numbers(of: $0.lengthOfAll) }
  }
}

/// The scripts of a search that was carried over.
package struct SearchScripts: Sendable {
  package let paths: [String]
  /// Those that are the former site's.
  package let kept: [String]
}

extension Site {
  /// Writes the scripts of the search in which something has changed.
  ///
  /// - Parameters:
  ///   - changes: what has changed.
  ///   - read: reads a file of the former site.
  ///   - write: takes each script as soon as it is made.
  /// - Returns: the scripts; `nil` when the former ones are not as expected.
  package func updateSearch(
    _ changes: SearchChanges, reading read: @escaping @Sendable (_ path: String) -> [UInt8]?,
    to write: @escaping @Sendable (Page) -> Void
  ) async -> SearchScripts? {
    let found = await library.locales.concurrentMap { locale -> SearchScripts? in
      guard let update = changes.updates[locale] else { return nil }
      return await ShardUpdate(update: update, folder: Self.searchFolder(locale), read: read)
        .write(to: write)
    }
    let scripts = found.compactMap(\.self)
    guard scripts.count == found.count else { return nil }
    return SearchScripts(paths: scripts.flatMap(\.paths), kept: scripts.flatMap(\.kept))
  }

  /// Where the scripts of a locale's search stand.
  static func searchFolder(_ locale: LanguageTag) -> String { "\(locale)/-/search" }
}
