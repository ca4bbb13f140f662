package import Compiler
package import Content
package import Decisions

/// One reader's session: where they stand, where they came from, and how it is shown.
///
/// It is a value; `apply` is its only way to change. It reads articles through the library.
package struct WalkSession: Sendable {
  package private(set) var library: Library
  package internal(set) var locale: LanguageTag
  package internal(set) var place: Place
  /// The places that jumps left, the last one on top.
  var returns: [Place] = []
  /// The place that Restart leads to.
  let beginning: Place
  /// Whether the source text is shown with each translation.
  package internal(set) var isPaired = false

  /// What a command led to.
  package enum Outcome: Hashable, Sendable {
    /// There is something new to show: the prompt, after a message if there is one.
    case moved(String?)
    /// Nothing changed; a message says why or what.
    case stayed(String)
    /// The keys are to be listed.
    case help
    /// The note is to be shown.
    case note
    /// The step's page is to be opened.
    case open
    /// The reader leaves.
    case left
  }

  /// Starts at the list of topics.
  package init(_ library: Library, locale: LanguageTag) {
    self.library = library
    self.locale = locale
    place = .topics
    beginning = .topics
  }

  /// Starts at a node, or at an article's root; `nil` when there is no such node.
  package init?(_ library: Library, locale: LanguageTag, article id: String, node: Node.ID? = nil) {
    guard let entry = library[id],
      let visit = Visit(entry, at: node, in: locale, of: library)
    else { return nil }
    self.library = library
    self.locale = locale
    place = .article(visit)
    beginning = place
  }

  package var phrases: PhraseBook { .phrases(for: locale) }

  /// The walk, when the reader stands in an article.
  package var visit: Visit? {
    if case .article(let visit) = place { return visit }
    return nil
  }

  /// Whether the reader stands on an end.
  package var isAtEnd: Bool { visit?.walk.node.isEnd ?? false }

  /// The articles that the list of topics offers, in its order.
  package var topics: [Library.Entry] {
    library.articles.filter { library.isLocalized || $0.editions[locale] != nil }
  }
}
