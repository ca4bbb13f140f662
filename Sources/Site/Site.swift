package import Compiler
package import Content
package import Diagnostics
package import Exports
import Search
import Storage

/// Turns a library into the pages of a static site (design.md, 7).
package struct Site: Sendable {
  package let library: Library
  let theme: Theme
  let frames: [LanguageTag: LocaleFrame]
  /// The pictures and documents that the site carries along.
  package let files: SiteFiles
  /// What stands at former addresses.
  let pointers: Pointers

  /// Reads the theme and prepares the templates of every locale.
  ///
  /// - Parameter library: the library to show.
  /// - Returns: the site, and what is wrong with the theme.
  package static func make(of library: Library) async -> (site: Site, diagnostics: [Diagnostic]) {
    let (theme, diagnostics) = Theme.read(from: library.folder)
    let files = await SiteFiles(of: library.folder)
    return (await Site(of: library, theme: theme, files: files), diagnostics)
  }

  /// Prepares the templates of every locale.
  ///
  /// - Parameters:
  ///   - library: the library to show.
  ///   - theme: its look.
  ///   - files: the files of the library's folder.
  package init(of library: Library, theme: Theme, files: SiteFiles) async {
    self.library = library
    self.theme = theme
    let made = await library.locales.concurrentMap {
      LocaleFrame($0, library: library, theme: theme)
    }
    frames = Dictionary(made.map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })
    pointers = Pointers(of: library)
    self.files = files
  }

  /// What is wrong with the theme in a content folder.
  @Sendable package static func themeFindings(in folder: ContentFolder) -> [Diagnostic] {
    Theme.read(from: folder).diagnostics
  }

  /// What can be found of an article, in each locale.
  package struct Findable: Sendable {
    let articles: [LanguageTag: CountedArticle]
  }

  /// What the site shows of one article, in every locale that it is shown in.
  package struct ArticleFiles: Sendable {
    package var pages: [Page] = []
    package var findable: Findable { Findable(articles: counted) }
    /// Its part of each locale's `tree.json`.
    package fileprivate(set) var trees: [LanguageTag: TreeJSON.Fragment] = [:]
    /// The addresses whose answers it shows.
    fileprivate(set) var asked: [AskedAddress] = []
    /// What was answered.
    fileprivate(set) var answers: Fingerprint?
    fileprivate var counted: [LanguageTag: CountedArticle] = [:]
  }

  /// The pages of one article, what to find of it, and its trees: all that its text is read for.
  ///
  /// - Parameters:
  ///   - entry: the article.
  ///   - isRemembered: whether anybody will ask what its pages asked for.
  /// - Returns: what the site shows of the article.
  package func files(of entry: Library.Entry, isRemembered: Bool = true) -> ArticleFiles {
    var files = ArticleFiles()
    let log = AddressLog()
    for locale in library.locales(of: entry) {
      guard let frame = frames[locale], let edition = library.edition(of: entry, in: locale)
      else { continue }
      files.pages += EditionPages(
        library: library, files: self.files, frame: frame, entry: entry, edition: edition,
        pointers: pointers, log: log,
        noteWords: Note.Words(in: locale, about: edition)
      ).pages()
      if isRemembered { log.note(jumpsOf: edition.tree) }
      files.counted[locale] =
        library.keptArticle(entry, in: locale) ?? CountedArticle(of: edition, article: entry.id)
      files.trees[locale] = TreeJSON.fragment(of: entry, edition, in: locale, of: library)
    }
    guard isRemembered else { return files }
    files.asked = log.asked
    files.answers = answers(to: files.asked, knowing: log)
    return files
  }

  /// What to find of one article, without its pages.
  package func findable(in entry: Library.Entry) -> Findable {
    var articles: [LanguageTag: CountedArticle] = [:]
    for locale in library.locales(of: entry) {
      articles[locale] = library.countedArticle(entry, in: locale)
    }
    return Findable(articles: articles)
  }

  /// The pages that belong to no article: home pages, the root, the theme's files.
  package func sharedPages() -> [Page] {
    theme.assets.map { Page(path: "theme/\($0.name)", bytes: $0.bytes) } + colors()
      + library.locales.compactMap { frames[$0] }.flatMap { frame in
        [homePage(frame), findPage(frame)] + groupPages(frame)
      }
      + redirectPages() + pointerPages() + rootFiles()
  }

  /// Writes the scripts of the search of every locale, in `<locale>/-/search/`.
  ///
  /// - Parameters:
  ///   - contents: what can be found.
  ///   - write: takes each script as soon as it is made.
  /// - Returns: the scripts' paths.
  package func writeSearch(
    _ contents: SearchContents, to write: @escaping @Sendable (Page) -> Void
  ) async -> [String] {
    await library.locales.concurrentMap { locale in
      await shards(locale, contents).write(to: write)
    }.flatMap { $0 }
  }

  /// The colours of the settings, as a style sheet over the theme's.
  private func colors() -> [Page] {
    let settings = library.configuration.theme
    let light = settings.accent.map { Self.colors($0, toward: "black", on: "white") }
    let dark = settings.accentDark.map {
      "@media (prefers-color-scheme: dark) {\n\(Self.colors($0, toward: "white", on: "#1a2228"))}\n"
    }
    let rules = [light, dark].compactMap { $0 }.joined()
    return rules.isEmpty ? [] : [Page(path: "theme/colors.css", bytes: Array(rules.utf8))]
  }

  private static func colors(_ accent: String, toward strong: String, on paper: String) -> String {
    """
    :root {
      --accent: \(accent);
      --accent-strong: color-mix(in srgb, \(accent) 78%, \(strong));
      --accent-soft: color-mix(in srgb, \(accent) 14%, \(paper));
      --focus: \(accent);
    }

    """
  }

  private func shards(_ locale: LanguageTag, _ contents: SearchContents) -> SearchShards {
    SearchShards(
      documents: contents.documents[locale] ?? [],
      counts: contents.counts[locale] ?? SearchCounts(in: locale), folder: Self.searchFolder(locale)
    ) { document in
      guard let entry = library[document.article], let node = entry[document.node] else {
        return ""
      }
      let target = library.address(of: node, inArticle: entry.id, in: locale)
      return PageLinks.address(
        from: "\(locale)/index.html", to: target.page, fragment: target.fragment)
    }
  }
}
