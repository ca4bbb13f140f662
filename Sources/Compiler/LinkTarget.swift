/// What an address in an article leads to.
package enum LinkTarget: Hashable, Sendable {
  /// An article of the library, at one of its bookmarks; at its top when the anchor is empty.
  case article(id: String, anchor: String)
  /// A file of the content folder that exists: a picture, or a file to download.
  case file(String)
  /// The list of all topics.
  case home
  /// A web page or another address outside of the library, ready for use.
  case external(String)
  /// Nothing that could be found; the words of the link stay.
  case nowhere
}

/// An address that leads elsewhere since its article moved.
package struct Redirect: Hashable, Sendable {
  /// The id that the article had.
  package let from: String
  package let to: LinkTarget
  /// The file that says so, and the 1-based line.
  package let file: String
  package let line: Int
}
