import Compiler
import Content
import Decisions
import Diagnostics
import Search
import Terminal

/// Works out what a session needs, and keeps what belongs to the content folder.
struct Librarian: Sendable {
  let listing: ContentListing
  /// The content folder as the user named it.
  let path: String
  let fallbackLocale: LanguageTag?
  let caching: CacheOptions
  /// Where the site stands, without a slash at its end.
  var siteURL: String?

  var folder: ContentFolder { listing.folder }

  /// Applies a command, after whatever it needs.
  func apply(_ command: Command, to session: inout WalkSession) async -> WalkSession.Outcome {
    while true {
      let outcome = session.apply(command)
      guard case .needs(let need) = outcome else { return outcome }
      switch need {
      case .library: session.adopt(library: await wholeLibrary().library)
      case .index(let locale):
        let index = await SearchIndex(session.library, locale: locale)
        session.adopt(index: index, for: locale)
      }
    }
  }

  /// Whether reading all articles would delay the first prompt.
  var isLarge: Bool { folder.files.count { $0.hasSuffix(".md") } > 200 }

  func wholeLibrary() async -> (library: Library, findings: [Diagnostic]) {
    await KeptArticles.library(of: listing, fallbackLocale: fallbackLocale, in: caching)
  }

  /// What stands before a picture's path in the content folder.
  var pictureBase: String { path == "." ? "" : path.hasSuffix("/") ? path : path + "/" }

  /// The command that leads back to a node, by its code where that is known.
  func comeBack(to session: WalkSession) -> String? {
    guard let visit = session.visit else { return nil }
    let place = session.prompt.code?.digits ?? visit.walk.node.id.rawValue
    let locale =
      session.locale == session.library.locales.first ? "" : " --locale \(session.locale)"
    return "waymark walk\(path.asFolderArgument) \(place)\(locale)"
  }
}
