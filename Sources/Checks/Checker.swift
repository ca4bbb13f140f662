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

/// Compiles a folder and applies every rule to it.
package enum Checker {
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
    var all = compiled + texts.flatMap { $0 }
    all += Rules.ofLibraries.flatMap { $0(library) }
    return CheckReport(
      library: library,
      findings: await narrowed(Array(Set(all)), folder).sorted(), fileCount: files.count)
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

  /// The findings, each at the words that it quotes.
  private static func narrowed(
    _ findings: [Diagnostic], _ folder: ContentFolder
  ) async -> [Diagnostic] {
    let groups = Dictionary(grouping: findings, by: \.location.path).sorted { $0.key < $1.key }
    return await groups.concurrentMap { path, findings in
      guard let bytes = folder.read(path) else { return findings }
      let lines = SourceLines(bytes)
      return findings.map { $0.narrowed(in: lines) }
    }.flatMap { $0 }
  }
}
