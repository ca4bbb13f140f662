import Compiler
import Content
import Diagnostics

/// Locales in which a reader whom nothing helped is not told whom to contact, or in another language.
enum MissingContact {
  static func find(in library: Library) -> [Diagnostic] {
    guard library.isLocalized else { return [] }
    return library.locales.compactMap { locale in
      if library.contact(in: locale).isEmpty {
        return finding(
          locale, "readers in \(locale) are not told whom to contact when nothing helped",
          "with a telephone number or an address", in: library)
      }
      return library.foreignContact(in: locale).map { other in
        finding(
          locale, "readers in \(locale) are told in \(other) whom to contact when nothing helped",
          "with the text for \(other) in that language", in: library)
      }
    }
  }

  private static func finding(
    _ locale: LanguageTag, _ message: String, _ text: String, in library: Library
  ) -> Diagnostic {
    Diagnostic(
      .warning, "missing-contact", message,
      at: SourceLocation(
        Configuration.fileName, line: library.configuration.localeLines[locale]),
      hint: "add `\(locale): …` under `escalation:`, \(text)")
  }
}
