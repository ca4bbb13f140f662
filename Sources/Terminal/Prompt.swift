import Articles
package import Compiler
package import Content
package import Decisions
import Search

/// Everything that a reader sees at one point, as values: what lines, screens and JSON show.
package struct Prompt: Sendable {
  package struct Choice: Sendable {
    package let role: Decisions.Choice.Role
    package let label: Text
    package let target: Node.ID
    /// The name of the group that begins here.
    package var group: Text?
    /// What else tells it from choices of the same name; empty for nothing.
    package var context = ""
  }

  /// `nil` on lists of topics and search results.
  package var node: Node?
  package var article: String?
  package var code: StepCode?
  /// The article's file.
  package var path = ""
  /// The answers so far, from the root on, each with the title of what it answered.
  package var trail: [(title: Text, answer: Text)] = []
  package var title: Text
  /// What a title is about that more than one node has, such as "Try this next (2 of 3)".
  package var subject: Text?
  package var explanation: [Block] = []
  package var body: [Block] = []
  /// The step shown and their number, when steps are shown one by one.
  package var step: (number: Int, count: Int)?
  /// What is asked; `nil` at an end.
  package var question: Text?
  /// In the order of their numbers, which begin with 1.
  package var choices: [Choice] = []
  /// The links into the library, in the order of their numbers, which begin with 1; those to what
  /// stands beside the choices last.
  package var jumps: [Jump] = []
  /// How many of the links are no links of the text, but lead to what stands beside the choices.
  package var asideCount = 0
  /// What a reader should know about this text before they read it.
  package var notice: String?
}

extension WalkSession {
  /// The prompt at the place where the reader stands.
  package var prompt: Prompt {
    switch place {
    case .topics: topicsPrompt
    case .matches(let words, let found):
      Prompt(
        title: plain("\(phrases[.found]) \(words)"), question: plain(phrases[.choose]),
        choices: found.map { document in
          Prompt.Choice(
            role: .topic, label: plain(document.title), target: document.node,
            context: document.context)
        })
    case .article(let visit): prompt(of: visit)
    }
  }

  private func plain(_ words: String) -> Text { Text([.text(words)]) }

  private var topicsPrompt: Prompt {
    Prompt(
      title: plain(library.title(in: locale) ?? phrases[.helpCenter]),
      question: plain(phrases[.menuPrompt]),
      choices: topics.map { topic in
        Prompt.Choice(
          role: .topic, label: topic.title,
          target: topic.article.nodes.first?.id ?? Node.ID(topic.article.id), group: topic.group)
      })
  }

  private func prompt(of visit: Visit) -> Prompt {
    let node = visit.walk.node
    let source = isPaired ? visit.entry.source : nil
    func words(_ caption: Caption) -> Text { caption.text(in: locale, source: source) }
    let tree = visit.edition.tree
    var prompt = Prompt(title: words(node.title))
    if let heading = tree.heading(of: node, phrases) {
      let own = source.flatMap { tree.heading(of: node, PhraseBook.phrases(for: $0)) }
      prompt.title = Text(source: [.text(own ?? heading)], target: [.text(heading)])
    }
    prompt.subject = tree.subject(of: node, phrases).map(words)
    prompt.node = node
    prompt.article = visit.entry.id
    prompt.code = library.codes[node.id]
    prompt.path = visit.edition.article.path
    prompt.trail = visit.walk.trail.map { (words($0.node.title), words($0.choice.label)) }
    prompt.explanation = node.explanation
    prompt.body = node.isEnd && node.body.isEmpty ? ending(of: node) : node.body
    prompt.question = question(at: node).map { asked in
      let words = [Inline.text(phrases[asked])]
      return Text(
        source: source.map { [.text(PhraseBook.phrases(for: $0)[asked])] } ?? words, target: words)
    }
    let offers = tree.offers(of: node)
    prompt.choices = offers.choices.map { choice in
      .init(role: choice.role, label: words(choice.label), target: choice.target)
    }
    prompt.jumps = jumps
    prompt.asideCount = offers.asides.count
    if visit.edition.isFallback {
      prompt.notice = phrases[.shownInSource]
    } else if visit.edition.isPartlyTranslated(node) || endsInOtherLanguage(node) {
      prompt.notice = phrases[.partlyTranslated]
    }
    if isStepwise || visit.isAtStep { showStep(visit.passedSteps, of: node, in: &prompt) }
    return prompt
  }

  /// Leaves one step in the prompt, and the question only at the last.
  private func showStep(_ passed: Int, of node: Node, in prompt: inout Prompt) {
    let pieces = StepPieces.of(node)
    guard pieces.count > 1, pieces.indices.contains(passed) else { return }
    prompt.body = pieces[passed]
    prompt.step = (passed + 1, pieces.count)
    if passed > 0 { prompt.explanation = [] }
  }

  /// What is said at an end of which the article says nothing.
  private func ending(of node: Node) -> [Block] {
    if node.kind == .resolved {
      return [Block(.paragraph(plain(phrases[.solvedText])), line: 1)]
    }
    let contact = library.contact(in: locale)
    if !contact.isEmpty { return contact }
    return [Block(.paragraph(plain(phrases[.contactDefault])), line: 1)]
  }

  /// Whether an end says in another language whom to contact.
  private func endsInOtherLanguage(_ node: Node) -> Bool {
    node.kind == .escalation && node.body.isEmpty && library.foreignContact(in: locale) != nil
  }

  private func question(at node: Node) -> Term? {
    if let asked = Term.asked(behind: node) { return asked }
    switch node.kind {
    case .menu: return .menuPrompt
    case .question:
      let asks = node.body.flatMap(\.texts).last.map { text in
        let words = text.target.plainText.trimmed
        return words.hasSuffix("?") || words.hasSuffix("？") || words.hasSuffix("؟")
      }
      return asks == true ? nil : .choose
    case .remedy, .procedure, .information, .resolved, .escalation: return nil
    }
  }
}

extension Caption {
  /// The words in the language shown, with those of the source language if one is given.
  func text(in locale: LanguageTag, source: LanguageTag?) -> Text {
    switch self {
    case .text(let text): return text
    case .phrase(let phrase):
      let words: [Inline] = [.text(PhraseBook.phrases(for: locale)[phrase])]
      guard let source else { return Text(words) }
      return Text(source: [.text(PhraseBook.phrases(for: source)[phrase])], target: words)
    }
  }
}
