package import Articles
package import Content

/// Makes a tree of a draft: gives ids, ends every path, resolves jumps.
package struct TreeBuilder {
  private var nodes: [Node] = []
  private var ids = NodeIDs()
  /// The node that shows a heading's text, by the heading's ids.
  private var anchors: [String: Node.ID] = [:]
  private let article: String
  /// The words of the source text's language.
  let vocabulary: Vocabulary
  /// The article's own way out, for paths on which nothing helped.
  private var fallback: Ending?

  /// What an escalation says.
  struct Ending {
    var title: Caption
    var body: [Block]
    var line: Int
  }

  /// The tree of an article.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - id: its id, which its nodes' ids begin with.
  ///   - language: the language of its source text; of its own text where it has no other.
  /// - Returns: the tree, sound by `TreeVerifier`.
  package static func tree(
    of article: Article, id: String, in language: LanguageTag = .americanEnglish
  ) -> DecisionTree {
    let vocabulary = Vocabulary.reading(article, in: language)
    var builder = TreeBuilder(article: id, vocabulary: vocabulary)
    let draft = DecisionFinder.find(in: article, vocabulary)
    builder.fallback = builder.ending(of: draft) ?? builder.lastResort(in: article)
    builder.add(draft, under: nil, key: nil, anchor: "", isInside: false)
    builder.addAliases(of: article)
    builder.prepareCalls(Preparation.blocks(in: article.blocks, vocabulary))
    builder.dropDirectives()
    builder.resolveJumps(path: article.path)
    return DecisionTree(nodes: builder.nodes, anchors: builder.anchors)
  }

  private init(article: String, vocabulary: Vocabulary) {
    self.article = article
    self.vocabulary = vocabulary
  }

  /// The further ids of a heading lead where its own leads.
  private mutating func addAliases(of article: Article) {
    article.blocks.visit { block in
      guard case .heading(let heading) = block.kind, let node = anchors[heading.id] else { return }
      for alias in heading.aliases where anchors[alias] == nil { anchors[alias] = node }
    }
  }
}

extension TreeBuilder {
  /// Adds a draft and everything below it; returns the id of its first node.
  @discardableResult
  private mutating func add(
    _ draft: Draft, under parent: Node.ID?, key: String?, anchor outer: String, isInside: Bool
  ) -> Node.ID {
    let draft = draft.askingAtOnce(vocabulary)
    let anchor = parent == nil ? "" : draft.anchor ?? outer
    let id = ids.unique(path(of: draft, under: parent, key: key))
    for name in [draft.anchor, draft.name].compactMap({ $0 }) + draft.aliases
    where anchors[name] == nil {
      anchors[name] = id
    }
    if draft.shape == .contact {
      nodes.append(
        Node(
          id: id, kind: .escalation, rule: draft.rule, parent: parent, line: draft.line,
          title: .text(draft.title),
          body: draft.body, anchor: anchor, hasOwnPage: isInside))
      return id
    }
    if draft.shape == .problem, draft.parts.allSatisfy({ $0.draft.shape == .contact }) {
      addProblem(draft, as: id, under: parent, anchor: anchor)
      return id
    }
    let index = nodes.count
    let isQuestion = draft.shape == .question || draft.shape == .problem
    nodes.append(
      Node(
        id: id, kind: draft.kind, rule: draft.rule, parent: parent, line: draft.line,
        title: .text(draft.title),
        explanation: draft.explanation, body: draft.body, anchor: anchor,
        hasOwnPage: isInside || isQuestion))
    let inside = isInside || isQuestion
    let fallback = draft.parts.firstIndex { $0.role == .fallback }
    for (number, part) in draft.parts.enumerated() where number != fallback {
      addPart(part, to: index, anchor: anchor, isInside: inside)
    }
    close(index, fallback: fallback.map { draft.parts[$0] })
    return id
  }

  private mutating func addPart(
    _ part: Draft.Part, to index: Int, anchor: String, isInside: Bool
  ) {
    let target = add(
      part.draft, under: nodes[index].id, key: nil, anchor: anchor, isInside: isInside)
    let label = part.draft.label ?? part.draft.title
    nodes[index].choices.append(Choice(part.role, .text(label), to: target))
  }

  /// Gives a node the choices that end its paths.
  private mutating func close(_ index: Int, fallback part: Draft.Part?) {
    let node = nodes[index]
    switch node.kind {
    case .question:
      if let part {
        let target = addFallback(part.draft, under: node)
        let label = part.draft.label ?? part.draft.title
        nodes[index].choices.append(Choice(.fallback, .text(label), to: target))
      } else {
        let target = addEscalation(fallback, under: node, key: "none-of-these")
        nodes[index].choices.append(Choice(.fallback, .phrase(.noneOfThese), to: target))
      }
    case .menu:
      if let part {
        let target = addFallback(part.draft, under: node)
        let label = part.draft.label ?? part.draft.title
        nodes[index].choices.append(Choice(.fallback, .text(label), to: target))
      } else if node.choices.isEmpty {
        nodes[index].kind = .information
        addOutcomes(to: index)
      }
    case .remedy, .procedure, .information: addOutcomes(to: index)
    case .resolved, .escalation: break
    }
  }

