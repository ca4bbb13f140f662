import Articles
package import Compiler
package import Content
package import Diagnostics
import Storage

/// Everything a writer should know about a content folder.
package struct CheckReport: Sendable {
  package let library: Library
  /// Sorted by place, with the levels that the folder's own settings give them.
  package let findings: [Diagnostic]
  /// How many files were read.
  package let fileCount: Int
}

/// Compiles a folder and applies rules to it.
package enum Checker {
  /// Compiles a folder; what breaks a promise to readers, and what else reading found, has the levels
  /// that the folder asks for.
  ///
  /// - Parameters:
  ///   - folder: the files.
  ///   - fallbackLocale: the locale of articles that do not name theirs.
  ///   - cache: what is known of articles that were read before.
  ///   - expecting: whether to walk what `expectations.yml` describes.
  ///   - attach: makes what is kept with an article in the cache.
  /// - Returns: the library, and what is wrong with it, sorted by place.
  package static func compile(
    _ folder: ContentFolder, fallbackLocale: LanguageTag?, cache: ArticleCache? = nil,
    expecting: Bool = false,
    attaching attach: @escaping @Sendable (Inspection) -> [UInt8] = { _ in [] }
  ) async -> (library: Library, findings: [Diagnostic]) {
    var (library, found) = await LibraryCompiler.compile(
      folder, fallbackLocale: fallbackLocale, cache: cache, attaching: attach,
      inspecting: { inspection in
        MergeMarkers.mayStand(in: inspection.bytes) ? MergeMarkers.find(in: inspection.file) : []
      })
    if expecting { found += UnmetExpectations.find(in: library) }
    let levels = Levels(library.configuration)
    let files = Set(found.map(\.location.path)).sorted()
    return await settle(found, of: library, in: files, levels, reportsUnused: false)
  }

  /// Compiles and checks a folder, articles in parallel.
  ///
  /// - Parameters:
  ///   - folder: the files.
  ///   - fallbackLocale: the locale of articles that do not name theirs.
  ///   - rules: what besides is wrong with a folder's files, found by modules unknown here.
  ///   - cache: what is known of articles that were checked before.
  ///   - attach: makes what is kept with an article in the cache.
  /// - Returns: the library with every finding, those of reading and compiling included.
  package static func check(
    _ folder: ContentFolder, fallbackLocale: LanguageTag?,
    rules: [@Sendable (ContentFolder) -> [Diagnostic]] = [], cache: ArticleCache? = nil,
    attaching attach: @escaping @Sendable (Inspection) -> [UInt8] = { _ in [] }
  ) async -> CheckReport {
    let (library, compiled) = await LibraryCompiler.compile(
      folder, fallbackLocale: fallbackLocale, cache: cache, attaching: attach,
      inspecting: { inspection in
        let file = inspection.file
        return Rules.ofTexts.flatMap { $0(file) } + Rules.ofArticles.flatMap { $0(inspection) }
      })
    let levels = Levels(library.configuration)
    guard !library.configuration.isBroken else {
      // Whatever else was found would be wrong once the configuration can be read.
      let (known, settled) = await settle(
        compiled, of: library, in: [Configuration.fileName], levels, reportsUnused: false)
      return CheckReport(library: known, findings: settled, fileCount: 1)
    }
    let files = folder.files.filter { isMarkdown($0, in: library) }
    let fragments = files.filter { library.article(at: $0) == nil }
    let texts = await fragments.concurrentMap { path in findings(inTextOf: path, folder) }
    var all = compiled + texts.flatMap { $0 } + levels.findings
    for rule in Rules.ofLibraries { all += await rule(library) }
    for rule in rules { all += rule(folder) }
    let others = Set(all.map(\.location.path)).subtracting(files)
    let (known, settled) = await settle(
      all, of: library, in: (files + others).sorted(), levels, reportsUnused: true)
    return CheckReport(library: known, findings: settled, fileCount: files.count)
  }

  /// Articles, and the fragments that they may include.
  private static func isMarkdown(_ path: String, in library: Library) -> Bool {
    library.article(at: path) != nil
      || path.lowercased().hasSuffix(".md")
        && path.lowercased().split(separator: "/").dropLast().contains("includes")
  }

  private static func findings(inTextOf path: String, _ folder: ContentFolder) -> [Diagnostic] {
    let file = MarkdownFile(path: path, SourceText.utf8(folder.read(path) ?? []))
    return Rules.ofTexts.flatMap { $0(file) }
  }

  /// The findings, each once, at the words that it quotes, with its level, without those that a
  /// comment allows; what is settled is kept with the library.
  private static func settle(
    _ findings: [Diagnostic], of library: Library, in files: [String], _ levels: Levels,
    reportsUnused: Bool
  ) async -> (library: Library, findings: [Diagnostic]) {
    let fragments = NearestFragments(for: findings, among: library.folder.files)
    let findings = findings.map { fragments.proposing(in: $0) }
    let groups = Dictionary(grouping: findings, by: \.location.path)
    let folder = library.folder
    let known = library.cache?.settled
    let rules = known.map { _ in folder.fingerprint(Configuration.fileName) }
    let parts = await files.concurrentMap { path in
      let group = Set(groups[path] ?? []).sorted()
      guard let known, let rules else {
        return SettledFindings(of: settle(group, of: path, in: folder, levels, reportsUnused))
      }
      let key = SettledFindings.key(of: group, folder.fingerprint(path), rules, reportsUnused)
      return SettledFindings(key, known.value(of: path, madeOf: key)) {
        settle(group, of: path, in: folder, levels, reportsUnused)
      }
    }
    // Each file's are sorted, and so are the files.
    let settled = parts.flatMap(\.findings)
    guard known != nil else { return (library, settled) }
    let memo = Memo(
      Dictionary(zip(files, parts.map(\.entry)), uniquingKeysWith: { first, _ in first })
        .compactMapValues { $0 })
    return (library.keeping(memo, isChanged: parts.contains(where: \.isNew)), settled)
  }

  private static func settle(
    _ group: [Diagnostic], of path: String, in folder: ContentFolder, _ levels: Levels,
    _ reportsUnused: Bool
  ) -> [Diagnostic] {
    let bytes = SourceText.utf8(folder.read(path) ?? [])
    let lines = SourceLines(bytes.count <= SourceText.maximumSize ? bytes : [])
    let placed = group.map { $0.narrowed(in: lines) }
    let allowances = Allowance.all(in: bytes, path: path)
    let (left, unused) = Allowance.apply(allowances, to: placed)
    return (left + (reportsUnused ? unused : [])).compactMap { levels.apply(to: $0) }.sorted()
  }
}

