import Articles
package import Compiler
package import Content
package import Decisions

/// Everything that a reader sees at one point, as values: what text, JSON and screens show.
package struct Prompt: Sendable {
  package struct Choice: Sendable {
    package let role: Decisions.Choice.Role
    package let label: Text
    package let target: Node.ID
  }

  /// `nil` on the list of topics.
  package let node: Node?
  package let code: StepCode?
  package let articlePath: String
  /// The titles from the root to this node, each after the words of the answer that led on.
  package let trail: [(title: Text, answer: Text)]
  package let title: Text
  package let explanation: [Block]
  package let body: [Block]
  /// What is asked; `nil` at an end.
  package let question: String?
  /// In the order of their numbers, which begin with 1.
  package let choices: [Choice]
  /// The links into the library, in the order of their numbers, which begin with 1.
  package let jumps: [Text]
  /// What a reader should know about this text before they read it.
  package let notice: String?
}

extension WalkSession {
  /// The prompt at the place where the reader stands.
  package var prompt: Prompt {
    switch place {
    case .topics: topicsPrompt
    case .article(let visit): prompt(of: visit)
    }
  }

  private var topicsPrompt: Prompt {
    Prompt(
      node: nil, code: nil, articlePath: "", trail: [],
      title: Text([.text(library.title(in: locale) ?? phrases[.helpCenter])]), explanation: [],
      body: [], question: phrases[.menuPrompt],
      choices: topics.map { entry in
        Prompt.Choice(
          role: .topic, label: library.title(of: entry, in: locale),
          target: entry.nodes.first?.id ?? Node.ID(entry.id))
      }, jumps: [], notice: nil)
  }

  private func prompt(of visit: Visit) -> Prompt {
    let node = visit.walk.node
    let source = isPaired ? visit.entry.source : nil
    func words(_ caption: Caption) -> Text { caption.text(in: locale, source: source) }
    var body = node.body
    if node.isEnd, body.isEmpty { body = ending(of: node) }
    return Prompt(
      node: node, code: library.codes[node.id], articlePath: visit.edition.article.path,
      trail: visit.walk.trail.map { (words($0.node.title), words($0.choice.label)) },
      title: words(node.title), explanation: node.explanation, body: body,
      question: question(at: node),
      choices: node.choices.map { .init(role: $0.role, label: words($0.label), target: $0.target) },
      jumps: jumps.map(\.text), notice: visit.edition.isFallback ? phrases[.shownInSource] : nil)
  }

  /// What is said at an end of which the article says nothing.
  private func ending(of node: Node) -> [Block] {
    if node.kind == .resolved {
      return [Block(.paragraph(Text([.text(phrases[.solvedText])])), line: 1)]
    }
    let contact = library.contact(in: locale)
    if !contact.isEmpty { return contact }
    return [Block(.paragraph(Text([.text(phrases[.contactDefault])])), line: 1)]
  }

  private func question(at node: Node) -> String? {
    if node.choices.contains(where: { $0.role == .solved }) { return phrases[.didThatHelp] }
    switch node.kind {
    case .menu: return phrases[.menuPrompt]
    case .question:
      let asks = node.body.flatMap(\.texts).last.map { text in
        let words = text.target.plainText.trimmed
        return words.hasSuffix("?") || words.hasSuffix("？") || words.hasSuffix("؟")
      }
      return asks == true ? nil : phrases[.choose]
    case .remedy, .procedure, .information, .resolved, .escalation: return nil
    }
  }
}
