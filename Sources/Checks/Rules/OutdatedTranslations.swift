import Compiler
import Content
import Diagnostics

/// Translations of sentences that the source says in other words now.
enum OutdatedTranslations {
  static func find(in library: Library) async -> [Diagnostic] {
    guard library.isLocalized else { return [] }
    return await library.articles.concurrentMap { entry in
      library.translations(of: entry).sorted { $0.key < $1.key }.compactMap { finding($1, in: $0) }
    }.flatMap { $0 }
  }

  private static func finding(_ translation: Translation, in locale: LanguageTag) -> Diagnostic? {
    guard translation.fits, let first = translation.outdated.first else { return nil }
    let count = translation.outdated.count
    let words = count == 1 ? "1 sentence is" : "\(count) sentences are"
    let cut = first.source.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return Diagnostic(
      .warning, "outdated-translation", "\(words) older than the source, first '\(cut)'",
      at: SourceLocation(first.file ?? translation.path, line: first.line),
      hint:
        "`waymark xliff export --locale \(locale) --needs-work -o \(locale).xlf` writes what to translate; or "
        + "translate them from the current source, and put that beside them")
  }
}
