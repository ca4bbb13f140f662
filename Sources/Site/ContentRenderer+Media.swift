import Compiler
import Content

extension ContentRenderer {
  /// Writes a picture; one that is missing, or on another server, leaves its text in its place.
  mutating func write(_ image: Image, to html: inout HTMLWriter) {
    let unit = marksUnits ? image.unit?.rawValue : nil
    let isIcon = image.style?.isIcon ?? false
    switch links.picture(at: image.source) {
    case .file(let address, let size):
      let lightbox = showsLinks ? image.style?.lightbox.flatMap { links.picture(at: $0).file } : nil
      if let lightbox { html.open("a", [.init("href", lightbox)]) }
      var attributes: [HTMLWriter.Attribute] = [.init("src", address), .init("alt", image.alt)]
      if let size {
        attributes += [.init("width", String(size.width)), .init("height", String(size.height))]
      }
      let classes =
        (isIcon ? ["icon"] : []) + (image.style?.hasBorder == false ? ["borderless"] : [])
      if !classes.isEmpty {
        attributes.append(.init("class", classes.joined(separator: " ")))
      }
      if let unit { attributes.append(.init("data-unit", unit)) }
      html.open("img", attributes)
      if lightbox != nil { html.markup("</a>") }
    case .outside(let address) where showsLinks && !image.alt.isEmpty:
      html.open("a", [.init("href", address), .init("rel", "noopener noreferrer")])
      writePlaceholder(image, unit, to: &html)
      html.markup("</a>")
    case .outside, .missing: writePlaceholder(image, unit, to: &html)
    }
  }

  private func writePlaceholder(_ image: Image, _ unit: String?, to html: inout HTMLWriter) {
    guard unit != nil || !image.alt.isEmpty else { return }
    html.open(
      "span",
      [.init("class", "picture")] + (unit.map { [.init("data-unit", $0)] } ?? []))
    html.text(image.alt)
    html.markup("</span>")
  }

  mutating func write(
    _ picture: Text, _ description: [Block], to html: inout HTMLWriter
  ) {
    html.element("figure") { html in
      write(picture, to: &html)
      guard !description.isEmpty else { return }
      html.element("figcaption") { write(description, to: &$0) }
    }
    html.markup("\n")
  }

  /// Writes a video as a link: pages load nothing from elsewhere.
  mutating func write(_ video: Video, to html: inout HTMLWriter) {
    html.markup("<p class=\"video\">")
    let target = links.target(of: video.source.replacingInsecureScheme)
    if case .outside(let address) = target, showsLinks {
      html.open("a", [.init("href", address), .init("rel", "noopener noreferrer")])
    }
    if video.title.isBlank { html.text(phrases[.video]) }
    let shown = showsLinks
    showsLinks = false
    write(video.title, to: &html)
    showsLinks = shown
    if case .outside = target, showsLinks { html.markup("</a>") }
    html.markup("</p>\n")
  }
}

extension String {
  fileprivate var replacingInsecureScheme: String {
    hasPrefix("http://") ? "https://" + dropFirst(7) : self
  }
}
