import Compiler
import Content

extension Site {
  /// The pages that stand at former addresses and lead to what took their place.
  func redirectPages() -> [Page] {
    let taken = Set(library.articles.map(\.id))
    return library.redirects.filter { !taken.contains($0.from) }.flatMap { redirect in
      library.locales.compactMap { frames[$0] }.compactMap { frame in
        redirectPage(redirect, frame)
      }
    }
  }

  private func redirectPage(_ redirect: Redirect, _ frame: LocaleFrame) -> Page? {
    let path = library.page(ofArticle: redirect.from, in: frame.locale)
    guard let (address, title) = target(of: redirect.to, from: path, frame) else { return nil }
    return frame.page(path, .bare, title: frame.phrases[.moved]) { values in
      values.set(.kind) { $0.markup("moved") }
      values.set(.heading, text: frame.phrases[.moved])
      values.set(.head) { html in
        html.void(
          "meta", .init("http-equiv", "refresh"), .init("content", "0; url=\(address)"))
        html.void("meta", .init("name", "robots"), .init("content", "noindex"))
      }
      values.set(.body) { html in
        html.element("ul", .init("class", "choices")) { html in
          html.element("li") { $0.element("a", .init("href", address), text: title) }
        }
      }
    }
  }

  private func target(
    of target: LinkTarget, from page: String, _ frame: LocaleFrame
  ) -> (address: String, title: String)? {
    switch target {
    case .article(let id, let anchor):
      guard let entry = library[id] else { return nil }
      let shown = library.shownLocale(of: entry, near: frame.locale)
      let address = PageLinks.address(
        from: page, to: library.page(ofArticle: id, in: shown), fragment: anchor)
      return (address, library.title(of: entry, in: shown).target.plainText)
    case .external(let address): return WebAddress(address).map { ($0.text, $0.text) }
    case .home, .nowhere, .file:
      return (PageLinks.address(from: page, to: "\(frame.locale)/index.html"), frame.title)
    }
  }
}
