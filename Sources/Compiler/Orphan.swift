package import Content
import Decisions

/// Translations of an article that was published from its source, and has that no longer.
///
/// They are left out: else readers of every language would get the words of one.
package struct Orphan: Sendable {
  /// The article's id.
  package let id: String
  /// The files of its translations, in the order of the locales.
  package let paths: [String]
  /// The article that has its source now: recorded as such, or so like it that it seems to.
  package internal(set) var successor: String?
}

extension Orphan {
  /// Takes the orphans out of a library's articles.
  ///
  /// There are none where the lock does not say what the source language was, or where that is another
  /// now: what had a source then is not known.
  ///
  /// - Parameters:
  ///   - joined: all articles, each with the editions that there are.
  ///   - lock: what was published.
  ///   - locales: those of the folder, the source first.
  /// - Returns: the other articles, and the orphans in the order of ids.
  static func split(
    _ joined: [LibraryCompiler.Joined], _ lock: PermalinkLock, _ locales: [LanguageTag]
  ) -> (articles: [LibraryCompiler.Joined], orphans: [LibraryCompiler.Joined]) {
    guard let source = locales.first, lock.source == source else { return (joined, []) }
    let orphans = joined.filter { $0.entry.source != source && lock.hadSource($0.entry.id) }
    guard !orphans.isEmpty else { return (joined, []) }
    let ids = Set(orphans.map(\.entry.id))
    return (joined.filter { !ids.contains($0.entry.id) }, orphans)
  }

  init(
    _ joined: LibraryCompiler.Joined, _ permalinks: Permalinks,
    among articles: [LibraryCompiler.Joined], _ locales: [LanguageTag]
  ) {
    let entry = joined.entry
    id = entry.id
    paths = entry.paths(in: locales)
    successor = Self.successor(
      of: joined, permalinks,
      articles.filter { part in
        part.entry.source == locales.first
      })
  }

  /// Where the lock says that the article is, else a new article with nearly its text, else the only
  /// new one with its decisions.
  private static func successor(
    of orphan: LibraryCompiler.Joined, _ permalinks: Permalinks,
    _ sources: [LibraryCompiler.Joined]
  ) -> String? {
    let id = Node.ID(orphan.entry.id)
    let recorded = permalinks.lock.destination(of: id).rawValue
    if recorded != id.rawValue {
      return sources.contains { $0.entry.id == recorded } ? recorded : nil
    }
    let added = Set(permalinks.added.map(\.rawValue))
    let fresh = sources.filter { added.contains($0.entry.id) }.map { ($0.entry.id, $0.shape) }
    let nearest = permalinks.lost.first { $0.id == id }?.nearest?.rawValue
    if let nearest, fresh.contains(where: { $0.0 == nearest }) { return nearest }
    let alike = fresh.filter { $0.1 == orphan.shape && orphan.entry.nodes.count > 1 }
    return alike.count == 1 ? alike.first?.0 : nil
  }
}

extension PermalinkLock {
  /// Whether an article was published from its source.
  fileprivate func hadSource(_ id: String) -> Bool {
    let root = Node.ID(id)
    if let record = nodes[root] { return record.source == nil }
    return moved[root] != nil || retired[root] != nil
  }
}

extension Library.Entry {
  /// The files of its editions, also of those that do not fit, in the order of some locales.
  package func paths(in locales: [LanguageTag]) -> [String] {
    locales.compactMap { (editions[$0] ?? misfits[$0])?.path }
  }
}

extension Permalinks {
  /// Takes in what became of articles whose source is gone.
  ///
  /// No text proves such a move: to record it without moving the translations would lose them.
  mutating func settle(_ orphans: [Orphan]) {
    self.orphans = orphans
    guard !orphans.isEmpty else { return }
    lost = lost.map { loss in
      guard let orphan = orphans.first(where: { $0.id == loss.id.rawValue }) else { return loss }
      return Loss(
        id: loss.id, title: loss.title, nearest: orphan.successor.map { Node.ID($0) },
        isProven: false)
    }
  }

  /// The orphan that an article's id belongs to.
  package func orphan(_ id: String) -> Orphan? { orphans.first { $0.id == id } }

  /// Whether every link that was given out leads somewhere, but for those to an orphan.
  package func isSound(besides orphan: Orphan?) -> Bool {
    !isBroken && lost.allSatisfy { $0.id.rawValue == orphan?.id }
  }
}

extension Library {
  /// The orphan that a name means: its id, or the path of its source or of a translation.
  package func orphan(named name: String) -> Orphan? {
    let stem = Self.path(named: name).stem
    return permalinks.orphans.first { orphan in
      let stems = orphan.paths.map { $0.lowercased().dropLast(3) }
      let source = "\(locales.first?.rawValue ?? "")/\(orphan.id)"
      return stem == orphan.id
        || (stems + [source[...]]).contains { stem == $0 || stem.hasSuffix("/\($0)") }
    }
  }
}
