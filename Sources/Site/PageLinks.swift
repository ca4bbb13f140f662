import Articles
import Compiler
import Content
import Decisions

/// Finds where the links and pictures of one page lead, as that page gives their addresses.
struct PageLinks {
  enum Target: Equatable {
    case inside(String)
    case outside(String)
    /// Nowhere; the text stands without a link.
    case none
  }

  enum Picture: Equatable {
    case file(String, size: PictureSize?)
    case outside(String)
    case missing

    var file: String? { if case .file(let address, _) = self { address } else { nil } }
  }

  let library: Library
  let files: SiteFiles
  let locale: LanguageTag
  /// The page's path on the site.
  let page: String
  /// The file of the article, relative to the content folder.
  let articlePath: String
  /// Whether links to a step lead to its own page, and not to its place in the article.
  let leadsToSteps: Bool
  /// Knows what was asked for; `nil` where nobody needs to know.
  var log: AddressLog?

  func target(of destination: String) -> Target {
    switch lookUp(destination) {
    case .article(let id, let anchor): article(id, anchor: anchor)
    case .file(let path): files.address(of: path, from: page).map { .inside($0) } ?? .none
    case .home: .inside(Self.address(from: page, to: "\(locale)/index.html"))
    case .external(let address): WebAddress(address).map { .outside($0.text) } ?? .none
    case .nowhere: .none
    }
  }

  func picture(at source: String) -> Picture {
    switch lookUp(source) {
    case .file(let path): files.picture(path, from: page)
    case .external(let address): WebAddress(address).map { .outside($0.text) } ?? .missing
    case .article, .home, .nowhere: .missing
    }
  }

  private func lookUp(_ address: String) -> LinkTarget {
    log?.target(of: address, from: articlePath, in: library)
      ?? library.target(of: address, from: articlePath)
  }

  /// The address of one page of the site as another gives it.
  static func address(from page: String, to other: String, fragment: String = "") -> String {
    let hash = fragment.isEmpty ? "" : "#" + WebAddress.encodedFragment(fragment)
    if page == other, !fragment.isEmpty { return hash }
    return WebAddress.encodedPath(ContentPath.relative(from: page, to: other)) + hash
  }

  private func article(_ id: String, anchor: String) -> Target {
    guard let entry = library[id] else { return .none }
    let shown = library.shownLocale(of: entry, near: locale)
    if leadsToSteps, let node = entry.anchors[anchor], let outline = entry[node],
      outline.hasOwnPage
    {
      let target = library.address(of: outline, inArticle: id, in: shown)
      let fragment = StepAnchor(anchor)?.name ?? target.fragment
      return .inside(Self.address(from: page, to: target.page, fragment: fragment))
    }
    let path = library.page(ofArticle: id, in: shown)
    return .inside(Self.address(from: page, to: path, fragment: PageID(anchor).text))
  }
}

/// An id of an element: a heading's id or another bookmark, without the white space that HTML
/// forbids in ids.
struct PageID {
  let text: String
  init(_ bookmark: String) {
    let isPlain = bookmark.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    text = isPlain ? bookmark : bookmark.filter { !$0.isWhitespace }
  }
}
