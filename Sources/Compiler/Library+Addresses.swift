package import Content
package import Decisions

extension Library {
  /// The page of an article, relative to the site's folder: `nl-nl/security-info.html`.
  package func page(ofArticle id: String, in locale: LanguageTag) -> String {
    "\(locale)/\(id).html"
  }

  /// Where a node stands on the site, relative to its folder (design.md, 4).
  ///
  /// What stands inside a question has a page of its own, `<locale>/<id>.html`; all else is a
  /// section of the article's page, `<locale>/<article>.html#<anchor>`.
  package func address(
    of node: Node, inArticle id: String, in locale: LanguageTag
  ) -> (page: String, fragment: String) {
    if node.hasOwnPage { return ("\(locale)/\(node.id).html", "") }
    return (page(ofArticle: id, in: locale), node.anchor)
  }
}
