import Compiler
import Content
import Exports

/// How far the translation into one locale is, as the page for writers shows it.
struct TranslationProgress {
  let locale: LanguageTag
  let done: Int
  let total: Int
  /// What there is to do, and in how many articles; nothing that is in none.
  let work: [(Term, Int)]

  /// Compares the texts of all articles with their sources.
  static func compared(in library: Library) async -> [TranslationProgress] {
    let report = await TranslationReport(library, articles: library.articles, locale: nil)
    let states: [(Term, TranslationReport.Article.State)] = [
      (.stateMissing, .missing), (.stateDiffers, .differs), (.stateOutdated, .outdated),
      (.stateUntranslated, .untranslated), (.stateUnpaired, .unpaired),
    ]
    return report.locales.map { locale in
      TranslationProgress(
        locale: locale.tag, done: locale.count(.complete), total: locale.articles.count,
        work: states.map { ($0, locale.count($1)) }.filter { $0.1 > 0 })
    }
  }

  /// Counts the translations that are shown, without reading any; none where articles stand in
  /// one locale each.
  static func counted(in library: Library) -> [TranslationProgress] {
    guard library.isLocalized else { return [] }
    return library.locales.dropFirst().map { locale in
      let expected = library.articles.filter { $0.source != locale }
      let done = expected.count { $0.editions[locale] != nil }
      let misfits = expected.count { $0.editions[locale] == nil && $0.misfits[locale] != nil }
      let work: [(Term, Int)] = [
        (.stateMissing, expected.count - done - misfits), (.stateDiffers, misfits),
      ]
      return TranslationProgress(
        locale: locale, done: done, total: expected.count, work: work.filter { $0.1 > 0 })
    }
  }
}
