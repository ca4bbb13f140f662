package import Content
package import Decisions

/// What `permalinks.json` records: every address that was ever published, and what became of it
/// (design.md, 4).
package struct PermalinkLock: Hashable, Sendable {
  /// The file's name, at the top of the content folder.
  package static let fileName = "permalinks.json"

  /// A node that is published.
  package struct Record: Hashable, Sendable {
    package var code: StepCode
    /// Where it stands in each locale's folder, such as `security-info.html#change-your-info`.
    package var address: String
    /// Where it stood before, in the order of the changes; these lead to it.
    package var former: [String] = []
    /// The id that its text gives now, when that is no longer the published one.
    package var key: Node.ID?
    /// Its words in the source language; `nil` for ends that Waymark adds to a step.
    package var title: String?
    package var print: TextPrint?
    /// Of an article's first node, when the article never had a source in the folder's source
    /// language: the locale that stands in for it.
    package var source: LanguageTag?

    /// Whether Waymark added it as the end of a step, so that it goes where its step goes.
    var isGenerated: Bool { title == nil }
  }

  /// A node that is now another.
  package struct Move: Hashable, Sendable {
    package var to: Node.ID
    package var address: String
    /// `nil` when the other node took the code over.
    package var code: StepCode?
  }

  /// A node that is gone for good.
  package struct Retirement: Hashable, Sendable {
    package var code: StepCode
    package var address: String
    package var title: String?
    /// Why, in the words of whoever retired it.
    package var reason: String
    /// What helps instead.
    package var replacement: Node.ID?
  }

  /// The folder's source language when the file was written; `nil` in files of before it was recorded.
  package var source: LanguageTag?
  package var nodes: [Node.ID: Record] = [:]
  package var moved: [Node.ID: Move] = [:]
  package var retired: [Node.ID: Retirement] = [:]

  package init() {}

  /// Every code that was ever given.
  package var codes: [StepCode] {
    nodes.values.map(\.code) + moved.values.compactMap(\.code) + retired.values.map(\.code)
  }

  /// Where a moved node is now: at the end of a chain of moves, which may be a retired one.
  package func destination(of id: Node.ID) -> Node.ID {
    var current = id
    var seen: Set<Node.ID> = []
    while let move = moved[current], seen.insert(current).inserted { current = move.to }
    return current
  }
}
