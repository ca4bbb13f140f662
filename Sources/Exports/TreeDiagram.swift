import Articles
package import Compiler
package import Content
package import Decisions

/// What every drawing shows of one article's tree in one language: a box for each node, and on the
/// line that leads to it the words of the choice.
package struct TreeDiagram: Hashable, Sendable {
  package struct Box: Hashable, Sendable {
    package let id: Node.ID
    package let kind: Node.Kind
    /// As people read it out: `412 097`.
    package let code: String
    /// One line: the question or heading, or the first sentence of what there is to do.
    package let text: String
    /// The choice that leads here; `nil` for the root.
    package let answer: Answer?
    /// The position of the parent in `boxes`.
    package let parent: Int?
  }

  package struct Answer: Hashable, Sendable {
    package let role: Choice.Role
    package let label: String
  }

  /// The article's id.
  package let article: String
  package let title: String
  /// The language of the words.
  package let locale: LanguageTag
  /// Depth first, children in the order of the choices; the root first.
  package let boxes: [Box]

  /// Reads off an edition what to draw.
  package init(_ edition: Edition, of entry: Library.Entry, codes: [Node.ID: StepCode]) {
    let tree = edition.tree
    let phrases = PhraseBook.phrases(for: edition.locale)
    var answers: [Node.ID: Answer] = [:]
    for choice in tree.nodes.flatMap(\.choices) {
      answers[choice.target] = Answer(role: choice.role, label: phrases.line(of: choice.label))
    }
    var positions: [Node.ID: Int] = [:]
    var boxes: [Box] = []
    for node in tree.inWalkingOrder {
      let parent = node.parent.flatMap { positions[$0] }
      positions[node.id] = boxes.count
      let answer = answers[node.id]
      boxes.append(
        Box(
          id: node.id, kind: node.kind, code: codes[node.id]?.description ?? "",
          text: Self.words(of: node, behind: answer, phrases), answer: answer, parent: parent))
    }
    article = entry.id
    title = edition.article.title.target.line
    locale = edition.locale
    self.boxes = boxes
  }

  /// A title that only repeats the label on the line tells nothing: the node's first words do.
  private static func words(
    of node: Node, behind answer: Answer?, _ phrases: PhraseBook
  ) -> String {
    let title = phrases.line(of: node.title)
    switch node.kind {
    case .question, .menu, .resolved: return title
    case .remedy, .escalation, .procedure, .information:
      let isRepeated = answer.map { $0.label == title || $0.role == .unsolved } ?? false
      return isRepeated && !node.isGeneralContact ? node.firstSentence ?? title : title
    }
  }
}

extension Node {
  /// Whether this end names no more than whom to contact.
  fileprivate var isGeneralContact: Bool {
    if kind == .escalation, case .phrase = title { true } else { false }
  }

  private var sentences: some Sequence<[Inline]> {
    (body + explanation).lazy.flatMap(\.texts).flatMap(\.pieces).map(\.target)
  }

  /// The first words of what it shows.
  fileprivate var firstSentence: String? {
    sentences.lazy.map(\.line).first { !$0.isEmpty }
  }
}

extension TreeDiagram {
  /// The diagrams of articles in a locale, or each in its own; articles without edition have none.
  package static func diagrams(
    of library: Library, articles: [Library.Entry], locale: LanguageTag?
  ) async -> [TreeDiagram] {
    await articles.concurrentMap { entry in
      let shown = library.shownLocale(of: entry, wanted: locale)
      return library.edition(of: entry, in: shown).map {
        TreeDiagram($0, of: entry, codes: library.codes)
      }
    }.compactMap { $0 }
  }
}
