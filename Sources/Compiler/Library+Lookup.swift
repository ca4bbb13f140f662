import Diagnostics

extension Library {
  /// What a name that somebody gave for an article means.
  package enum Lookup: Sendable {
    case found(Entry)
    /// No article has that name; the nearest name of one, when one is near.
    case missing(suggestion: String?)
    /// The ids of the articles that it may mean, sorted.
    case ambiguous([String])
  }

  /// Finds the article that a name means: an id, a file's path, or the end of either.
  ///
  /// `security-info`, `nl-nl/security-info.md`, `content/nl-nl/security-info.md` and, if no other
  /// article's id ends like that, `info/security-info` for `user/info/security-info`.
  package func article(named name: String) -> Lookup {
    let (wanted, stem) = Self.path(named: name)
    if let entry = self[wanted] { return .found(entry) }
    if let entry = self[stem] { return .found(entry) }
    for entry in articles {
      for summary in entry.editions.values {
        let path = summary.path.lowercased()
        if path == wanted || wanted.hasSuffix("/\(path)") { return .found(entry) }
      }
    }
    let ending = articles.filter { $0.id.hasSuffix("/\(stem)") }
    if ending.count > 1 { return .ambiguous(ending.map(\.id)) }
    if let entry = ending.first { return .found(entry) }
    return .missing(suggestion: Suggestion.nearest(to: stem, in: articles.map(\.id)))
  }

  /// A name as paths are compared, in lower case without `./`, and the same without `.md`.
  static func path(named name: String) -> (whole: String, stem: String) {
    var whole = name.lowercased()
    while whole.hasPrefix("./") { whole.removeFirst(2) }
    return (whole, whole.hasSuffix(".md") ? String(whole.dropLast(3)) : whole)
  }
}
