import Compiler
import Content
import Decisions

extension Site {
  /// The pages and files at the site's top.
  func rootFiles() -> [Page] {
    guard let first = library.locales.first, let frame = frames[first] else { return [] }
    return [rootPage(frame), notFoundPage(frame), robots] + sitemaps() + [manifest(frame)]
  }

  /// The page on which a reader takes a language; a script takes it from the browser's settings.
  private func rootPage(_ frame: LocaleFrame) -> Page {
    frame.page("index.html", .bare, title: frame.title) { values in
      values.set(.kind) { $0.markup("root") }
      values.set(.heading, text: frame.title)
      values.set(.head) { html in
        if library.locales.count == 1 {
          html.void(
            "meta", .init("http-equiv", "refresh"),
            .init("content", "0; url=\(frame.locale)/index.html"))
        }
      }
      values.set(.body) { html in
        html.element("ul", .init("class", "choices"), .init("data-languages", "")) { html in
          for locale in library.locales {
            writeHomeLink(locale, root: "", frames[locale]?.title ?? "", to: &html)
          }
        }
      }
    }
  }

  /// A link to a locale's home: the language's name, and words in that language.
  private func writeHomeLink(
    _ locale: LanguageTag, root: String, _ words: String, to html: inout HTMLWriter
  ) {
    html.element("li") { html in
      html.element(
        "a", .init("href", "\(root)\(locale)/index.html"), .init("hreflang", locale.display),
        .init("lang", locale.display), .init("dir", locale.isRightToLeft ? "rtl" : "ltr")
      ) { html in
        html.element("span") { html in
          html.text(LanguageName.name(of: locale))
          html.element("span", .init("class", "note-text"), text: words)
        }
      }
    }
  }

  /// The page that a server shows for an address that does not exist.
  ///
  /// It may be shown for any address, so its links begin with the base URL's path when there is one,
  /// and it says in each language that the page is not there.
  private func notFoundPage(_ frame: LocaleFrame) -> Page {
    let root = library.basePath ?? ""
    return frame.page("404.html", .bare, title: frame.phrases[.notFound]) { values in
      values.set(.kind) { $0.markup("not-found") }
      values.set(.root, text: root)
      values.set(.heading, text: frame.phrases[.notFound])
      values.set(.body) { html in
        writeSearch(frame, from: "404.html", root: root, to: &html)
        html.element("ul", .init("class", "choices")) { html in
          for locale in library.locales {
            let words = frames[locale]?.phrases[.notFound] ?? ""
            writeHomeLink(locale, root: root, words, to: &html)
          }
        }
      }
    }
  }

  private var robots: Page {
    let sitemap = library.absoluteAddress(of: "sitemap.xml").map { "Sitemap: \($0)\n" } ?? ""
    return Page(path: "robots.txt", bytes: Array("User-agent: *\nAllow: /\n\(sitemap)".utf8))
  }

  /// What a browser needs to keep the site as an app.
  private func manifest(_ frame: LocaleFrame) -> Page {
    let name = frame.title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let text = """
      {
        "name": "\(name)",
        "lang": "\(frame.locale.display)",
        "dir": "auto",
        "start_url": "index.html",
        "display": "minimal-ui",
        "icons": [
          {"src": "theme/icon.svg", "sizes": "any", "type": "image/svg+xml"},
          {"src": "theme/icon-512.png", "sizes": "512x512", "type": "image/png"}
        ]
      }

      """
    return Page(path: "site.webmanifest", bytes: Array(text.utf8))
  }
}

extension Site {
  /// A sitemap may list this many addresses (sitemaps.org).
  private static let sitemapLimit = 50_000

  /// The addresses of all pages, for search engines; none without a base URL.
  private func sitemaps() -> [Page] {
    guard library.configuration.baseURL != nil else { return [] }
    let addresses = pageAddresses()
    guard addresses.count > Self.sitemapLimit else {
      return [sitemap("sitemap.xml", "urlset", "url", addresses)]
    }
    var parts: [Page] = []
    for start in stride(from: 0, to: addresses.count, by: Self.sitemapLimit) {
      let end = min(start + Self.sitemapLimit, addresses.count)
      parts.append(
        sitemap("sitemap-\(parts.count + 1).xml", "urlset", "url", addresses[start..<end]))
    }
    let index = parts.compactMap { library.absoluteAddress(of: $0.path) }
    return parts + [sitemap("sitemap.xml", "sitemapindex", "sitemap", index)]
  }

  private func sitemap(
    _ path: String, _ root: StaticString, _ item: StaticString, _ addresses: some Sequence<String>
  ) -> Page {
    var xml = HTMLWriter()
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.element(root, .init("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")) { xml in
      xml.markup("\n")
      for address in addresses {
        xml.element(item) { $0.element("loc", text: address) }
        xml.markup("\n")
      }
    }
    return Page(path: path, bytes: xml.bytes)
  }

  /// The absolute addresses of home pages, articles and steps, in order.
  private func pageAddresses() -> [String] {
    let homes = library.locales.map { "\($0)/index.html" }
    let pages = library.articles.flatMap { entry -> [String] in
      library.locales(of: entry).filter { library.isTranslated(entry, in: $0) }
        .flatMap { locale in
          [library.page(ofArticle: entry.id, in: locale)]
            + entry.nodes.dropFirst().filter { $0.hasOwnPage && $0.kind != .resolved }
            .map { library.address(of: $0, inArticle: entry.id, in: locale).page }
        }
    }
    return (homes + pages).compactMap { library.absoluteAddress(of: $0) }
  }
}
