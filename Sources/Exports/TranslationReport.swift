package import Compiler
package import Content

/// How far a library's translations are, locale by locale.
package struct TranslationReport: Sendable, Hashable {
  /// The locale that is translated from; `nil` where each article has its own source beside it.
  package let source: LanguageTag?
  /// Every locale but the source, in the library's order.
  package let locales: [Locale]

  package struct Locale: Sendable, Hashable {
    package let tag: LanguageTag
    /// Sorted by id.
    package let articles: [Article]
  }

  package struct Article: Sendable, Hashable {
    package let id: String
    /// In the source language.
    package let title: String
    /// `nil` when there is no file in the locale.
    package let translation: Translation?

    package enum State: String, Sendable {
      /// There is no file.
      case missing
      /// Its decisions are not the source's, so that the source is shown.
      case differs
      /// The source article has changed since.
      case outdated
      /// No source text stands beside it, so that it cannot be compared.
      case unpaired
      /// Something says the same as the source.
      case untranslated
      case complete
    }

    package var state: State {
      guard let translation else { return .missing }
      if !translation.fits { return .differs }
      if !translation.isSideBySide { return .unpaired }
      if translation.isOutdated { return .outdated }
      return translation.untranslated.isEmpty ? .complete : .untranslated
    }
  }
}

extension TranslationReport {
  /// Compares the translations of articles with their sources, articles in parallel.
  ///
  /// - Parameters:
  ///   - library: the library.
  ///   - articles: the articles to compare.
  ///   - locale: the only locale to report; `nil` for all.
  package init(
    _ library: Library, articles: [Library.Entry], locale: LanguageTag?
  ) async {
    let found = await articles.concurrentMap { library.translations(of: $0) }
    source = library.isLocalized ? library.locales.first : nil
    let isLocalized = library.isLocalized
    let wanted = library.locales.filter { $0 != library.locales.first || !isLocalized }
      .filter { locale == nil || $0 == locale }
    locales = wanted.map { tag in
      let rows = zip(articles, found).compactMap { entry, translations -> Article? in
        let translation = translations[tag]
        guard isLocalized || translation?.isSideBySide == true, entry.source != tag || !isLocalized
        else {
          return nil
        }
        let title = library.title(of: entry, in: entry.source).source.line
        return Article(id: entry.id, title: title, translation: translation)
      }
      return Locale(tag: tag, articles: rows)
    }
  }
}

extension TranslationReport.Locale {
  /// How many articles are in a state.
  package func count(_ state: TranslationReport.Article.State) -> Int {
    articles.count { $0.state == state }
  }
}
