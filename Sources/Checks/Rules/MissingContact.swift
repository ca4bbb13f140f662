import Compiler
import Diagnostics

/// Locales in which a reader whom nothing helped is not told whom to contact.
enum MissingContact {
  static func find(in library: Library) -> [Diagnostic] {
    guard library.isLocalized else { return [] }
    return library.locales.filter { library.contact(in: $0).isEmpty }.map { locale in
      Diagnostic(
        .warning, "missing-contact",
        "readers in \(locale) are not told whom to contact when nothing helped",
        at: SourceLocation(Configuration.fileName),
        hint: "add `\(locale): …` under `escalation:`, with a telephone number or an address")
    }
  }
}
