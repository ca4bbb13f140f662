package import Content
package import Decisions

extension Library {
  /// The page of an article, relative to the site's folder: `nl-nl/security-info.html`.
  ///
  /// The home page has the name `index`; an article of that name stands beside the other pages
  /// that every locale has, in `-/`.
  package func page(ofArticle id: String, in locale: LanguageTag) -> String {
    id == "index" ? "\(locale)/-/article-index.html" : "\(locale)/\(id).html"
  }

  /// Where a node stands on the site, relative to its folder (design.md, 4).
  ///
  /// What stands inside a question has a page of its own, `<locale>/<id>.html`; all else is a
  /// section of the article's page, `<locale>/<article>.html#<anchor>`. The end that a remedy
  /// reaches when it helped is a section of the remedy's page; the end of a procedure outside of any
  /// question that the article does not write itself, the section at the end of the article's page.
  package func address(
    of node: Node, inArticle id: String, in locale: LanguageTag
  ) -> (page: String, fragment: String) {
    address(of: Outline(node), inArticle: id, in: locale)
  }

  /// Where a node stands on the site, relative to its folder (design.md, 4).
  package func address(
    of node: Outline, inArticle id: String, in locale: LanguageTag
  ) -> (page: String, fragment: String) {
    guard node.hasOwnPage else {
      let fragment = isSuppliedEnd(node, inArticle: id) ? Self.helpFragment : node.anchor
      return (page(ofArticle: id, in: locale), fragment)
    }
    guard node.kind == .resolved, let end = node.id.rawValue.lastIndex(of: "/") else {
      return (page(ofNode: node.id.rawValue, inArticle: id, in: locale), "")
    }
    let parent = String(node.id.rawValue[..<end])
    return (page(ofNode: parent, inArticle: id, in: locale), Self.solvedFragment)
  }

  /// Whether a node is a way out that no heading of the article shows: it stands under another's.
  private func isSuppliedEnd(_ node: Outline, inArticle id: String) -> Bool {
    node.kind == .escalation && anchors(ofArticle: id)?[node.anchor] != node.id
  }

  /// The fragment of the section that says whom to contact, at the end of an article's page.
  package static let helpFragment = "get-help"

  /// The fragment of the end that is reached when a remedy helped.
  package static let solvedFragment = "solved"

  /// The page of a node that has one; an article's root is its page.
  private func page(
    ofNode node: String, inArticle id: String, in locale: LanguageTag
  ) -> String {
    node == id ? page(ofArticle: id, in: locale) : "\(locale)/\(node).html"
  }
}

extension Library {
  /// The article that a page shows or belongs to; `nil` for a page of the site's own.
  package func article(ofPage page: String) -> Entry? {
    guard let slash = page.firstIndex(of: "/"), page.hasSuffix(".html") else { return nil }
    var id = page[page.index(after: slash)...].dropLast(".html".count)
    if id == "-/article-index" { return self["index"] }
    while true {
      if let entry = self[String(id)] { return entry }
      guard let cut = id.lastIndex(of: "/") else { return nil }
      id = id[..<cut]
    }
  }
}

extension Library.Outline {
  package init(_ node: Node) {
    self.init(id: node.id, kind: node.kind, hasOwnPage: node.hasOwnPage, anchor: node.anchor)
  }
}
