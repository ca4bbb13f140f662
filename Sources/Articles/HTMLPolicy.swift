import Content

/// Which HTML elements and attributes survive (dialect.md, 12; design.md, 9).
enum HTMLPolicy {
  /// What becomes of an element.
  enum Treatment { case keep, unwrap, drop, asText }

  static func treatment(of name: String) -> Treatment {
    if kept.contains(name) { return .keep }
    if dropped.contains(name) { return .drop }
    return known.contains(name) ? .unwrap : .asText
  }

  /// Elements without meaning of their own that a page may hold.
  private static let kept: Set<String> = [
    "abbr", "bdi", "bdo", "cite", "del", "dfn", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "sub", "sup", "u", "var",
  ]

  /// Elements that vanish with all they hold: they run, style, embed or ask.
  private static let dropped: Set<String> = [
    "script", "style", "template", "object", "embed", "applet", "noscript", "svg", "math", "link",
    "meta", "base", "head", "title", "param", "iframe", "frame", "frameset", "canvas", "audio",
    "select", "textarea", "map", "area",
  ]

  /// Elements of HTML whose tags vanish and whose text stays.
  private static let known: Set<String> = [
    "a", "article", "aside", "b", "big", "body", "button", "center", "code", "em", "fieldset",
    "font", "footer", "form", "header", "hgroup", "html", "i", "input", "label", "legend", "main",
    "nav", "nobr", "p", "div", "section", "span", "strike", "strong", "tt", "ul", "ol", "li",
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup", "caption", "dl", "dt",
    "dd", "details", "summary", "figure", "figcaption", "blockquote", "pre", "hr", "br", "img",
    "h1", "h2", "h3", "h4", "h5", "h6", "address", "video", "source", "track", "wbr", "acronym",
    "time", "data", "ruby", "rb", "rt", "rp", "option", "optgroup", "output", "progress", "meter",
    "picture", "dir", "menu", "basefont", "blink", "marquee", "token", "no-loc",
  ]

  /// Elements that ask for input, which a static page has no use for; their text stays.
  private static let asking: Set<String> = ["button", "form", "input"]

  /// Whether a page without the element does less than its writer meant.
  static func losesMeaning(_ element: Element) -> Bool {
    // A frame that shows an address becomes a link to it.
    if element.name == "iframe" { return element["src"] == nil }
    return dropped.contains(element.name) || asking.contains(element.name)
  }

  /// Whether an attribute runs a script, styles the page or sends the reader elsewhere.
  static func isUnsafe(_ attribute: Element.Attribute) -> Bool {
    attribute.name.hasPrefix("on")
      || ["style", "srcdoc", "action", "formaction"].contains(attribute.name)
  }

  /// Elements that never have a closing tag.
  static let void: Set<String> = [
    "br", "img", "hr", "wbr", "input", "col", "source", "track", "area", "base", "link", "meta",
    "param", "embed", "basefont",
  ]

  /// The open element that ends where another begins, since HTML lets authors leave out its closing
  /// tag (HTML, section 13.1.2.4): `<li>a<li>b`.
  ///
  /// - Parameters:
  ///   - name: the element that begins.
  ///   - open: the open elements, outermost first.
  /// - Returns: the index of the element to close, with all inside it; `nil` for none.
  static func impliedEnd(before name: String, in open: [String]) -> Int? {
    let (closed, around): (Set<String>, Set<String>) =
      switch name {
      case "li": (["li"], ["ul", "ol", "menu", "dir"])
      case "td", "th": (["td", "th"], ["tr", "table"])
      case "tr": (["tr"], ["table"])
      case "dt", "dd": (["dt", "dd"], ["dl"])
      default: ([], [])
      }
    guard let match = open.lastIndex(where: { closed.contains($0) }) else { return nil }
    return open[match...].contains { around.contains($0) } ? nil : match
  }

  /// The attributes a kept element may have.
  static func attributes(of element: Element) -> [Element.Attribute] {
    element.attributes.filter { attribute in
      switch attribute.name {
      case "title": true
      case "dir": ["ltr", "rtl", "auto"].contains(attribute.value)
      case "lang": LanguageTag(attribute.value) != nil
      default: false
      }
    }
  }
}
