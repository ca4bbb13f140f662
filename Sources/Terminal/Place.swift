package import Compiler
import Content
package import Decisions
package import Search

/// Where a reader stands.
package enum Place: Sendable {
  /// The list of all articles.
  case topics
  /// What a search found, the best first.
  case matches(words: String, [SearchDocument])
  /// In an article's tree.
  case article(Visit)
}

/// A walk through one article.
package struct Visit: Sendable {
  package var entry: Library.Entry
  package var edition: Edition
  package var walk: Walk
  /// The node at which the visit began; Back leaves it there when it came from elsewhere.
  let start: Node.ID
  /// How many steps of a procedure are passed, when they are shown one by one.
  var passedSteps = 0
  /// Whether a link led to one step, which is then shown by itself.
  var isAtStep = false

  /// Starts at a node, or at the root; `nil` when the article cannot be read or has no such node.
  init?(_ entry: Library.Entry, at id: Node.ID?, in locale: LanguageTag, of library: Library) {
    let shown = library.locales(of: entry).contains(locale) ? locale : entry.source
    guard let edition = library.edition(of: entry, in: shown),
      let start = id ?? edition.tree.root?.id, let walk = Walk(edition.tree, at: start)
    else { return nil }
    self.entry = entry
    self.edition = edition
    self.walk = walk
    self.start = start
  }

  /// The same point in another locale.
  func translated(to locale: LanguageTag, of library: Library) -> Visit? {
    guard var other = Visit(entry, at: start, in: locale, of: library),
      let walk = Walk(other.edition.tree, at: walk.node.id)
    else { return nil }
    other.walk = walk
    other.passedSteps = passedSteps
    other.isAtStep = isAtStep
    return other
  }
}
