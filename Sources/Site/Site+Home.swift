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
        writeTopics(frame, from: path, to: &html)
      }
    }
  }

  /// The field to search in; without a script it leads to the list of all articles.
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
      .init("data-code-label", phrases[.stepCode]), .init("data-none", phrases[.noResults]),
      .init("data-count", phrases[.resultCount]), .init("data-part", phrases[.countOf]),
      .init("data-failed", phrases[.searchFailed])
    ) { html in
      html.element("label", .init("for", "search"), text: phrases[.searchLabel])
      html.void(
        "input", .init("type", "search"), .init("id", "search"), .init("name", "q"),
        .init("autocomplete", "off"), .init("spellcheck", "false"))
      html.element("button", text: phrases[.find])
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

  /// The topics as groups, each a heading over a list of links: those of the table of contents,
  /// and of a large library those of its folders.
  private func writeTopics(_ frame: LocaleFrame, from page: String, to html: inout HTMLWriter) {
    let phrases = frame.phrases
    html.element("h2", text: phrases[.menuPrompt])
    let contents = library.contents(in: frame.locale)
    let all = topics(frame.locale)
    let listed = Set(contents.flatMap { $0.articles })
    let rest = all.filter { !listed.contains($0.id) }
    let folders = TopicFolder.folders(of: rest)
    if contents.isEmpty, folders.isEmpty {
      write(rest, from: page, to: &html)
    } else {
      html.element("div", .init("class", "topics")) { html in
        for group in contents { write(group, frame, from: page, to: &html) }
        for folder in folders { write(folder, frame, from: page, to: &html) }
        if folders.isEmpty, !rest.isEmpty {
          write(phrases[.moreTopics], rest, from: page, to: &html)
        }
      }
    }
    guard !folders.isEmpty else { return }
    html.element("p", .init("class", "all")) {
      $0.element(
        "a", .init("href", PageLinks.address(from: page, to: Self.findPage(frame.locale))),
        text: phrases[.allOf].replacing("{n}", with: "\(all.count)"))
    }
  }

  /// A folder's first articles, and the way to its others.
  private func write(
    _ folder: TopicFolder, _ frame: LocaleFrame, from page: String, to html: inout HTMLWriter
  ) {
    html.element("section") { html in
      html.element("h3", text: folder.title ?? frame.phrases[.moreTopics])
      html.element("ul") { html in
        for topic in folder.shown { write(topic, from: page, to: &html) }
      }
      guard folder.shown.count < folder.topics.count else { return }
      html.element("p", .init("class", "all")) {
        $0.element(
          "a", .init("href", PageLinks.address(from: page, to: folder.page(in: frame.locale))),
          text: frame.phrases[.allOf].replacing("{n}", with: "\(folder.topics.count)"))
      }
    }
  }

  private func write(
    _ title: String, _ topics: [Topic], from page: String, to html: inout HTMLWriter
  ) {
    html.element("section") { html in
      html.element("h3", text: title)
      html.element("ul") { html in
        for topic in topics { write(topic, from: page, to: &html) }
      }
    }
  }

  /// Writes topics as a list of links.
  func write(_ topics: [Topic], from page: String, to html: inout HTMLWriter) {
    html.element("ul", .init("class", "list")) { html in
      for topic in topics { write(topic, from: page, to: &html) }
    }
  }

  /// The pages that list a folder's articles, where the home page does not show them all.
  func folderPages(_ frame: LocaleFrame) -> [Page] {
    let listed = Set(library.contents(in: frame.locale).flatMap { $0.articles })
    let folders = TopicFolder.folders(of: topics(frame.locale).filter { !listed.contains($0.id) })
    return folders.filter { $0.shown.count < $0.topics.count }.map { folder in
      let path = folder.page(in: frame.locale)
      let title = folder.title ?? frame.phrases[.moreTopics]
      return frame.page(path, .plain, title: title) { values in
        values.set(.kind) { $0.markup("folder") }
        values.set(.heading, text: title)
        values.set(.body) { html in
          writeSearch(frame, from: path, to: &html)
          html.element("h2", text: frame.phrases[.articles])
          write(folder.topics, from: path, to: &html)
        }
      }
    }
  }

  private func write(
    _ group: ContentsEntry, _ frame: LocaleFrame, from page: String, to html: inout HTMLWriter
  ) {
    html.element("section") { html in
      html.element("h3", text: group.title.target.plainText)
      html.element("ul") { html in
        for line in [group] + group.children.flatMap({ $0.lines }) {
          guard case .article(let id, let anchor)? = line.target, let entry = library[id] else {
            continue
          }
          let shown = library.shownLocale(of: entry, near: frame.locale)
          let address = PageLinks.address(
            from: page, to: library.page(ofArticle: id, in: shown), fragment: anchor)
          html.element("li") { html in
            html.element("a", .init("href", address), text: line.title.target.plainText)
          }
        }
      }
    }
  }

  private func write(_ topic: Topic, from page: String, to html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("a", .init("href", PageLinks.address(from: page, to: topic.page))) {
        $0.text(topic.title)
      }
    }
  }

  /// The articles of a locale by title.
  func topics(_ locale: LanguageTag) -> [Topic] {
    library.articles.filter { library.locales(of: $0).contains(locale) }
      .map { entry in
        Topic(
          id: entry.id, title: library.title(of: entry, in: locale).target.plainText,
          page: library.page(ofArticle: entry.id, in: locale), asks: entry.kind == .diagnostic)
      }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
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

extension ContentsEntry {
  /// The line and all below it, in order.
  fileprivate var lines: [ContentsEntry] { [self] + children.flatMap(\.lines) }

  /// The articles that the line and those below it lead to.
  fileprivate var articles: [String] {
    lines.compactMap { line in
      if case .article(let id, _)? = line.target { id } else { nil }
    }
  }
}
