import Checks
import Compiler
import Content
import Decisions
import Diagnostics

/// What shells may complete behind the commands, with the folder that the words name so far.
///
/// The shells themselves leave out what does not begin with the word that is being written.
enum Completions {
  /// The ids of the articles.
  @Sendable static func articles(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    folder(in: words).map { LibraryCompiler.articleIDs(in: $0) } ?? []
  }

  /// The ids of the articles and, as no folder is named yet, the folders that may be.
  @Sendable static func places(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let folders = namedFolder(in: words) == nil ? FileSystem.subfolders(startingWith: prefix) : []
    return articles(words, index, prefix) + folders
  }

  /// The ids of the articles, and the codes of findings.
  @Sendable static func explained(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    articles(words, index, prefix) + FindingKinds.all.map(\.code.rawValue)
  }

  /// The ids that the folder's permalink lock has as published.
  @Sendable static func published(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let bytes = folder(in: words)?.read(PermalinkLock.fileName) else { return [] }
    var ignored: [Diagnostic] = []
    let lock = PermalinkLock(bytes, diagnostics: &ignored)
    return lock?.nodes.keys.map(\.rawValue).sorted() ?? []
  }

  @Sendable static func locales(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let folder = folder(in: words) else { return [] }
    return LibraryCompiler.locales(in: folder).map(\.rawValue)
  }

  /// The folder among the words behind the command; else the default one.
  private static func folder(in words: [String]) -> ContentFolder? {
    FileSystem.contentFolder(at: namedFolder(in: words) ?? FileSystem.defaultContent)
  }

  private static func namedFolder(in words: [String]) -> String? {
    words.dropFirst(2).first { !$0.hasPrefix("-") && FileSystem.isFolder($0) }
  }
}
