import Compiler
import Content
import Decisions

extension EditionPages {
  /// The page of a node inside a question.
  func stepPage(_ node: Node) -> Page {
    let path = library.address(of: node, inArticle: entry.id, in: locale).page
    let heading = node.title.words(phrases)
    return frame.page(path, .step, title: heading) { values in
      var content = renderer(for: path, leadsToSteps: true)
      values.set(.kind, text: node.kind.rawValue)
      values.set(.heading) { content.write(node.title, to: &$0) }
      values.set(.explanation) { content.write(node.explanation, to: &$0) }
      values.set(.body) { writeBody(of: node, content: &content, to: &$0) }
      if let parent = node.parent.flatMap({ tree[$0] }) {
        values.set(.back, text: address(of: parent, from: path))
      }
      let isQuestion = node.kind == .question || node.kind == .menu
      values.set(isQuestion ? .choices : .outcomes) {
        writeChoices(of: node, on: path, content: &content, to: &$0)
      }
      values.set(.solved) { writeSolved(of: node, on: path, to: &$0) }
      values.set(.trail) { writeTrail(to: node, on: path, content: &content, to: &$0) }
      setHelpdesk(node, on: path, content: &content, &values)
    }
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
    let contact = library.contact(in: locale)
    content.write(contact, to: &html)
    if contact.isEmpty { html.element("p", text: phrases[.contactDefault]) }
  }

  /// The choices as list items with a link each; "or" before the way out of a question.
  func writeChoices(
    of node: Node, on page: String, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    for choice in node.choices {
      guard let target = tree[choice.target] else { continue }
      html.element("li", .init("class", choice.role.rawValue)) { html in
        if choice.role == .fallback, node.choices.count > 1 {
          html.element("span", .init("class", "or"), text: phrases[.or])
        }
        html.element("a", .init("href", address(of: target, from: page))) {
          content.write(choice.label, to: &$0)
        }
      }
    }
  }

  /// The end that a remedy reaches when it helped, as a section that shows when it is linked to.
  func writeSolved(of node: Node, on page: String, to html: inout HTMLWriter) {
    guard
      let solved = node.choices.first(where: { $0.role == .solved }).flatMap({ tree[$0.target] })
    else { return }
    html.element(
      "section", .init("class", "solved"), .init("id", Library.solvedFragment),
      .init("tabindex", "-1"), .init("aria-labelledby", "solved-title")
    ) { html in
      html.element("h2", .init("id", "solved-title"), text: solved.title.words(phrases))
      html.element("p", text: phrases[.solvedText])
      html.element("p", .init("class", "again")) {
        $0.element("a", .init("href", "#main"), text: phrases[.back])
      }
    }
  }

  /// The questions before a node as list items: question, answer, link to change it.
  private func writeTrail(
    to node: Node, on page: String, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    for step in tree.trail(to: node.id) {
      guard let choice = step.choice else { continue }
      html.element("li") { html in
        html.element("span", .init("class", "asked")) { content.write(step.node.asked, to: &$0) }
        html.markup(" ")
        html.element("span", .init("class", "answer")) {
          content.write(step.node.choices[choice].label, to: &$0)
        }
        html.markup(" ")
        html.element("a", .init("href", address(of: step.node, from: page))) { html in
          html.text(phrases[.change])
          html.element("span", .init("class", "visually-hidden")) { html in
            html.markup(": ")
            content.write(step.node.asked, to: &html)
          }
        }
      }
    }
  }

  /// What an agent needs: code, permalink, languages, the whole article.
  func setHelpdesk(
    _ node: Node, on page: String, content: inout ContentRenderer, _ values: inout SlotValues
  ) {
    values.set(.code, text: library.codes[node.id]?.description ?? "")
    let address = library.absoluteAddress(of: page, fragment: "")
    values.set(.permalink, text: address ?? PageLinks.address(from: page, to: page))
    values.set(.permalinkText, text: address ?? page)
    let note = note(of: node)
    values.set(.noteLine, text: note.line)
    values.set(.note, text: note.text)
    values.set(.noteMarkdown, text: note.markdown)
    let article = library.page(ofArticle: entry.id, in: locale)
    values.set(.articleLink, text: PageLinks.address(from: page, to: article))
    values.set(.languages) { writeLanguages(of: node, on: page, to: &$0) }
    if edition.isFallback {
      values.set(.fallback) { $0.markup("1") }
      values.set(.textLanguage) { html in
        html.markup(" lang=\"")
        html.text(edition.locale.display)
        html.markup(edition.locale.isRightToLeft ? "\" dir=\"rtl\"" : "\" dir=\"ltr\"")
      }
    }
  }

  /// The note of a node, with the address of its page when the site's is known.
  func note(of node: Node) -> Note {
    let target = library.address(of: node, inArticle: entry.id, in: locale)
    let address = library.absoluteAddress(of: target.page, fragment: target.fragment)
    return Note(of: node, in: edition, library: library, locale: locale, address: address)
  }

  private func writeLanguages(of node: Node, on page: String, to html: inout HTMLWriter) {
    let locales = library.locales(of: entry)
    guard locales.count > 1 else { return }
    for other in locales {
      let target = library.address(of: node, inArticle: entry.id, in: other)
      html.element("li") { html in
        html.open(
          "a",
          [
            .init("href", PageLinks.address(from: page, to: target.page)),
            .init("hreflang", other.display), .init("lang", other.display),
          ] + (other == locale ? [.init("aria-current", "true")] : []))
        html.text(LanguageName.name(of: other))
        html.markup("</a>")
      }
    }
  }
}
