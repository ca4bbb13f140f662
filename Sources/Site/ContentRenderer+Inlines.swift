import Content

extension ContentRenderer {
  /// Writes a text in the language that is shown.
  mutating func write(_ text: Text, to html: inout HTMLWriter) {
    for index in text.pieces.indices {
      if side == .target, let translation = text.pieces[index].translation {
        write(translation, to: &html)
      } else {
        write(text.pieces[index].source, to: &html)
      }
    }
  }

  mutating func write(_ inlines: [Inline], to html: inout HTMLWriter) {
    for index in inlines.indices { write(inlines[index], to: &html) }
  }

  private mutating func write(_ inline: Inline, to html: inout HTMLWriter) {
    switch inline {
    case .text(let text): html.text(text)
    case .code(let text): html.element("code", text: text)
    case .softBreak: html.markup("\n")
    case .lineBreak: html.markup("<br>")
    case .emphasis(let inner): write(inner, in: "em", to: &html)
    case .strong(let inner): write(inner, in: "strong", to: &html)
    case .link(let link, let inner): write(link, inner, to: &html)
    case .image(let image): write(image, to: &html)
    case .element(let element, let inner):
      html.open(element)
      write(inner, to: &html)
      html.close(element)
    case .tag: break
    case .anchor(let name):
      if side == .target, let id = claim(name) { html.element("span", .init("id", id), text: "") }
    case .unit(let id, let isContinuation, let inner):
      guard marksUnits, !isContinuation else { return write(inner, to: &html) }
      html.markup("<span data-unit=\"")
      html.text(id.rawValue)
      html.markup("\">")
      write(inner, to: &html)
      html.markup("</span>")
    }
  }

  private mutating func write(
    _ inner: [Inline], in name: StaticString, to html: inout HTMLWriter
  ) {
    html.open(name)
    write(inner, to: &html)
    html.markup("</")
    html.markup(name)
    html.markup(">")
  }

  /// Writes a link; one that leads nowhere, or stands inside another, is its text alone.
  private mutating func write(_ link: Link, _ inner: [Inline], to html: inout HTMLWriter) {
    guard showsLinks, inner.isVisible else { return write(inner, to: &html) }
    switch links.target(of: link.destination) {
    case .none: return write(inner, to: &html)
    case .inside(let address): html.open("a", [.init("href", address)])
    case .outside(let address):
      html.open("a", [.init("href", address), .init("rel", "noopener noreferrer")])
    }
    showsLinks = false
    write(inner, to: &html)
    showsLinks = true
    html.markup("</a>")
  }
}
