import Compiler
import Content
import Decisions

extension Site {
  /// The page that a locale begins with: search, and its topics in the order of its contents.
  func homePage(_ frame: LocaleFrame) -> Page {
    let path = "\(frame.locale)/index.html"
    return frame.page(path, .plain, title: frame.title) { values in
      values.set(.kind) { $0.markup("home") }
      values.set(.heading, text: frame.title)
      values.set(.writers) { $0.markup("-/writers.html") }
      values.set(.languages) { writeLanguages(of: "index.html", current: frame.locale, to: &$0) }
      values.set(.body) { html in
        writeSearch(frame, from: path, to: &html)
        html.element("div", .init("id", "browse")) {
          writeTopics(frame, from: path, to: &$0)
        }
      }
    }
  }

  /// The field to search in; without a script the way to the list of all articles takes its place.
  func writeSearch(
    _ frame: LocaleFrame, from page: String, root: String? = nil, to html: inout HTMLWriter
  ) {
    let site = root ?? String(repeating: "../", count: page.utf8.count { $0 == UInt8(ascii: "/") })
    let others = library.locales.filter { $0 != frame.locale }
    let phrases = frame.phrases
    html.element(
      "form", .init("class", "search"), .init("role", "search"),
      .init("action", site + Self.findPage(frame.locale)), .init("data-site", site),
      .init("data-locale", frame.locale.display),
      .init("data-locales", ([frame.locale] + others).map(\.rawValue).joined(separator: " ")),
      .init("data-code-label", phrases[.stepCode]),
      .init("data-unknown", phrases[.codeUnknown]), .init("data-mistyped", phrases[.codeMistyped]),
      .init("data-length", phrases[.codeLength]),
      .init("data-none", phrases[.noResults]),
      .init("data-count", phrases[.resultCount]), .init("data-part", phrases[.countOf]),
      .init("data-failed", phrases[.searchFailed])
    ) { html in
      html.element("label", .init("for", "search"), text: phrases[.searchLabel])
      html.void(
        "input", .init("type", "search"), .init("id", "search"), .init("name", "q"),
        .init("autocomplete", "off"), .init("spellcheck", "false"))
      html.element("button", text: phrases[.find])
    }
    html.element("noscript") { html in
      html.element("p", .init("class", "notice")) { html in
        html.text(phrases[.searchFailed])
        guard page != Self.findPage(frame.locale) else { return }
        html.markup(" ")
        html.element(
          "a", .init("href", site + Self.findPage(frame.locale)), text: phrases[.allArticles])
      }
    }
    if !others.isEmpty {
      html.element("p", .init("class", "hint"), .init("hidden", "")) { html in
        html.void("input", .init("type", "checkbox"), .init("id", "all-languages"))
        html.markup(" ")
        html.element("label", .init("for", "all-languages"), text: phrases[.allLanguages])
      }
    }
    html.element(
      "p", .init("class", "hint"), .init("id", "search-status"), .init("role", "status"), text: "")
    html.element("ul", .init("class", "list results"), .init("id", "results"), text: "")
    html.element(
      "button", .init("class", "copy"), .init("type", "button"), .init("id", "more-results"),
      .init("hidden", ""), text: phrases[.showMore])
    html.element(
      "div", .init("class", "no-results"), .init("id", "no-results"), .init("hidden", "")
    ) { frame.writeContact(library, from: page, to: &$0) }
    html.element("script", .init("src", site + "theme/search.js"), .init("defer", ""), text: "")
  }

  /// The same page in every locale, as list items.
  func writeLanguages(of page: String, current: LanguageTag, to html: inout HTMLWriter) {
    guard library.locales.count > 1 else { return }
    let here = "\(current)/\(page)"
    for other in library.locales {
      let address = PageLinks.address(from: here, to: "\(other)/\(page)")
      LanguageName.writeLink(to: other, at: address, isCurrent: other == current, to: &html)
    }
  }

  static func findPage(_ locale: LanguageTag) -> String { "\(locale)/-/find.html" }
}
