import Compiler
import Content

/// What shells may complete behind `walk` and `find`.
enum Completions {
  /// The ids of the articles in the folder that the words name so far.
  @Sendable static func places(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    folder(in: words).map { LibraryCompiler.articleIDs(in: $0) } ?? []
  }

  @Sendable static func locales(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let folder = folder(in: words) else { return [] }
    return LibraryCompiler.locales(in: folder).map(\.rawValue)
  }

  /// The folder among the words behind the command; else the default one.
  private static func folder(in words: [String]) -> ContentFolder? {
    let named = words.dropFirst(2).first { !$0.hasPrefix("-") && FileSystem.isFolder($0) }
    return FileSystem.contentFolder(at: named ?? PlaceArguments.defaultFolder)
  }
}
