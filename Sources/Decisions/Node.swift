package import Content

/// One thing a reader sees at one point (design.md, 1).
package struct Node: Hashable, Sendable {
  /// `ARTICLE/ANCHOR/KEY…`, the same in every locale (design.md, 4).
  package struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String
    package init(_ rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
  }

  package enum Kind: String, Sendable, CaseIterable {
    case menu, question, remedy, procedure, information, resolved, escalation
  }

  package var id: ID
  package var kind: Kind
  /// The rule that made it of the article's text.
  package var rule: Rule
  /// `nil` on an article's root.
  package var parent: ID?
  /// The 1-based line in the article's file where its text begins.
  package var line: Int
  /// The question, or the heading or label that it stands under.
  package var title: Caption
  /// Symptom or cause: shown, not tried.
  package var explanation: [Block]
  /// Everything else that it shows, in document order; of a procedure, also the lists of its steps.
  package var body: [Block]
  /// In the order in which they are offered.
  package var choices: [Choice]
  /// The links in its text, in document order.
  package var jumps: [Jump]
  /// The id of the heading on the article's page that it stands under; empty for the whole page.
  package var anchor: String
  /// Whether it stands inside a question, and so has a page of its own.
  package var hasOwnPage: Bool

  package init(
    id: ID, kind: Kind, rule: Rule, parent: ID?, line: Int, title: Caption,
    explanation: [Block] = [],
    body: [Block] = [], choices: [Choice] = [], jumps: [Jump] = [], anchor: String,
    hasOwnPage: Bool
  ) {
    self.id = id
    self.kind = kind
    self.rule = rule
    self.parent = parent
    self.line = line
    self.title = title
    self.explanation = explanation
    self.body = body
    self.choices = choices
    self.jumps = jumps
    self.anchor = anchor
    self.hasOwnPage = hasOwnPage
  }

  /// The steps of its numbered lists in order, each with all its blocks; of a procedure or remedy.
  package var steps: [[Block]] {
    guard kind == .procedure || kind == .remedy else { return [] }
    return body.flatMap(\.numberedItems)
  }

  /// Whether a path may end here.
  package var isEnd: Bool { kind == .resolved || kind == .escalation }
}

/// A labelled edge from a node to a child.
package struct Choice: Hashable, Sendable {
  package enum Role: String, Sendable, CaseIterable {
    case answer, fallback, solved, unsolved, topic
  }
  package var role: Role
  package var label: Caption
  package var target: Node.ID
  package init(_ role: Role, _ label: Caption, to target: Node.ID) {
    self.role = role
    self.label = label
    self.target = target
  }
}

/// A link from a node's text to elsewhere; never an edge of the tree.
package struct Jump: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// A node of the same article.
    case node(Node.ID)
    /// A step of a node: its 1-based place among `Node.steps`, and the name of its place in the text.
    case step(Node.ID, number: Int, anchor: StepAnchor)
    /// Another article's file, relative to the content folder, and the anchor behind `#`.
    case article(path: String, anchor: String)
    /// An address outside of the library.
    case url(String)
  }
  package var text: Text
  package var target: Target
  package init(text: Text, target: Target) {
    self.text = text
    self.target = target
  }

  /// The 1-based place of the step that it leads to among its node's steps; `nil` for other jumps.
  package var step: Int? {
    guard case .step(_, let number, _) = target else { return nil }
    return number
  }
}

/// Words on a node: the article's own, or a phrase that every article shares.
package enum Caption: Hashable, Sendable {
  case text(Text)
  case phrase(Phrase)

  /// The article's words; `nil` where Waymark itself speaks.
  package var text: Text? { if case .text(let text) = self { text } else { nil } }
}

/// What Waymark itself says inside a tree; a phrase book has the words for each language.
package enum Phrase: String, Sendable, CaseIterable {
  /// The heading of the end that is reached when a remedy helped.
  case solved
  /// The heading of the end that names whom to contact.
  case getHelp = "get-help"
  /// The answer that a remedy solved the problem.
  case yes
  /// The answer that a remedy did not.
  case no
  /// The answer that a text answered a question.
  case answered
  /// The answer that a text did not.
  case notAnswered = "not-answered"
  /// The way out of a question.
  case noneOfThese = "none-of-these"
}

extension Block {
  /// The items of the numbered lists in it, but not of those inside an item of such a list.
  package var numberedItems: [[Block]] {
    if case .list(let list) = kind, list.start != nil { return list.items }
    return children.flatMap(\.numberedItems)
  }
}
