import Compiler
import Content
import Diagnostics

/// Articles that a locale shows in the source language, and locales without any article.
enum MissingTranslations {
  static func find(in library: Library) -> [Diagnostic] {
    guard library.isLocalized, let source = library.locales.first else { return [] }
    var found: [Diagnostic] = []
    let files = Set(library.folder.files.map { $0.lowercased() })
    for locale in library.locales.dropFirst() {
      guard files.contains(where: { $0.hasPrefix("\(locale)/") && $0.hasSuffix(".md") }) else {
        found.append(empty(locale))
        continue
      }
      // A translation that does not fit its source is there, and has a finding of its own.
      let missing = library.articles.filter {
        $0.editions[locale] == nil && $0.source == source
          && !files.contains("\(locale)/\($0.id).md")
      }
      found += missing.compactMap { entry in
        entry.editions[source].map { Self.missing(entry, $0.path, locale) }
      }
    }
    found += library.articles.filter { $0.source != source }.compactMap { entry in
      entry.editions[entry.source].map { orphan($0.path, source) }
    }
    return found
  }

  private static func empty(_ locale: LanguageTag) -> Diagnostic {
    Diagnostic(
      .warning, "empty-locale", "no article is in '\(locale)'; readers see the source language",
      at: SourceLocation(Configuration.fileName),
      hint: "`waymark xliff export --locale \(locale) -o \(locale).xlf` writes what to "
        + "translate; put its articles into the folder `\(locale)`, or take it out of `locales`")
  }

  private static func missing(
    _ entry: Library.Entry, _ path: String, _ locale: LanguageTag
  ) -> Diagnostic {
    Diagnostic(
      .note, "missing-translation", "the article is not translated into \(locale)",
      at: SourceLocation(path),
      hint:
        "`waymark xliff export --locale \(locale) -o \(locale).xlf` writes what to translate; or add "
        + "`\(locale)/\(path.drop { $0 != "/" }.dropFirst())`; until then readers see the source")
  }

  private static func orphan(_ path: String, _ source: LanguageTag) -> Diagnostic {
    let name = path.drop { $0 != "/" }.dropFirst()
    return Diagnostic(
      .warning, "orphan-translation", "the article has no source in \(source)",
      at: SourceLocation(path), hint: "add `\(source)/\(name)`, or delete the translation")
  }
}
