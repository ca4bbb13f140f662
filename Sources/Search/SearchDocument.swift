package import Decisions

/// One thing that a search can find: a node with a name of its own.
package struct SearchDocument: Hashable, Sendable {
  package let node: Node.ID
  /// The article that it belongs to.
  package let article: String
  package let kind: Node.Kind
  package let title: String
  /// The article's title; empty for the article itself.
  package let context: String
}
