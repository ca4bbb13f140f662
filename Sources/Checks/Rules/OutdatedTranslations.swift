import Compiler
import Content
import Diagnostics

/// Translations whose source article says something else now.
///
/// Readers have its steps at once (`RenewedArticle`); the translator has work to do. The place is
/// that of the first older sentence, or of what stands before the first new one.
enum OutdatedTranslations {
  static func find(in library: Library) async -> [Diagnostic] {
    guard library.isLocalized else { return [] }
    return await library.articles.concurrentMap { entry in
      let source = entry.editions[entry.source]?.path ?? ""
      return library.translations(of: entry).sorted { $0.key < $1.key }.compactMap {
        finding($1, in: $0, source: source)
      }
    }.flatMap { $0 }
  }

  private static func finding(
    _ translation: Translation, in locale: LanguageTag, source: String
  ) -> Diagnostic? {
    guard translation.fits, translation.isOutdated else { return nil }
    return Diagnostic(
      .warning, "outdated-translation", words(for: translation, in: locale, source: source),
      at: place(of: translation), hint: hint(for: translation, in: locale))
  }

  private static func hint(for translation: Translation, in locale: LanguageTag) -> String {
    let file = "\(locale).xlf"
    let export = "`waymark xliff export --locale \(locale) --needs-work -o \(file)`"
    return translation.missing.isEmpty
      ? "\(export) and then `waymark xliff import \(file)` write it as the source is now"
      : "\(export) writes what to translate; or translate them from the current source, and put "
        + "that beside them"
  }

  private static func place(of translation: Translation) -> SourceLocation {
    if let new = translation.firstNew {
      // With a column: its words stand elsewhere.
      return SourceLocation(new.file ?? translation.path, line: new.line ?? 1, column: 1)
    }
    let first = translation.outdated.first
    return SourceLocation(first?.file ?? translation.path, line: first?.line ?? 1)
  }

  private static func words(
    for translation: Translation, in locale: LanguageTag, source: String
  ) -> String {
    let new = translation.missing.count - translation.reworded
    let gone = translation.outdated.count - translation.reworded
    if let first = translation.firstNew {
      let place = "\(first.passage.file ?? source):\(first.passage.line)"
      var words =
        "\(sentences(new)) of the source \(verb(new)) not in \(locale), "
        + "first '\(cut(first.passage))' (\(place))"
      if translation.reworded > 0 {
        words += "; \(translation.reworded) \(verb(translation.reworded)) in older words"
      }
      if gone > 0 { words += "; \(gone) \(verb(gone)) no longer in the source" }
      return words
    }
    guard let first = translation.outdated.first else {
      return "its code or the order of its sentences is not that of '\(source)'"
    }
    let count = translation.outdated.count
    let state = translation.reworded > 0 ? "older than" : "no longer in"
    return "\(sentences(count)) \(verb(count)) \(state) the source, first '\(cut(first))'"
  }

  private static func sentences(_ count: Int) -> String {
    count == 1 ? "1 sentence" : "\(count) sentences"
  }

  private static func verb(_ count: Int) -> String { count == 1 ? "is" : "are" }

  private static func cut(_ passage: Translation.Passage) -> String {
    passage.source.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }
}
