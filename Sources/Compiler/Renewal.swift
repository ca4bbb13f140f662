import Articles
import Content
import Storage

/// Makes the translations anew whose source article has changed (`RenewedArticle`).
///
/// What is made depends on both files, and so does what the cache keeps of it.
struct Renewal: Sendable {
  let folder: ContentFolder
  let configuration: Configuration
  let room: TextRoom
  /// Makes what is kept with an article.
  let attach: @Sendable (Inspection) -> [UInt8]
  /// Reads an article by itself.
  let read: @Sendable (LibraryCompiler.File, ContentFolder, (Inspection) -> Void) -> Reading

  /// A translation, and the edition that its article has in the source language.
  private struct Pair: Sendable {
    let index: Int
    let source: Reading.Edition
  }

  /// The same readings, translations as they are to be shown.
  ///
  /// - Parameters:
  ///   - readings: what was read of files, parallel to them.
  ///   - files: the articles.
  ///   - isKept: whether the cache keeps what is made.
  /// - Returns: the readings in the same order.
  func renewing(
    _ readings: [CachedReading], of files: [LibraryCompiler.File], isKept: Bool
  ) async -> [CachedReading] {
    let outdated = outdatedPairs(in: readings)
    guard !outdated.isEmpty else { return readings }
    let made = await outdated.concurrentMap { pair in
      renewed(readings[pair.index], of: files[pair.index], pair.source, isKept: isKept)
    }
    var out = readings
    for (pair, reading) in zip(outdated, made) { out[pair.index] = reading }
    return out
  }

  private func outdatedPairs(in readings: [CachedReading]) -> [Pair] {
    guard configuration.locales.count > 1 else { return [] }
    let language = configuration.source
    var sources: [String: Reading.Edition] = [:]
    for case let edition? in readings.lazy.map(\.reading.edition)
    where edition.locale == language && sources[edition.id] == nil {
      sources[edition.id] = edition
    }
    return readings.indices.compactMap { index in
      guard let edition = readings[index].reading.edition, edition.locale != language,
        let source = sources[edition.id], !edition.isCurrent(with: source)
      else { return nil }
      return Pair(index: index, source: source)
    }
  }

  private func renewed(
    _ known: CachedReading, of file: LibraryCompiler.File, _ source: Reading.Edition, isKept: Bool
  ) -> CachedReading {
    var known = known
    let log = ReadLog()
    let folder = folder.logging(to: log)
    if known.reading.edition?.renewedFrom != nil {
      // It was made from another source, or from what that said before.
      var attachment: [UInt8] = []
      let plain = read(file, folder) { attachment = attach($0) }
      known = CachedReading(
        renewed: plain, of: file.path, log, attachment: attachment, isKept: isKept)
      if plain.edition?.isCurrent(with: source) ?? true { return known }
    }
    let plain = known.reading
    guard let edition = plain.edition,
      let parsed = ParsedArticle(
        file.path, renewedFrom: source.path, id: file.id, in: folder,
        source: configuration.source, locale: edition.locale)
    else { return known }
    var reading = plain
    reading.edition = edition.renewed(as: parsed, from: source)
    room.forget(file.path)
    room.keep(parsed)
    let inspection = Inspection(
      bytes: SourceText.utf8(folder.read(file.path) ?? []), article: parsed.article,
      tree: parsed.tree, locale: parsed.locale)
    let attachment = isKept ? attach(inspection) : []
    return CachedReading(
      renewed: reading, of: file.path, log, attachment: attachment, isKept: isKept)
  }
}

extension Reading.Edition {
  /// Whether a translation is as its source article has it; one without source text beside it is
  /// taken as it is.
  fileprivate func isCurrent(with source: Reading.Edition) -> Bool {
    guard let sourcePrint, let wanted = source.sourcePrint else { return true }
    return sourcePrint == wanted && tree.shape == source.tree.shape
      && (renewedFrom == nil || renewedFrom == source.path)
  }

  /// The same file with other decisions and words; the links to check are those that it holds.
  fileprivate func renewed(as parsed: ParsedArticle, from source: Reading.Edition) -> Self {
    Self(
      id: id, path: path, locale: locale, title: parsed.article.title,
      tree: TreeOutline(parsed.tree, tracesNodes: false), links: links,
      bookmarks: Set(parsed.article.bookmarks).sorted(), uid: uid,
      sourcePrint: source.sourcePrint, renewedFrom: source.path)
  }
}
