package import Compiler
import Content
package import Diagnostics

/// Turns a library into the pages of a static site (design.md, 7).
package struct Site: Sendable {
  let library: Library
  let theme: Theme
  let frames: [LanguageTag: LocaleFrame]
  /// The pictures and documents that the site carries along.
  package let files: SiteFiles

  /// Reads the theme and prepares the templates of every locale.
  ///
  /// - Parameter library: the library to show.
  /// - Returns: the site, and what is wrong with the theme.
  package static func make(of library: Library) async -> (site: Site, diagnostics: [Diagnostic]) {
    let (theme, diagnostics) = Theme.read(from: library.folder)
    var frames: [LanguageTag: LocaleFrame] = [:]
    for locale in library.locales {
      frames[locale] = LocaleFrame(locale, library: library, theme: theme)
    }
    let files = await SiteFiles(of: library)
    return (Site(library: library, theme: theme, frames: frames, files: files), diagnostics)
  }

  /// The pages of one article, in every locale that it is shown in.
  package func pages(of entry: Library.Entry) -> [Page] {
    library.locales(of: entry).flatMap { locale -> [Page] in
      guard let frame = frames[locale], let edition = library.edition(of: entry, in: locale)
      else { return [] }
      return EditionPages(
        library: library, files: files, frame: frame, entry: entry, edition: edition
      ).pages()
    }
  }

  /// The pages that belong to no article: home pages, step codes, the root, the theme's files.
  package func sharedPages() -> [Page] {
    theme.assets.map { Page(path: "theme/\($0.name)", bytes: $0.bytes) }
      + library.locales.compactMap { frames[$0] }.flatMap { [homePage($0), findPage($0)] }
      + codePages() + redirectPages() + rootFiles()
  }
}
