import Articles
import Compiler
import Content
import Decisions

extension EditionPages {
  /// Sets what an agent needs: trail, code, permalink, note, languages, the whole article.
  func setHelpdesk(
    _ node: Node, on page: String, content: inout ContentRenderer, _ values: inout SlotValues
  ) {
    values.set(.trail) { writeTrail(to: node, on: page, content: &content, to: &$0) }
    let code = library.codes[node.id]?.description ?? ""
    values.set(.code, text: code)
    if node.kind == .escalation { values.set(.codeToTell, text: code) }
    let address = library.absoluteAddress(of: page)
    values.set(.permalink, text: address ?? PageLinks.address(from: page, to: page))
    values.set(.permalinkText, text: address ?? page)
    let note = note(of: node)
    values.set(.noteLine, text: note.line)
    if node.parent != nil {
      values.set(.note, text: note.text)
      values.set(.noteMarkdown, text: note.markdown)
    }
    if node.isEnd { values.set(.open) { $0.markup(" open") } }
    if node.parent != nil {
      let article = library.page(ofArticle: entry.id, in: locale)
      values.set(.articleLink, text: PageLinks.address(from: page, to: article))
    }
    if hasAnswersPage {
      values.set(.answersLink, text: PageLinks.address(from: page, to: answersPath))
    }
    values.set(.languages) { writeLanguages(of: node, on: page, to: &$0) }
    values.set(.pairs) { writePairs(of: node, to: &$0) }
    values.set(.sourceLanguage, text: LanguageName.name(of: library.sourceLocale))
    setTextLanguage(&values, isPartial: node.parent == nil || edition.isPartlyTranslated(node))
  }

  /// Marks text that stands in for a translation, all or some, or is older than its source.
  ///
  /// - Parameters:
  ///   - values: what the page's template shows.
  ///   - isPartial: whether the page shows what of the text is not translated, if any.
  func setTextLanguage(_ values: inout SlotValues, isPartial: Bool = true) {
    switch edition.standing {
    case .current: break
    case .older: values.set(.outdated) { $0.markup("1") }
    case .partial: if isPartial { values.set(.partial) { $0.markup("1") } }
    }
    guard edition.isFallback else { return }
    values.set(.fallback) { $0.markup("1") }
    values.set(.textLanguage) { html in
      html.markup(" lang=\"")
      html.text(edition.locale.display)
      html.markup(edition.locale.isRightToLeft ? "\" dir=\"rtl\"" : "\" dir=\"ltr\"")
    }
  }

  /// The note of a node, with the address of its page when the site's is known.
  func note(of node: Node) -> Note {
    let target = library.address(of: node, inArticle: entry.id, in: locale)
    let address = library.absoluteAddress(of: target.page, fragment: target.fragment)
    return Note(of: node, in: edition, library: library, words: noteWords, address: address)
  }

  /// The questions before a node as list items: question, answer, link to change it.
  ///
  /// A question that has the words of the answer before it is not asked twice.
  private func writeTrail(
    to node: Node, on page: String, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    var before: String?
    for step in tree.trail(to: node.id) {
      guard let index = step.choice else { continue }
      let label = step.node.choices[index].label
      let isRepeated = step.node.asked.words(phrases) == before
      before = label.words(phrases)
      html.element("li") { html in
        if !isRepeated { writeSpan("asked", step.node.asked, content: &content, to: &html) }
        writeSpan("answer", label, content: &content, to: &html)
        html.markup(" ")
        html.element("a", .init("href", address(of: step.node, from: page))) { html in
          html.text(phrases[.change])
          html.markup("<span class=\"visually-hidden\">: ")
          content.write(label, to: &html)
          html.markup("</span>")
        }
      }
    }
  }

  private func writeSpan(
    _ name: String, _ caption: Caption, content: inout ContentRenderer, to html: inout HTMLWriter
  ) {
    var attributes: [HTMLWriter.Attribute] = [.init("class", name)]
    if edition.isFallback, case .text = caption {
      attributes.append(.init("lang", edition.locale.display))
    }
    html.open("span", attributes)
    content.write(caption, to: &html)
    html.markup("</span>")
  }

  private func writeLanguages(of node: Node, on page: String, to html: inout HTMLWriter) {
    let locales = library.locales(of: entry)
    guard locales.count > 1 else { return }
    for other in locales {
      let target = library.address(of: node, inArticle: entry.id, in: other)
      let address = PageLinks.address(from: page, to: target.page, fragment: target.fragment)
      LanguageName.writeLink(to: other, at: address, isCurrent: other == locale, to: &html)
    }
  }

  /// Source beside translation, one table row for each text of a node and each label it offers.
  private func writePairs(of node: Node, to html: inout HTMLWriter) {
    let captions = [node.title] + node.choices.map(\.label)
    let labels = captions.compactMap(\.text)
    let isArticle = node.parent == nil
    let body = isArticle ? [] : node.explanation.texts + node.body.texts
    let texts = (labels.prefix(1) + body + labels.dropFirst()).filter { !$0.isBlank }
    guard !edition.isFallback, texts.contains(where: \.isTranslated) else { return }
    let source = library.sourceLocale
    let (tag, direction) = (source.display, source.isRightToLeft ? "rtl" : "ltr")
    var words: [UInt8] = []
    for text in texts {
      html.markup("<tr>")
      words.removeAll(keepingCapacity: true)
      for piece in text.pieces { piece.source.appendPlainText(to: &words) }
      html.element("td", .init("lang", tag), .init("dir", direction)) { $0.text(words.span) }
      words.removeAll(keepingCapacity: true)
      text.appendTargetWords(to: &words)
      html.element("td") { $0.text(words.span) }
      html.markup("</tr>")
    }
  }
}
