import Compiler
import Content
import Decisions

extension Site {
  /// The topics as groups, each a heading over a list of links; of a library without any, one list.
  func writeTopics(_ frame: LocaleFrame, from page: String, to html: inout HTMLWriter) {
    let phrases = frame.phrases
    html.element("h2", text: phrases[.menuPrompt])
    let groups = topicGroups(frame.locale)
    if groups.count == 1, let only = groups.first, only.title == nil, only.isShownWhole {
      return write(only.topics, from: page, to: &html)
    }
    let hasOne = groups.count == 1
    html.element("div", .init("class", "topics")) { html in
      for group in groups { write(group, frame, from: page, leadsOn: !hasOne, to: &html) }
    }
    guard groups.contains(where: { !$0.isShownWhole }) else { return }
    let count = topics(frame.locale).count
    writeAll(count, at: Self.findPage(frame.locale), frame, from: page, to: &html)
  }

  /// The groups of the table of contents, and what it leaves out: of a large library by folders, which
  /// join the groups that have their names.
  private func topicGroups(_ locale: LanguageTag) -> [TopicGroup] {
    let all = topics(locale)
    let isSmall = all.count <= TopicGroup.longestList
    var groups: [TopicGroup] = []
    for (number, entry) in library.contents(in: locale).enumerated() {
      let group = TopicGroup(
        name: "toc-\(number + 1)", title: entry.title.target.plainText,
        topics: topics(of: entry, in: locale))
      if isSmall { groups.append(group) } else { groups.merge(group) }
    }
    let listed = Set(groups.flatMap(\.topics).map(\.id))
    let rest = all.filter { !listed.contains($0.id) }
    let folders = TopicGroup.folders(of: rest)
    for folder in folders { groups.merge(folder) }
    if folders.isEmpty, !rest.isEmpty {
      groups.append(TopicGroup(name: "", title: nil, topics: rest))
    }
    guard isSmall else { return groups }
    return groups.map { group in
      var whole = group
      whole.isShownWhole = true
      return whole
    }
  }

  /// The lines of a table of contents that lead to articles.
  private func topics(of group: ContentsEntry, in locale: LanguageTag) -> [Topic] {
    group.lines.compactMap { line in
      guard case .article(let id, let anchor)? = line.target, let entry = library[id] else {
        return nil
      }
      let shown = library.shownLocale(of: entry, near: locale)
      return Topic(
        id: id, title: line.title.target.plainText, page: library.page(ofArticle: id, in: shown),
        fragment: anchor, asks: entry.kind == .diagnostic)
    }
  }

  /// A group's first topics, and, if it `leadsOn`, the way to its others.
  private func write(
    _ group: TopicGroup, _ frame: LocaleFrame, from page: String, leadsOn: Bool,
    to html: inout HTMLWriter
  ) {
    html.element("section") { html in
      html.element("h3", text: group.title ?? frame.phrases[.moreTopics])
      write(group.shown, from: page, to: &html)
      guard leadsOn, group.shown.count < group.topics.count else { return }
      writeAll(
        group.topics.count, at: group.page(in: frame.locale), frame, from: page, to: &html)
    }
  }

  private func writeAll(
    _ count: Int, at target: String, _ frame: LocaleFrame, from page: String,
    to html: inout HTMLWriter
  ) {
    html.element("p", .init("class", "all")) {
      $0.element(
        "a", .init("href", PageLinks.address(from: page, to: target)),
        text: frame.phrases[.allOf].replacing("{n}", with: "\(count)"))
    }
  }

  /// Writes topics as a list of links.
  func write(_ topics: [Topic], from page: String, to html: inout HTMLWriter) {
    html.element("ul", .init("class", "list")) { html in
      for topic in topics {
        let address = PageLinks.address(from: page, to: topic.page, fragment: topic.fragment)
        html.element("li") { html in
          html.element("a", .init("href", address), text: topic.title)
        }
      }
    }
  }

  /// The pages that list a group's topics, where the home page does not show them all.
  ///
  /// A single group holds all topics, and those have a page already.
  func groupPages(_ frame: LocaleFrame) -> [Page] {
    let groups = topicGroups(frame.locale)
    guard groups.count > 1 else { return [] }
    return groups.filter { $0.shown.count < $0.topics.count }.map { group in
      let path = group.page(in: frame.locale)
      let title = group.title ?? frame.phrases[.moreTopics]
      return frame.page(path, .plain, title: title) { values in
        values.set(.kind) { $0.markup("group") }
        values.set(.heading, text: title)
        values.set(.body) { html in
          writeSearch(frame, from: path, to: &html)
          html.element("div", .init("id", "browse")) { html in
            html.element("h2", text: frame.phrases[.articles])
            write(group.topics, from: path, to: &html)
          }
        }
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
}

extension ContentsEntry {
  /// The line and all below it, in order.
  fileprivate var lines: [ContentsEntry] { [self] + children.flatMap(\.lines) }
}
