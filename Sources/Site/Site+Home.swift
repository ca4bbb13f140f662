import Compiler
import Content

extension Site {
  /// The page that a locale begins with: its topics.
  func homePage(_ frame: LocaleFrame) -> Page {
    let path = "\(frame.locale)/index.html"
    return frame.page(path, .plain, title: frame.title) { values in
      values.set(.kind) { $0.markup("home") }
      values.set(.heading, text: frame.title)
      values.set(.languages) { writeLanguages(of: "index.html", current: frame.locale, to: &$0) }
      values.set(.body) { html in
        html.element("h2", text: frame.phrases[.menuPrompt])
        html.element("ul", .init("class", "choices")) { html in
          for (title, address) in topics(frame.locale, from: path) {
            html.element("li") { $0.element("a", .init("href", address), text: title) }
          }
        }
      }
    }
  }

  /// The articles of a locale by title, with their addresses.
  private func topics(
    _ locale: LanguageTag, from page: String
  ) -> [(title: String, address: String)] {
    library.articles.filter { library.locales(of: $0).contains(locale) }
      .map { entry in
        let target = library.page(ofArticle: entry.id, in: locale)
        return (
          library.title(of: entry, in: locale).target.plainText,
          PageLinks.address(from: page, to: target)
        )
      }
      .sorted { $0 < $1 }
  }

  /// The same page in every locale, as list items.
  func writeLanguages(of page: String, current: LanguageTag, to html: inout HTMLWriter) {
    guard library.locales.count > 1 else { return }
    let here = "\(current)/\(page)"
    for other in library.locales {
      html.element("li") { html in
        html.open(
          "a",
          [
            .init("href", PageLinks.address(from: here, to: "\(other)/\(page)")),
            .init("hreflang", other.display), .init("lang", other.display),
          ] + (other == current ? [.init("aria-current", "true")] : []))
        html.text(LanguageName.name(of: other))
        html.markup("</a>")
      }
    }
  }

  /// The page at the site's top, on which a reader takes a language.
  func rootPage() -> Page {
    guard let first = library.locales.first, let frame = frames[first] else {
      return Page(path: "index.html", bytes: [])
    }
    return frame.page("index.html", .bare, title: frame.title) { values in
      values.set(.kind) { $0.markup("root") }
      values.set(.heading, text: frame.title)
      values.set(.body) { html in
        html.element("ul", .init("class", "choices"), .init("id", "languages")) { html in
          for locale in library.locales {
            html.element("li") { html in
              html.element(
                "a", .init("href", "\(locale)/index.html"), .init("hreflang", locale.display),
                .init("lang", locale.display), text: LanguageName.name(of: locale))
            }
          }
        }
      }
    }
  }
}
