import Articles
import Content

extension BlockLayout {
  /// The spans of a text in the language shown.
  func spans(_ text: Text, _ style: Style = []) -> [Span] { spans(text.target, style) }

  func spans(_ inlines: [Inline], _ style: Style = []) -> [Span] {
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
    case .strong(let inner):
      for child in inner { append(child, style.union(.bold), link: link, to: &out) }
    case .emphasis(let inner):
      for child in inner { append(child, style.union(.italic), link: link, to: &out) }
    case .element(_, let inner), .unit(_, _, let inner):
      for child in inner { append(child, style, link: link, to: &out) }
    }
  }

  /// A link: its words, then the number that opens it here or its address.
  private func append(_ link: Link, _ inner: [Inline], _ style: Style, to out: inout [Span]) {
    let words = inner.plainText
    let isExternal = ["http:", "https:", "mailto:"].contains { link.destination.hasPrefix($0) }
    let address = isExternal ? link.destination : nil
    for child in inner { append(child, style.union(.underline), link: address, to: &out) }
    if let number = jumps[words.trimmed] {
      out.append(Span(" [j\(number)]", style.union(.accent)))
    } else if let address, writesAddresses, !address.hasSuffix(words.trimmed) {
      out.append(Span(" (\(address))", style))
    }
  }

  /// A picture's text and place; nothing for one that only decorates.
  private func append(_ image: Image, to out: inout [Span]) {
    guard !image.alt.isEmpty else { return }
    let isExternal = ["http:", "https:"].contains { image.source.hasPrefix($0) }
    let path =
      isExternal
      ? image.source
      : ContentPath.resolve(image.source, from: articlePath).map { pictureBase + $0 }
    out.append(Span("[\(phrases.picture): \(image.alt)]", .italic, link: path))
    if let path { out.append(Span(" \(path)", .dim, link: path)) }
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