  private mutating func addOutcomes(to index: Int) {
    addSolved(to: index)
    let own = nodes[index].kind == .procedure ? troubleNote(in: nodes[index].body) : nil
    let target = addEscalation(own ?? fallback, under: nodes[index], key: "contact")
    let label = answersQuestion(nodes[index]) ? Phrase.notAnswered : .no
    nodes[index].choices.append(Choice(.unsolved, .phrase(label), to: target))
  }

  private mutating func addSolved(to index: Int) {
    let node = nodes[index]
    let id = ids.unique("\(node.id)/solved")
    nodes.append(
      Node(
        id: id, kind: .resolved, rule: .suppliedEnd, parent: node.id, line: node.line,
        title: .phrase(.solved),
        anchor: node.anchor, hasOwnPage: node.hasOwnPage))
    let label = answersQuestion(node) ? Phrase.answered : .yes
    nodes[index].choices.append(Choice(.solved, .phrase(label), to: id))
  }

  private mutating func addEscalation(
    _ ending: Ending?, under parent: Node, key: String
  ) -> Node.ID {
    let id = ids.unique("\(parent.id)/\(key)")
    nodes.append(
      Node(
        id: id, kind: .escalation, rule: .suppliedEnd, parent: parent.id,
        line: ending?.line ?? parent.line,
        title: ending?.title ?? .phrase(.getHelp), body: ending?.body ?? [],
        anchor: parent.anchor, hasOwnPage: parent.hasOwnPage))
    return id
  }

  /// The end that a catch-all row or section leads to.
  private mutating func addFallback(_ draft: Draft, under parent: Node) -> Node.ID {
    guard let body = draft.endBody(vocabulary) else {
      return add(draft, under: parent.id, key: nil, anchor: parent.anchor, isInside: true)
    }
    let id = ids.unique(path(of: draft, under: parent.id, key: nil))
    for name in [draft.anchor].compactMap({ $0 }) where anchors[name] == nil { anchors[name] = id }
    nodes.append(
      Node(
        id: id, kind: .escalation, rule: draft.rule, parent: parent.id, line: draft.line,
        title: .text(draft.title), body: body, anchor: draft.anchor ?? parent.anchor,
        hasOwnPage: true))
    return id
  }
}

extension TreeBuilder {
  /// Adds what to try, one after the other, each with "did that solve it?".
  private mutating func addProblem(
    _ draft: Draft, as id: Node.ID, under parent: Node.ID?, anchor: String
  ) {
    guard !draft.attempts.isEmpty else {
      nodes.append(
        Node(
          id: id, kind: .information, rule: .explanationOnly, parent: parent, line: draft.line,
          title: .text(draft.title),
          explanation: draft.explanation, body: draft.body, anchor: anchor, hasOwnPage: true))
      addOutcomes(to: nodes.count - 1)
      return
    }
    var previous: Int?
    let attempts = draft.attempts.handingOver(vocabulary)
    for (number, attempt) in attempts.enumerated() {
      let isLast = number == attempts.count - 1
      let own = number == 0 ? id : ids.unique(path(of: attempt, number: number, of: id, previous))
      let isFirst = number == 0
      let ends = attempt.isEscalation && isLast
      for case .heading(let heading) in attempt.body.map(\.kind)
      where !heading.id.isEmpty && anchors[heading.id] == nil {
        anchors[heading.id] = own
      }
      let node = Node(
        id: own, kind: kind(of: attempt, isRoot: parent == nil && isFirst, ends: ends),
        rule: draft.rule, parent: previous.map { nodes[$0].id } ?? parent,
        line: isFirst ? draft.line : attempt.line,
        title: .text(draft.title), explanation: isFirst ? draft.explanation : attempt.explanation,
        body: titleBlocks(attempt) + attempt.body, anchor: anchor,
        hasOwnPage: true)
      if let previous {
        nodes[previous].choices.append(Choice(.unsolved, .phrase(.no), to: own))
      }
      nodes.append(node)
      let index = nodes.count - 1
      if ends { return }
      let options = BlockRules.questions(
        within: attempt.body, under: draft.title, vocabulary)
      for option in options {
        addPart(Draft.Part(role: .topic, draft: option), to: index, anchor: anchor, isInside: true)
      }
      addSolved(to: index)
      previous = index
      if isLast {
        let target = addEscalation(fallback, under: nodes[index], key: "contact")
        nodes[index].choices.append(Choice(.unsolved, .phrase(.no), to: target))
      }
    }
  }

  /// An attempt is named by its number; an end cut off from it as any other end behind it is.
  private func path(
    of attempt: Attempt, number: Int, of problem: Node.ID, _ previous: Int?
  ) -> String {
    if attempt.isHandover, let previous { return "\(nodes[previous].id)/contact" }
    return "\(problem)/\(number + 1)"
  }

