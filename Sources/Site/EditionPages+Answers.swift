import Articles
import Compiler
import Content
import Decisions

extension EditionPages {
  /// Whether the article asks enough to have a page with all its answers.
  var hasAnswersPage: Bool {
    tree.nodes.dropFirst().contains { $0.hasOwnPage && $0.kind != .resolved }
  }

  var answersPath: String { "\(locale)/-/answers/\(entry.id).html" }

  /// The page with all answers of the article: its tree as nested lists.
  func answersPage() -> Page {
    let title = "\(edition.article.title.target.plainText): \(phrases[.allAnswers])"
    return frame.page(answersPath, .plain, title: title) { values in
      values.set(.kind) { $0.markup("map") }
      values.set(.heading) { html in
        html.text(edition.article.title.target.plainText)
      }
      setTextLanguage(&values)
      guard let root = tree.root else { return }
      values.set(.languages) { html in
        for other in library.locales(of: entry) where library.locales.count > 1 {
          let target = "\(other)/-/answers/\(entry.id).html"
          let address = PageLinks.address(from: answersPath, to: target)
          LanguageName.writeLink(to: other, at: address, isCurrent: other == locale, to: &html)
        }
      }
      var content = renderer(for: answersPath, leadsToSteps: true)
      values.set(.body) { html in
        html.element("p", .init("class", "hint"), text: phrases[.allAnswers])
        writeBranch(of: root, depth: 0, content: &content, to: &html)
      }
    }
  }

  /// The choices of a node as a list, each with the list of its own.
  private func writeBranch(
    of node: Node, depth: Int, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    let choices = node.choices.filter { $0.role != .solved }
    guard !choices.isEmpty, depth < 64 else { return }
    html.element("ul") { html in
      for choice in choices {
        guard let child = tree[choice.target] else { continue }
        html.element("li") { html in
          write(choice, to: child, content: &content, to: &html)
          writeBranch(of: child, depth: depth + 1, content: &content, to: &html)
        }
      }
    }
  }

  /// One answer with its code, and what it leads to.
  ///
  /// What helps after a remedy is named by what to try, since every "no" has the same words.
  private func write(
    _ choice: Choice, to child: Node, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    let isNext = choice.role == .unsolved
    let heading = tree.heading(of: child, phrases)
    if isNext {
      html.element("div", .init("class", "label")) { content.write(choice.label, to: &$0) }
    }
    html.element("a", .init("href", address(of: child, from: answersPath))) { html in
      if isNext, child.kind == .escalation, let heading {
        html.text(heading)
      } else {
        content.write(isNext ? child.asked : choice.label, to: &html)
      }
    }
    html.markup(" ")
    html.element(
      "span", .init("class", "code"), text: library.codes[child.id]?.description ?? "")
    guard !isNext, child.isTried, child.asked != choice.label else { return }
    html.element("div", .init("class", "label")) { content.write(child.asked, to: &$0) }
  }
}
