package import Compiler
import Content
package import Decisions

extension BlockLayout {
  /// The spans of a text in the language shown.
  func spans(_ text: Text, _ style: Style = []) -> [Span] { spans(text.target, style) }

  private func spans(_ inlines: [Inline], _ style: Style) -> [Span] {
    var out: [Span] = []
    for inline in inlines { append(inline, style, link: nil, to: &out) }
    return out
  }

  private func append(_ inline: Inline, _ style: Style, link: String?, to out: inout [Span]) {
    switch inline {
    case .text(let text): out.append(Span(text, style, link: link))
    case .code(let text): out.append(Span(text, style.union(.accent), link: link))
    case .softBreak: out.append(Span(" ", style, link: link))
    case .lineBreak: out.append(.lineBreak)
    case .image(let image): append(image, to: &out)
    case .link(let target, let inner): append(target, inner, style, to: &out)
    case .anchor, .tag: break
    case .strong(let inner): append(inner, style.union(.bold), link, to: &out)
    case .emphasis(let inner): append(inner, style.union(.italic), link, to: &out)
    case .element(_, let inner), .unit(_, _, let inner): append(inner, style, link, to: &out)
    }
  }

  private func append(_ inner: [Inline], _ style: Style, _ link: String?, to out: inout [Span]) {
    for child in inner { append(child, style, link: link, to: &out) }
  }

  /// A link: its words, then the number that opens it here, or its address.
  private func append(_ link: Link, _ inner: [Inline], _ style: Style, to out: inout [Span]) {
    let target = library.target(of: link.destination, from: path)
    switch target {
    case .external(let address):
      append(inner, style.union(.underline), address, to: &out)
      if layout.writesAddresses, !address.hasSuffix(inner.plainText.trimmed) {
        out.append(Span(" (\(address))", style))
      }
    case .file(let file):
      append(inner, style.union(.underline), layout.pictureBase + file, to: &out)
      if layout.writesAddresses { out.append(Span(" (\(layout.pictureBase + file))", style)) }
    case .article, .home, .nowhere:
      let step = StepAnchor(String(link.destination.dropFirst())).flatMap { steps[$0] }
      let number = step ?? jumps[library.node(at: target) ?? target]
      append(inner, number == nil ? style : style.union(.underline), nil, to: &out)
      if let number { out.append(Span(" [j\(number)]", style.union(.accent))) }
    }
  }

  /// A picture's text and place; nothing for one that only decorates.
  private func append(_ image: Image, to out: inout [Span]) {
    guard !image.alt.isEmpty else { return }
    var place: String?
    switch library.target(of: image.source, from: path) {
    case .external(let address): place = address
    case .file(let file): place = layout.pictureBase + file
    case .article, .home, .nowhere: break
    }
    out.append(Span("[\(phrases[.picture]): \(image.alt)]", .italic, link: place))
    if let place, layout.writesAddresses { out.append(Span(" \(place)", .dim, link: place)) }
  }
}

extension Library {
  /// What a jump leads to inside the library: its node where that is known, else the place in an
  /// article that was not read; `nil` for an address outside.
  package func target(of jump: Jump) -> LinkTarget? {
    if let id = node(of: jump) { return .article(id: id.rawValue, anchor: "") }
    guard case .article(let path, let anchor) = jump.target else { return nil }
    guard case .article = target(ofFile: path, anchor: anchor) else { return nil }
    return target(ofFile: path, anchor: anchor)
  }

  /// The node at a place in an article, in the form of `target(of:)`.
  fileprivate func node(at target: LinkTarget) -> LinkTarget? {
    guard case .article(let id, let anchor) = target, let entry = self[id],
      let node = entry.anchors[anchor] ?? entry.nodes.first?.id
    else { return nil }
    return .article(id: node.rawValue, anchor: "")
  }
}

extension [Inline] {
  /// The words, one string for each line.
  var plainLines: [String] {
    var out = ""
    visit { inline in
      switch inline {
      case .text(let text), .code(let text): out += text
      case .softBreak, .lineBreak: out += "\n"
      default: break
      }
    }
    return out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
