package import Articles
package import Content

/// A file of a translation, as translators work on it: there already, or to be made.
package struct TranslationFile: Sendable {
  package enum Kind: Sendable {
    /// It has the current source text beside it.
    case current
    /// The source has changed since; its sentences are the current ones.
    case outdated
    /// It does not exist yet.
    case new
  }

  package let kind: Kind
  /// Where it stands or will stand, relative to the content folder.
  package let path: String
  /// The file that it translates; its own where that is not in the folder.
  package let sourcePath: String
  /// What the source says in its front matter, by key.
  package let sourceFields: [String: String]
  package let text: UnitFile

  /// Whether there is something to do: the source has changed, a text has no translation, or several
  /// words say the same as the source.
  package var needsWork: Bool {
    if case .outdated = kind { return true }
    return text.units.contains { unit in
      unit.target.map { $0 == unit.source && $0.contains(0x20) } ?? true
    }
  }
}

extension Library {
  /// The files that can be translated into a locale: articles, fragments and tables of contents.
  ///
  /// Files without source text beside them are left out: nobody knows what they translate.
  ///
  /// - Parameters:
  ///   - locale: the language to translate into.
  ///   - paths: only these files, by the path of the source or of the translation; `nil` for all.
  ///   - translationType: what new files say of their translation, `HT` or `MT`.
  /// - Returns: the files, sorted by the path of their source, and the paths that were left out.
  package func translationFiles(
    in locale: LanguageTag, only paths: Set<String>? = nil, translationType: String = "HT"
  ) async -> (files: [TranslationFile], unpaired: [String]) {
    let heading = TranslationDraft.Heading(locale: locale, translationType: translationType)
    let pairs = isLocalized ? localizedPairs(in: locale) : ownPairs(in: locale)
    let wanted = pairs.filter { pair in
      paths.map { $0.contains(pair.source) || $0.contains(pair.target) } ?? true
    }
    let isLocalized = isLocalized
    let folder = folder
    let found = await wanted.concurrentMap { pair in
      isLocalized
        ? TranslationFile(localized: pair, heading, folder) : TranslationFile(own: pair, folder)
    }
    let unpaired = zip(wanted, found).filter { $0.exists && $1 == nil }.map { $0.0.target }
    return (found.compactMap { $0 }, isLocalized ? unpaired : [])
  }

  /// A source file and its translation, by their paths.
  struct FilePair: Sendable {
    var source: String
    var target: String
    var exists: Bool
  }

  private func localizedPairs(in locale: LanguageTag) -> [FilePair] {
    let folders = configuration.localeFolders(in: self.folder.files)
    func folder(of tag: LanguageTag) -> String? { folders.first { LanguageTag($0) == tag } }
    guard let source = locales.first, source != locale, let from = folder(of: source) else {
      return []
    }
    let to = folder(of: locale) ?? locale.rawValue
    let files = Dictionary(
      self.folder.files.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    return self.folder.files.compactMap { path in
      guard path.hasPrefix("\(from)/"), path.lowercased().hasSuffix(".md") else { return nil }
      let target = "\(to)/\(path.dropFirst(from.count + 1))"
      let existing = files[target.lowercased()]
      return FilePair(source: path, target: existing ?? target, exists: existing != nil)
    }
  }

  /// Articles that hold their source text, in a folder of one or mixed locales.
  private func ownPairs(in locale: LanguageTag) -> [FilePair] {
    let others = Set(
      articles.flatMap { entry in
        entry.editions.filter { $0.key != locale }.map(\.value.path)
      })
    return folder.files.filter { $0.lowercased().hasSuffix(".md") && !others.contains($0) }
      .map { FilePair(source: $0, target: $0, exists: true) }
  }
}

extension TranslationFile {
  fileprivate init?(own pair: Library.FilePair, _ folder: ContentFolder) {
    guard let raw = folder.read(pair.target) else { return nil }
    let text = UnitFile(reading: raw)
    guard !text.units.isEmpty else { return nil }
    self.init(
      kind: .current, path: pair.target, sourcePath: pair.source, sourceFields: [:], text: text)
  }

  fileprivate init?(
    localized pair: Library.FilePair, _ heading: TranslationDraft.Heading, _ folder: ContentFolder
  ) {
    guard let source = folder.read(pair.source) else { return nil }
    let fields = Dictionary(
      UnitFile(reading: source).fields.map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first })
    let existing = pair.exists ? folder.read(pair.target).map { UnitFile(reading: $0) } : nil
    let draft = TranslationDraft.make(
      of: source, translation: existing, id: pair.id, heading: heading)
    guard let existing else {
      guard !draft.units.isEmpty else { return nil }
      self.init(
        kind: .new, path: pair.target, sourcePath: pair.source, sourceFields: fields, text: draft)
      return
    }
    guard !existing.units.isEmpty else { return nil }
    let isCurrent = existing.hasSameSource(as: draft)
    self.init(
      kind: isCurrent ? .current : .outdated, path: pair.target, sourcePath: pair.source,
      sourceFields: fields, text: isCurrent ? existing : draft)
  }
}

extension Library.FilePair {
  /// The path without locale and extension, in lower case.
  fileprivate var id: String {
    let parts = source.lowercased().split(separator: "/").dropFirst()
    return String(parts.joined(separator: "/").dropLast(3))
  }
}
