import Compiler
import Diagnostics

/// Folders of articles in a locale that `waymark.yml` does not name: nobody gets to see them.
enum UnlistedLocales {
  static func find(in library: Library) -> [Diagnostic] {
    library.unlistedLocales.map { found in
      let articles = found.articleCount == 1 ? "1 article" : "\(found.articleCount) articles"
      return Diagnostic(
        .warning, "unlisted-locale",
        "'\(found.folder)' holds \(articles), but `locales` does not name it",
        at: SourceLocation(Configuration.fileName),
        hint: "add \(found.tag) to `locales`, or move the folder out of the content folder")
    }
  }
}