  /// The heading of an attempt, which stands under the problem's own title.
  private func titleBlocks(_ attempt: Attempt) -> [Block] {
    guard let title = attempt.title else { return [] }
    return [Block(.heading(Heading(level: 3, text: title)), line: attempt.line)]
  }

  private func kind(of attempt: Attempt, isRoot: Bool, ends: Bool) -> Node.Kind {
    if ends { return .escalation }
    if isRoot { return .remedy }
    return attempt.body.contains(where: \.isProcedure) ? .procedure : .remedy
  }

  /// `ARTICLE/ANCHOR/KEY`: a heading's own id, else the slug of the label under its parent.
  private func path(of draft: Draft, under parent: Node.ID?, key: String?) -> String {
    guard let parent else { return article }
    if let name = draft.name { return "\(article)/\(name)" }
    if let anchor = draft.anchor, !anchor.isEmpty {
      return "\(article)/\(NodeIDs.segment(anchor))"
    }
    let label = draft.idText ?? draft.label ?? draft.title
    let slug = NodeIDs.segment(HeadingID.slug(of: label.source.plainText))
    return "\(parent)/\(key ?? slug)"
  }
}

extension TreeBuilder {
  private mutating func prepareCalls(_ blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    nodes = nodes.map { prepared($0, blocks) }
  }

  /// Leaves out comments to Waymark, which have been obeyed.
  private mutating func dropDirectives() {
    for index in nodes.indices {
      nodes[index].explanation.removeAll(where: \.isDirective)
      nodes[index].body.removeAll(where: \.isDirective)
    }
  }

  /// Turns the links in the nodes' texts into jumps; a link to a section leads to its node.
  private mutating func resolveJumps(path: String) {
    let steps = namedSteps()
    for (anchor, step) in steps { anchors[anchor.name] = step.node }
    for index in nodes.indices {
      var jumps: [Jump] = []
      for blocks in [nodes[index].explanation, nodes[index].body] {
        blocks.visitTexts { text in
          for (link, words) in text.links {
            if let jump = jump(link, text: words, path: path, steps) { jumps.append(jump) }
          }
        }
      }
      nodes[index].jumps = jumps
    }
  }

  private typealias Step = (node: Node.ID, number: Int)

  /// The steps that have a name, each in the first node that shows it.
  private func namedSteps() -> [StepAnchor: Step] {
    var found: [StepAnchor: Step] = [:]
    for node in nodes {
      for (index, step) in node.steps.enumerated() {
        for anchor in step.first?.ownTexts.first?.pieces.first?.source.stepAnchors ?? []
        where found[anchor] == nil {
          found[anchor] = (node.id, index + 1)
        }
      }
    }
    return found
  }

  private func jump(
    _ link: Link, text: Text, path: String, _ steps: [StepAnchor: Step]
  ) -> Jump? {
    let destination = link.destination
    guard !text.isBlank else { return nil }
    if destination.hasPrefix("#") {
      let name = String(destination.dropFirst())
      if let anchor = StepAnchor(name), let step = steps[anchor] {
        let target = Jump.Target.step(step.node, number: step.number, anchor: anchor)
        return Jump(text: text, target: target)
      }
      return (anchors[name] ?? anchors[name.lowercased()]).map {
        Jump(text: text, target: .node($0))
      }
    }
    guard let (file, anchor) = ArticleLink.split(destination, from: path) else {
      return Jump(text: text, target: .url(destination))
    }
    return Jump(text: text, target: .article(path: file, anchor: anchor))
  }
}

extension Draft {
  fileprivate var kind: Node.Kind {
    switch shape {
    case .menu: .menu
    case .question, .problem: .question
    case .procedure: .procedure
    case .information: .information
    case .contact: .escalation
    }
  }
}

extension Text {
  /// The links of the source text, each with its words in both languages where they pair up.
  fileprivate var links: [(link: Link, text: Text)] {
    guard pieces.contains(where: { $0.source.holdsLink }) else { return [] }
    let translated = target.links
    let original = source.links
    return original.enumerated().map { index, entry in
      let other = translated.count == original.count ? translated[index].text : entry.text
      return (entry.link, Text(source: entry.text, target: other))
    }
  }
}

extension [Inline] {
  /// Whether there is a link in them; most text is passed over here.
  fileprivate var holdsLink: Bool {
    contains { inline in
      switch inline {
      case .link: true
      case .emphasis(let inner), .strong(let inner), .element(_, let inner), .unit(_, _, let inner):
        inner.holdsLink
      case .text, .code, .softBreak, .lineBreak, .image, .anchor, .tag: false
      }
    }
  }

  /// The steps whose places stand before the first words.
  fileprivate var stepAnchors: [StepAnchor] {
    prefix { if case .anchor = $0 { true } else { false } }.compactMap { inline in
      if case .anchor(let name) = inline { StepAnchor(name) } else { nil }
    }
  }
}
