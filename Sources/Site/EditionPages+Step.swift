import Articles
import Compiler
import Content
import Decisions

extension EditionPages {
  /// The page of a node inside a question.
  func stepPage(_ node: Node) -> Page {
    let path = library.address(of: node, inArticle: entry.id, in: locale).page
    let subject = tree.subject(of: node, phrases)
    let heading = tree.heading(of: node, phrases) ?? node.title.words(phrases)
    let title = subject.map { "\(heading): \($0.words(phrases))" } ?? heading
    return frame.page(path, .step, title: title) { values in
      var content = renderer(for: path, leadsToSteps: true)
      values.set(.kind, text: node.kind.rawValue)
      if let subject { values.set(.subject) { content.write(subject, to: &$0) } }
      values.set(.heading) { html in
        if subject != nil {
          writeOwn(heading, to: &html)
        } else {
          content.write(node.title, to: &html)
          if heading.allSatisfy(\.isWhitespace) { html.text(node.id.name) }
        }
      }
      values.set(.explanation) { content.write(node.explanation, to: &$0) }
      values.set(.body) { writeBody(of: node, content: &content, to: &$0) }
      if let parent = node.parent.flatMap({ tree[$0] }) {
        values.set(.back, text: address(of: parent, from: path))
      }
      setChoices(of: node, on: path, content: &content, &values)
      setHelpdesk(node, on: path, content: &content, &values)
      values.set(.description, text: Self.description(of: node.explanation + node.body))
      setHead(node, on: path, title: title, &values)
    }
  }

  /// Writes words of Waymark's inside text that may be in another language than the page.
  private func writeOwn(_ words: String, to html: inout HTMLWriter) {
    guard edition.isFallback else { return html.text(words) }
    html.element(
      "span", .init("lang", locale.display), .init("dir", locale.isRightToLeft ? "rtl" : "ltr"),
      text: words)
  }

  /// What the node shows; an end that says nothing itself names the library's contact.
  private func writeBody(
    of node: Node, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    content.write(node.body, to: &html)
    guard node.kind == .escalation, node.body.isEmpty else { return }
    writeContact(content: &content, to: &html)
  }

  func writeContact(content: inout ContentRenderer, to html: inout HTMLWriter) {
    frame.writeContact(library, content: &content, to: &html)
  }

  /// Sets where the node leads: to the answers and topics that `offers` accepts, and to whether it
  /// helped.
  func setChoices(
    of node: Node, on page: String, content: inout ContentRenderer, _ values: inout SlotValues,
    where offers: (Choice) -> Bool = { _ in true }
  ) {
    let outcomes = node.choices.filter { $0.role == .solved || $0.role == .unsolved }
    let answers = node.choices.filter {
      $0.role != .solved && $0.role != .unsolved && offers($0)
    }
    values.set(.choices) { write(answers, on: page, content: &content, to: &$0) }
    if answers.count > Self.longestList { values.set(.filter) { writeFilter(to: &$0) } }
    values.set(.outcomes) { write(outcomes, on: page, content: &content, to: &$0) }
    values.set(.prompt, text: phrases[Term.asked(behind: node) ?? .didThatHelp])
    if node.kind == .remedy || node.kind == .procedure || node.kind == .information,
      !answers.isEmpty
    {
      values.set(.choicesHeading, text: phrases[.next])
    }
    values.set(.solved) { writeSolved(of: node, on: page, to: &$0) }
  }

  /// More answers than this are too many to read through.
  private static let longestList = 15

  /// Writes the words with which a script filters a list.
  private func writeFilter(to html: inout HTMLWriter) {
    let words: [(StaticString, Term)] = [
      (" data-filter=\"", .filterAnswers), (" data-count=\"", .resultCount),
      (" data-none=\"", .nothingFound),
    ]
    for (attribute, term) in words {
      html.markup(attribute)
      html.text(phrases[term])
      html.markup("\"")
    }
  }

  /// Writes choices as list items with a link each; "or" before the way out of a question.
  func write(
    _ choices: [Choice], on page: String, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    for choice in choices {
      guard let target = tree[choice.target] else { continue }
      html.element("li", .init("class", choice.role.rawValue)) { html in
        if choice.role == .fallback, choices.count > 1 {
          html.element("span", .init("class", "or"), text: phrases[.or])
        }
        html.element("a", .init("href", address(of: target, from: page))) { html in
          html.element("span") { html in
            content.write(choice.label, to: &html)
            if choice.label.words(phrases).allSatisfy(\.isWhitespace) { html.text(target.id.name) }
          }
        }
      }
    }
  }

  /// Writes the end that a remedy reaches when it helped, as a section that shows when it is
  /// linked to.
  private func writeSolved(of node: Node, on page: String, to html: inout HTMLWriter) {
    guard
      let solved = node.choices.first(where: { $0.role == .solved }).flatMap({ tree[$0.target] })
    else { return }
    html.element(
      "section", .init("class", "solved"), .init("id", Library.solvedFragment),
      .init("tabindex", "-1"), .init("aria-labelledby", "solved-title")
    ) { html in
      html.element("h1", .init("id", "solved-title"), text: solved.title.words(phrases))
      html.element("p", text: phrases[.solvedText])
      html.element("p", .init("class", "ways")) { html in
        html.element(
          "a", .init("href", PageLinks.address(from: page, to: "\(locale)/index.html")),
          text: phrases[.home])
        html.markup(" ")
        html.element("a", .init("class", "back"), .init("href", "#main"), text: phrases[.back])
      }
      html.element("h2", text: phrases[.note])
      html.element(
        "pre", .init("class", "note"), .init("id", "solved-note"), .init("dir", "auto"),
        .init("tabindex", "0"), text: note(of: solved).line)
      html.element(
        "button", .init("class", "copy"), .init("type", "button"),
        .init("data-copy", "solved-note"), .init("data-done", phrases[.copied]),
        .init("hidden", ""), text: phrases[.copy])
    }
  }
}

extension Node.ID {
  /// The last part of the id as words, for a node whose text has none.
  var name: String {
    let part = rawValue.split(separator: "/").last.map(String.init) ?? rawValue
    return part.replacing("-", with: " ")
  }
}
