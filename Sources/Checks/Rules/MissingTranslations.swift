import Compiler
import Content
import Decisions
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
          && !files.contains("\(locale)/\($0.id).md") && !awaits($0.id, locale, in: library)
      }
      found += missing.compactMap { entry in
        entry.editions[source].map { Self.missing(entry, $0.path, locale) }
      }
    }
    found += library.articles.filter { $0.source != source }.flatMap { entry in
      entry.paths(in: library.locales).map { path in
        orphan(
          path, source,
          hint: "add `\(source)/\(name(of: path))`; until then readers of every "
            + "language get a translation")
      }
    }
    for article in library.permalinks.orphans {
      found += article.paths.map { orphan($0, source, hint: hint(for: article, $0, in: library)) }
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
        + "`\(locale)/\(name(of: path))`; until then readers see the source")
  }

  /// Whether a translation of the article is there under its former name.
  private static func awaits(_ id: String, _ locale: LanguageTag, in library: Library) -> Bool {
    library.permalinks.orphans.contains { orphan in
      orphan.successor == id && orphan.paths.contains { $0.lowercased().hasPrefix("\(locale)/") }
    }
  }

  private static func orphan(
    _ path: String, _ source: LanguageTag, hint: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "orphan-translation", "the article has no source in \(source)",
      at: SourceLocation(path), hint: hint)
  }

  /// What to do about a translation that nobody gets to read, since its source is gone.
  private static func hint(
    for orphan: Orphan, _ path: String, in library: Library
  ) -> String {
    let locale = path.prefix { $0 != "/" }
    if let successor = orphan.successor {
      let isTaken =
        library[successor]?.paths(in: library.locales)
        .contains { $0.hasPrefix("\(locale)/") } ?? false
      return isTaken
        ? "'\(successor)' took its place, and has a translation of its own: keep this one outside "
          + "of the content folder"
        : "`waymark mv \(orphan.id) \(successor)` brings it to '\(successor)', which seems to be its "
          + "source now"
    }
    let back = "put `\(library.locales.first?.rawValue ?? "")/\(name(of: path))` back"
    return library.permalinks.lost.contains { $0.id.rawValue == orphan.id }
      ? "\(back); if it has another name now, `waymark mv \(orphan.id) NAME` moves its translations "
        + "and links there"
      : "\(back), or keep the translation outside of the content folder"
  }

  /// A file's path in the folder of its locale.
  private static func name(of path: String) -> Substring { path.drop { $0 != "/" }.dropFirst() }
}
