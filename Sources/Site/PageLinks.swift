import Articles
import Compiler
import Content
import Decisions

/// Finds where the links and pictures of one page lead.
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
  let entry: Library.Entry
  let locale: LanguageTag
  /// The page's path on the site.
  let page: String
  /// The file of the article, relative to the content folder.
  let articlePath: String
  /// The file that the block in hand comes from, when it is an included one.
  var file: String?
  /// The ids on the article's page.
  let ids: Set<String>
  /// Whether links to a step lead to its own page, and not to its place in the article.
  let leadsToSteps: Bool

  private var base: String { file ?? articlePath }

  func target(of destination: String) -> Target {
    switch WebAddress.form(of: destination) {
    case .outside(let address): return .outside(address)
    case .unusable: return .none
    case .inside: break
    }
    if destination.hasPrefix("#") { return inPage(String(destination.dropFirst())) }
    if let (file, anchor) = ArticleLink.split(destination, from: base) {
      guard let other = library.entry(at: file) else { return .none }
      return other.id == entry.id && !anchor.isEmpty
        ? inPage(anchor) : article(other, anchor: anchor)
    }
    return files.address(of: destination, from: base, page: page).map { .inside($0) } ?? .none
  }

  func picture(at source: String) -> Picture {
    switch WebAddress.form(of: source) {
    case .outside(let address): .outside(address)
    case .unusable: .missing
    case .inside: files.picture(at: source, from: base, entry: entry, page: page)
    }
  }

  /// The address of a page of the site, as this page gives it.
  func address(ofPage other: String, fragment: String = "") -> String {
    Self.address(from: page, to: other, fragment: fragment)
  }

  static func address(from page: String, to other: String, fragment: String = "") -> String {
    let hash = fragment.isEmpty ? "" : "#" + WebAddress.encoded(fragment)
    if page == other, !fragment.isEmpty { return hash }
    return WebAddress.encodedPath(ContentPath.relative(from: page, to: other)) + hash
  }

  /// The address of a node, as this page gives it.
  func address(of node: Library.Outline, in other: Library.Entry) -> String {
    let shown = library.shownLocale(of: other, near: locale)
    let target = library.address(of: node, inArticle: other.id, in: shown)
    return address(ofPage: target.page, fragment: target.fragment)
  }

  private func inPage(_ anchor: String) -> Target {
    let name = ArticleLink.decoding(anchor)
    if leadsToSteps, let node = node(name, in: entry), node.hasOwnPage {
      return .inside(address(of: node, in: entry))
    }
    let article = library.page(ofArticle: entry.id, in: locale)
    for candidate in [name, name.lowercased()] where ids.contains(candidate) {
      return .inside(address(ofPage: article, fragment: candidate))
    }
    return .none
  }

  private func article(_ other: Library.Entry, anchor: String) -> Target {
    let name = ArticleLink.decoding(anchor)
    let shown = library.shownLocale(of: other, near: locale)
    let path = library.page(ofArticle: other.id, in: shown)
    guard !name.isEmpty, let node = node(name, in: other) else {
      return .inside(address(ofPage: path))
    }
    if leadsToSteps { return .inside(address(of: node, in: other)) }
    return .inside(address(ofPage: path, fragment: node.anchor))
  }

  private func node(_ anchor: String, in entry: Library.Entry) -> Library.Outline? {
    guard let id = entry.anchors[anchor] ?? entry.anchors[anchor.lowercased()] else { return nil }
    return entry.nodes.first { $0.id == id }
  }
}

extension Library {
  /// The article that a file holds, or would hold if it were translated.
  func entry(at path: String) -> Entry? {
    if let entry = article(at: path) { return entry }
    let lower = path.lowercased()
    guard isLocalized, lower.hasSuffix(".md"), let slash = lower.firstIndex(of: "/") else {
      return nil
    }
    return self[String(lower[lower.index(after: slash)...].dropLast(3))]
  }

  /// The locale in which an article is shown to a reader of another.
  func shownLocale(of entry: Entry, near locale: LanguageTag) -> LanguageTag {
    let shown = locales(of: entry)
    return shown.contains(locale) ? locale : shown.first ?? locale
  }
}
