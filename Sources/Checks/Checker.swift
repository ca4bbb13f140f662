import Articles
package import Compiler
package import Content
package import Diagnostics

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
  /// Compiles a folder, and gives what reading it found the levels that the folder asks for.
  ///
  /// - Parameters:
  ///   - folder: the files.
  ///   - fallbackLocale: the locale of articles that do not name theirs.
  /// - Returns: the library, and what is wrong with it, sorted by place.
  package static func compile(
    _ folder: ContentFolder, fallbackLocale: LanguageTag?
  ) async -> (library: Library, findings: [Diagnostic]) {
    let (library, found) = await LibraryCompiler.compile(folder, fallbackLocale: fallbackLocale)
    let levels = Levels(library.configuration)
    let files = Set(found.map(\.location.path)).sorted()
    let settled = await settle(found, in: files, folder, levels, reportsUnused: false)
    return (library, settled)
  }

  /// Compiles and checks a folder, articles in parallel.
  ///
  /// - Parameters:
  ///   - folder: the files.
  ///   - fallbackLocale: the locale of articles that do not name theirs.
  /// - Returns: the library with every finding, those of reading and compiling included.
  package static func check(
    _ folder: ContentFolder, fallbackLocale: LanguageTag?
  ) async -> CheckReport {
    let (library, compiled) = await LibraryCompiler.compile(
      folder, fallbackLocale: fallbackLocale
    ) { inspection in
      Rules.ofArticles.flatMap { $0(inspection) }
    }
    let files = folder.files.filter { isMarkdown($0, in: library) }
    let texts = await files.concurrentMap { path in findings(inTextOf: path, folder) }
    let levels = Levels(library.configuration)
    var all = compiled + texts.flatMap { $0 } + levels.findings
    for rule in Rules.ofLibraries { all += await rule(library) }
    let others = Set(all.map(\.location.path)).subtracting(files)
    return CheckReport(
      library: library,
      findings: await settle(
        all, in: (files + others).sorted(), folder, levels, reportsUnused: true),
      fileCount: files.count)
  }

  /// Articles, and the fragments that they may include.
  private static func isMarkdown(_ path: String, in library: Library) -> Bool {
    library.article(at: path) != nil
      || path.lowercased().hasSuffix(".md")
        && path.lowercased().split(separator: "/").dropLast().contains("includes")
  }

  private static func findings(inTextOf path: String, _ folder: ContentFolder) -> [Diagnostic] {
    guard let bytes = folder.read(path), bytes.count <= SourceText.maximumSize else { return [] }
    let file = MarkdownFile(path: path, source: SourceLines(bytes))
    return Rules.ofTexts.flatMap { $0(file) }
  }

  /// The findings, each once, at the words that it quotes, with its level, without those that a
  /// comment allows.
  private static func settle(
    _ findings: [Diagnostic], in files: [String], _ folder: ContentFolder, _ levels: Levels,
    reportsUnused: Bool
  ) async -> [Diagnostic] {
    let groups = Dictionary(grouping: Set(findings), by: \.location.path)
    return await files.concurrentMap { path -> [Diagnostic] in
      let group = groups[path] ?? []
      let bytes = folder.read(path) ?? []
      let lines = SourceLines(bytes.count <= SourceText.maximumSize ? bytes : [])
      let placed = group.map { $0.narrowed(in: lines) }
      let allowances = Allowance.all(in: bytes, path: path)
      let (left, unused) = Allowance.apply(allowances, to: placed)
      return (left + (reportsUnused ? unused : [])).compactMap { levels.apply(to: $0) }
    }.flatMap { $0 }.sorted()
  }
}
