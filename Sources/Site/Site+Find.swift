import Compiler
import Content

extension Site {
  /// The page to search on, with all articles from A to Z.
  func findPage(_ frame: LocaleFrame) -> Page {
    let path = Self.findPage(frame.locale)
    return frame.page(path, .plain, title: frame.phrases[.find]) { values in
      values.set(.kind) { $0.markup("find") }
      values.set(.heading, text: frame.phrases[.find])
      values.set(.languages) { writeLanguages(of: "-/find.html", current: frame.locale, to: &$0) }
      values.set(.body) { html in
        writeSearch(frame, from: path, to: &html)
        html.element("div", .init("id", "browse")) {
          writeIndex(frame, from: path, to: &$0)
        }
      }
    }
  }

  /// Fewer articles than this need no letters to be found by.
  private static let fewArticles = 20

  /// The articles by title, under their first letters where there are many.
  private func writeIndex(_ frame: LocaleFrame, from page: String, to html: inout HTMLWriter) {
    html.element("h2", text: frame.phrases[.allArticles])
    let topics = topics(frame.locale)
    guard topics.count >= Self.fewArticles else {
      return write(topics, from: page, to: &html)
    }
    let groups = Dictionary(grouping: topics) { topic in
      topic.title.first.map { String($0).uppercased() } ?? "#"
    }.sorted { $0.key < $1.key }
    if groups.count > 8 {
      html.element("ul", .init("class", "letters")) { html in
        for (number, group) in groups.enumerated() {
          html.element("li") {
            $0.element("a", .init("href", "#letter-\(number + 1)"), text: group.key)
          }
        }
      }
    }
    for (number, group) in groups.enumerated() {
      html.element("h3", .init("id", "letter-\(number + 1)"), text: group.key)
      write(group.value, from: page, to: &html)
    }
  }
}
