package import Content

/// A node of an HTML fragment.
package indirect enum MarkupNode: Hashable, Sendable {
  case text(String)
  /// A comment's text, without `<!--` and `-->`.
  case comment(String)
  case element(Element, [MarkupNode])
}

/// One HTML tag by itself, as it stands between Markdown inlines.
package struct MarkupTag: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case open, close, comment, other }
  package var kind: Kind
  /// The element's name in lower case, or a comment's text; its attributes as written.
  package var element: Element

  /// Reads a tag such as `<a name="x">`, `</a>`, `<br/>` or `<!-- x -->`.
  package init(parsing tag: String) {
    guard !tag.hasPrefix("<!--") else {
      kind = .comment
      element = Element(String(tag.dropFirst(4).dropLast(tag.hasSuffix("-->") ? 3 : 0)))
      return
    }
    let body = tag.dropFirst().drop { $0 == "/" }
    let name = body.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" }.lowercased()
    guard !name.isEmpty else {
      kind = .other
      element = Element("")
      return
    }
    kind = tag.hasPrefix("</") ? .close : .open
    let rest = body.dropFirst(name.count)
    let hasAttributes = kind == .open && rest.contains("=")
    element = Element(name, hasAttributes ? Self.attributes(of: tag, name: name) : [])
  }

  private static func attributes(of tag: String, name: String) -> [Element.Attribute] {
    if name == "a", tag.hasPrefix("<a name=\""), tag.hasSuffix("\">") {
      let value = tag.dropFirst(9).dropLast(2)
      if !value.contains(where: { $0 == "\"" || $0 == "&" }) {
        return [.init("name", String(value))]
      }
    }
    return HTMLTree.firstElement(of: tag)?.attributes ?? []
  }
}
