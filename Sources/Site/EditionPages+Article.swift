import Articles
import Compiler
import Content
import Decisions

extension EditionPages {
  /// The article's page: its choices first, then the whole article as written, each text unit once.
  func articlePage() -> Page {
    let path = library.page(ofArticle: entry.id, in: locale)
    let (heading, blocks) = Self.splittingTitle(edition.article.blocks)
    let title = edition.article.title
    let named = title.targetWords
    let isNamed = !named.allSatisfy(\.isWhitespace)
    let words = isNamed ? named : Node.ID(entry.id).name
    return frame.page(path, .article, title: words) { values in
      var content = renderer(for: path, leadsToSteps: false)
      content.marksUnits = true
      content.afterHeading = stepLinks(on: path)
      values.set(.heading) { html in
        if let heading {
          content.writeTitle(heading, to: &html)
        } else {
          content.write(.text(title), to: &html)
        }
        if !isNamed { html.text(words) }
      }
      values.set(.body) { content.write(blocks, to: &$0) }
      guard let root = tree.root else { return }
      values.set(.kind, text: root.kind.rawValue)
      setStart(of: root, on: path, &values)
      if content.claim(Library.helpFragment) != nil {
        values.set(.contactID) { html in
          html.markup(" id=\"")
          html.text(Library.helpFragment)
          html.markup("\"")
        }
      }
      values.set(.pointers) { html in
        for pointer in pointers.byPage[String(path.relativeToLocale)] ?? []
        where content.claim(pointer.fragment) != nil {
          pointer.write(frame, library: library, from: path, to: &html)
        }
      }
      let headings = Self.contents(of: blocks)
      values.set(.contents) { writeContents(headings, to: &$0) }
      if areOffered(headings, by: root) {
        values.set(.kind) { html in
          html.text(root.kind.rawValue)
          html.markup(" covered")
        }
      }
      setHelpdesk(root, on: path, content: &content, &values)
      let summary = edition.article.frontMatter["description"] ?? Self.description(of: blocks)
      values.set(.description, text: summary)
      setHead(root, on: path, title: words, &values)
    }
  }

  /// The choices that an article begins with: all answers of a question, and those topics of a menu
  /// that lead to something to do, or all where none does.
  private func offered(by root: Node) -> Set<Node.ID> {
    let topics = tree.offers(of: root).choices.compactMap { tree[$0.target] }
    guard root.kind == .menu else { return Set(topics.map(\.id)) }
    let active = topics.filter { $0.kind != .information }
    return Set((active.isEmpty ? topics : active).map(\.id))
  }

  /// Sets the choices that the article begins with, and the way out that it ends with.
  private func setStart(of root: Node, on path: String, _ values: inout SlotValues) {
    var content = renderer(for: path, leadsToSteps: true)
    switch root.kind {
    case .question, .menu:
      let offered = offered(by: root)
      setChoices(of: root, on: path, content: &content, &values) { offered.contains($0.target) }
      values.set(.prompt, text: phrases[root.kind == .question ? .choose : .menuPrompt])
    case .remedy, .procedure, .information:
      if root.hasOwnPage { setChoices(of: root, on: path, content: &content, &values) }
    case .resolved, .escalation: break
    }
    guard !root.hasOwnPage else { return }
    values.set(.contact) { writeContact(content: &content, to: &$0) }
  }

  /// Leads from a heading to the question that was found under it.
  private func stepLinks(on path: String) -> @Sendable (String, inout HTMLWriter) -> Void {
    var targets: [String: (address: String, title: String)] = [:]
    for (anchor, id) in tree.anchors {
      guard let node = tree[id], node.hasOwnPage, node.kind == .question, node.parent != nil
      else { continue }
      targets[anchor] = (address(of: node, from: path), node.title.words(phrases))
    }
    let words = phrases[.walkThrough]
    return { [targets] id, html in
      guard let target = targets[id] else { return }
      html.element("p", .init("class", "walk")) {
        $0.element(
          "a", .init("href", target.address),
          .init("aria-label", "\(words): \(target.title)"), text: words)
      }
    }
  }

  /// The headings of level 2; none when there are too few to need a list.
  private static func contents(of blocks: [Block]) -> [Heading] {
    let headings = blocks.compactMap { block -> Heading? in
      guard case .heading(let heading) = block.kind, heading.level <= 2, !heading.text.isBlank,
        !heading.id.isEmpty
      else { return nil }
      return heading
    }
    return headings.count >= 3 ? headings : []
  }

  /// Whether a choice leads to what stands under each heading that lists no further reading.
  private func areOffered(_ headings: [Heading], by root: Node) -> Bool {
    guard root.kind == .menu || root.kind == .question else { return false }
    let offered = offered(by: root)
    return headings.allSatisfy { heading in
      var current = tree.anchors[heading.id].flatMap { tree[$0] }
      while let node = current, node.id != root.id {
        if offered.contains(node.id) || node.rule == .nextSteps { return true }
        current = node.parent.flatMap { tree[$0] }
      }
      return false
    }
  }

  private func writeContents(_ headings: [Heading], to html: inout HTMLWriter) {
    for heading in headings {
      html.element("li") { html in
        html.element("a", .init("href", "#" + WebAddress.encodedFragment(PageID(heading.id).text)))
        {
          $0.text(heading.text.targetWords)
        }
      }
    }
  }

  /// The heading that is the title, and the blocks without it.
  private static func splittingTitle(_ blocks: [Block]) -> (heading: Heading?, rest: [Block]) {
    let index = blocks.firstIndex { block in
      if case .heading(let heading) = block.kind {
        heading.level == 1 && !heading.text.isBlank
      } else {
        false
      }
    }
    guard let index, case .heading(let heading) = blocks[index].kind else { return (nil, blocks) }
    var rest = blocks
    rest.remove(at: index)
    return (heading, rest)
  }
}

extension ContentRenderer {
  /// Writes the text of the heading that names the page, inside an `h1` of the template.
  mutating func writeTitle(_ heading: Heading, to html: inout HTMLWriter) {
    for id in [heading.id] + heading.aliases {
      if let id = claim(id) { html.element("span", .init("id", id), text: "") }
    }
    write(heading.text, to: &html)
  }
}
