import Articles
import Compiler
import Content
import Decisions

extension EditionPages {
  /// Sets the canonical address, the other languages, and what previews of a link show.
  func setHead(_ node: Node, on page: String, title: String, _ values: inout SlotValues) {
    let isArticle = node.parent == nil
    values.set(.head) { html in
      let locales = library.locales(of: entry)
      if let address = library.absoluteAddress(of: canonicalPage(of: node)) {
        html.void("link", .init("rel", "canonical"), .init("href", address))
        html.markup("\n")
      }
      if locales.count > 1 {
        for other in locales where library.isTranslated(entry, in: other) {
          let target = library.address(of: node, inArticle: entry.id, in: other).page
          writeAlternate(other.display, target, on: page, to: &html)
        }
        let source = library.address(of: node, inArticle: entry.id, in: entry.source).page
        writeAlternate("x-default", source, on: page, to: &html)
      }
      html.void("meta", .init("property", "og:title"), .init("content", title))
      html.void("meta", .init("property", "og:site_name"), .init("content", frame.title))
      html.void(
        "meta", .init("property", "og:type"), .init("content", isArticle ? "article" : "website"))
      if let address = library.absoluteAddress(of: page) {
        html.void("meta", .init("property", "og:url"), .init("content", address))
      }
      if let picture = library.absoluteAddress(of: previewPicture) {
        html.void("meta", .init("property", "og:image"), .init("content", picture))
      }
      html.markup("\n")
    }
  }

  /// The picture beside a link that was shared: the site's logo where it is of a kind that previews
  /// read (https://ogp.me), else the theme's icon.
  private var previewPicture: String {
    guard let logo = library.configuration.theme.logo,
      logo.hasSuffix(".png") || logo.hasSuffix(".jpg") || logo.hasSuffix(".jpeg")
    else { return "theme/icon-512.png" }
    return "files/\(logo)"
  }

  /// The page that search engines show: of text that stands in for a translation, the source's.
  private func canonicalPage(of node: Node) -> String {
    let shown = edition.isFallback ? entry.source : locale
    return library.address(of: node, inArticle: entry.id, in: shown).page
  }

  private func writeAlternate(
    _ tag: String, _ target: String, on page: String, to html: inout HTMLWriter
  ) {
    let address = library.absoluteAddress(of: target) ?? PageLinks.address(from: page, to: target)
    html.void(
      "link", .init("rel", "alternate"), .init("hreflang", tag), .init("href", address))
    html.markup("\n")
  }

  /// The first words of some blocks, as one sentence for search engines.
  static func description(of blocks: [Block]) -> String {
    let text = blocks.lazy.flatMap(\.texts).first { !$0.isBlank }
    guard let text else { return "" }
    let words = text.targetWords.condensed
    return words.characterCount <= 160 ? words : words.prefix(159) + "…"
  }
}