/// The findings in a file as they are reported, and what they were made of.
private struct SettledFindings {
  let findings: [Diagnostic]
  let entry: Memo.Entry?
  let isNew: Bool

  init(of findings: [Diagnostic]) {
    self.findings = findings
    entry = nil
    isNew = false
  }

  /// Takes the findings that were settled before, or settles them.
  init(_ key: Fingerprint, _ known: ArraySlice<UInt8>?, settling settle: () -> [Diagnostic]) {
    if let known {
      var reader = BinaryReader(known)
      if let kept = try? reader.read([Diagnostic].self) {
        findings = kept
        entry = Memo.Entry(key: key, value: known)
        isNew = false
        return
      }
    }
    findings = settle()
    var writer = BinaryWriter()
    writer.write(findings)
    entry = Memo.Entry(key: key, value: writer.bytes)
    isNew = true
  }

  /// What settled findings depend on: the findings, their file, and the folder's settings.
  static func key(
    of group: [Diagnostic], _ file: Fingerprint?, _ rules: Fingerprint?, _ reportsUnused: Bool
  ) -> Fingerprint {
    var writer = BinaryWriter()
    writer.write(group)
    writer.write(file)
    writer.write(rules)
    writer.write(reportsUnused)
    return Fingerprint(of: writer.bytes)
  }
}
