import Articles
import Content
import Decisions

/// Says which heading or answer a translation without source text beside it lacks, or has too much.
///
/// The words are in two languages, so only the parts' places and kinds can be compared.
struct PartDifference {
  /// One of two trees, with the node in it at which they part.
  private struct Side {
    let path: String
    let node: Node?
    /// What the node leads to.
    let parts: [Part]

    init(_ node: Node?, of parsed: ParsedArticle?) {
      path = parsed?.article.path ?? ""
      self.node = node
      parts =
        node?.choices.compactMap { choice in
          parsed?.tree[choice.target].map { Part(role: choice.role, node: $0) }
        } ?? []
    }

    func name(_ node: Node) -> String {
      let title = node.title.text.map { "'\($0.targetWords.condensed)'" }
      return "\(title ?? TreeDifference.words(for: node)) (\(path):\(max(1, node.line)))"
    }

    /// The parts of a range: one by its name, several by the first and the last.
    func names(_ range: Range<Int>) -> String {
      guard let first = range.first, let last = range.last, parts.indices.contains(last) else {
        return ""
      }
      let name = name(parts[first].node)
      return first == last ? name : "from \(name) to \(self.name(parts[last].node))"
    }
  }

  private struct Part {
    let role: Choice.Role
    let node: Node

    func isLike(_ other: Part) -> Bool {
      role == other.role && node.kind == other.node.kind
        && node.choices.count == other.node.choices.count
    }
  }

  private let own: Side
  private let source: Side

  init(
    _ node: Node?, of translation: ParsedArticle?, _ other: Node?, of source: ParsedArticle?
  ) {
    own = Side(node, of: translation)
    self.source = Side(other, of: source)
  }

  /// What to do about it.
  var hint: String {
    let surplus = own.parts.count - source.parts.count
    if own.node?.kind == source.node?.kind, surplus < 0 {
      let (range, before) = places(more: source.parts, less: own.parts)
      let place = before.map { " behind \(own.name(own.parts[$0].node))" } ?? " at the beginning"
      return range.count == -surplus
        ? "translate \(source.names(range)), and put that\(place)"
        : "translate what is missing of the \(range.count) parts \(source.names(range))"
    }
    if own.node?.kind == source.node?.kind, surplus > 0 {
      let (range, _) = places(more: own.parts, less: source.parts)
      return range.count == surplus
        ? "delete \(own.names(range)), or add it to '\(source.path)'"
        : "delete what the source has not of the \(range.count) parts \(own.names(range)), or add it "
          + "to '\(source.path)'"
    }
    switch (own.node, source.node) {
    case (let node?, let other?):
      return "write \(own.name(node)) in the form of \(source.name(other))"
    case (nil, let other?): return "translate \(source.name(other)) and what follows it"
    case (let node?, nil): return "delete \(own.name(node)) and what follows it"
    case (nil, nil): return "write it in the form of '\(source.path)'"
    }
  }

  /// Which parts may be those that the shorter row has not, by what is the same before and behind
  /// them, and after which of its own they belong.
  private func places(more: [Part], less: [Part]) -> (range: Range<Int>, before: Int?) {
    let head = zip(more, less).prefix { $0.isLike($1) }.count
    let tail = zip(more.reversed(), less.reversed()).prefix { $0.isLike($1) }.count
    let first = min(head, less.count - tail)
    let end = max(head + more.count - less.count, more.count - tail)
    return (first..<end, first > 0 ? first - 1 : nil)
  }
}
