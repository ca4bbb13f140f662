package import Compiler
package import Content
package import Decisions
package import Search

/// One reader's session: where they stand, where they came from, and how it is shown.
///
/// It is a value; `apply` is its only way to move. It reads articles through the library.
package struct WalkSession: Sendable {
  package internal(set) var library: Library
  package internal(set) var locale: LanguageTag
  package internal(set) var place: Place
  /// The places that jumps left, the last one on top.
  var returns: [Place] = []
  /// The place that Restart leads to.
  let beginning: Place
  /// Whether the source text is shown with each translation.
  package internal(set) var isPaired = false
  /// Whether procedures are shown step by step.
  package internal(set) var isStepwise = false
  /// The nodes that were shown, in order, without immediate repetitions.
  package internal(set) var history: [Seen] = []
  private var indexes: [LanguageTag: SearchIndex] = [:]

  /// A node that was shown.
  package struct Seen: Hashable, Sendable {
    package let node: Node.ID
    /// In the language in which it was shown.
    package let title: String
  }

  /// So many matches that one digit chooses any.
  static let matchLimit = 9

  /// What a command led to.
  package enum Outcome: Hashable, Sendable {
    /// There is something new to show: the prompt, after a message if there is one.
    case moved(String?)
    /// Nothing changed; a message says why or what.
    case stayed(String)
    /// The keys are to be listed.
    case help
    /// The nodes that were shown are to be listed.
    case history
    /// The note is to be shown, and written to a file if one is named.
    case note(file: String?)
    /// The step's page is to be opened.
    case open
    /// The reader leaves.
    case left
    /// Nothing changed, since something must be worked out first; then the command is to be
    /// applied again.
    case needs(Need)
  }

  /// What a session cannot do without.
  package enum Need: Hashable, Sendable {
    /// All articles, where only some were read so far: `adopt(library:)`.
    case library
    /// The index of a locale: `adopt(index:for:)`.
    case index(LanguageTag)
  }

  /// Starts at the list of topics.
  package init(_ library: Library, locale: LanguageTag) {
    self.init(library, locale: locale, at: .topics)
  }

  /// Starts at a node; `nil` when there is no such node, or it cannot be read.
  package init?(_ library: Library, locale: LanguageTag, node: Node.ID) {
    guard let entry = library.entry(of: node),
      let visit = Visit(entry, at: node, in: locale, of: library)
    else { return nil }
    self.init(library, locale: locale, at: .article(visit))
  }

  /// Starts at what a search found; `nil` when it found nothing.
  package init?(_ library: Library, locale: LanguageTag, words: String, in index: SearchIndex) {
    let found = index.matches(words, limit: Self.matchLimit).map { index.documents[$0.document] }
    guard !found.isEmpty else { return nil }
    self.init(library, locale: locale, at: .matches(words: words, found))
    indexes[locale] = index
  }

  private init(_ library: Library, locale: LanguageTag, at place: Place) {
    self.library = library
    self.locale = locale
    self.place = place
    beginning = place
    remember()
  }

  mutating func remember() {
    guard let node = visit?.walk.node, history.last?.node != node.id else { return }
    history.append(Seen(node: node.id, title: node.title.words(phrases).trimmed))
  }

  package var phrases: PhraseBook { .phrases(for: locale) }

  /// The walk, when the reader stands in an article.
  package var visit: Visit? {
    if case .article(let visit) = place { return visit }
    return nil
  }

  /// Whether the reader stands on an end.
  package var isAtEnd: Bool { visit?.walk.node.isEnd ?? false }

  /// Goes on with a library that holds more.
  package mutating func adopt(library: Library) { self.library = library }

  /// Keeps the index of a locale.
  package mutating func adopt(index: SearchIndex, for locale: LanguageTag) {
    indexes[locale] = index
  }

  /// The index of the session's locale, once it was adopted.
  package var index: SearchIndex? { indexes[locale] }

  /// The note about the way to where the reader stands.
  ///
  /// - Parameter site: where the site stands, without a slash at its end; `nil` when nobody said.
  /// - Returns: `nil` outside of articles.
  package func note(site: String?) -> Note? {
    guard let visit else { return nil }
    return Note(
      of: visit.walk.node, in: visit.edition, library: library,
      words: Note.Words(in: locale, about: visit.edition), address: address(site: site))
  }

  /// The address of the page where the reader stands; `nil` outside of articles or without a site.
  package func address(site: String?) -> String? {
    guard let site, let page else { return nil }
    return "\(site)/\(page)"
  }

  /// The page where the reader stands, relative to the site; `nil` outside of articles.
  package var page: String? {
    guard let visit else { return nil }
    let shown = library.locales(of: visit.entry).contains(locale) ? locale : visit.entry.source
    let place = library.address(
      of: visit.walk.node, inArticle: visit.entry.id, in: shown)
    return place.page + (place.fragment.isEmpty ? "" : "#\(place.fragment)")
  }
}
