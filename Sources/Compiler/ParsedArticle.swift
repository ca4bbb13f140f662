import Articles
import Content
import Decisions
import Diagnostics
import Synchronization

/// One file, parsed, with the tree of its own ids.
struct ParsedArticle: Sendable {
  let article: Article
  let tree: DecisionTree
  /// The language of its text.
  let locale: LanguageTag
  /// The digest of the file and the files it includes: eight hexadecimal digits.
  let version: String
  /// How many bytes the file has.
  let size: Int
  let diagnostics: [Diagnostic]

  /// Reads a file of the folder; `nil` when it cannot be read.
  ///
  /// - Parameters:
  ///   - path: the file, relative to the folder.
  ///   - id: the article's id, which its nodes' ids begin with.
  ///   - folder: the files.
  ///   - source: the language of source texts beside translations.
  ///   - locale: the language of the article's text.
  init?(
    _ path: String, id: String, in folder: ContentFolder, source: LanguageTag,
    locale: (Article) -> LanguageTag
  ) {
    guard let bytes = folder.read(path) else { return nil }
    let result = ArticleReader.read(
      bytes, path: path, including: folder.read, spelling: folder.spelling(of:))
    article = StepReferences.linking(result.article)
    diagnostics = result.diagnostics
    self.locale = locale(article)
    tree = TreeBuilder.tree(
      of: article, id: id, in: article.isSideBySide ? source : self.locale)
    size = bytes.count
    var digest = Digest()
    digest.add(bytes)
    for include in article.includes { digest.add(folder.read(include) ?? []) }
    version = digest.shortText
  }
}

/// How much parsed text a library may still hold, so that it need not be parsed again.
///
/// A class, because all tasks that read articles draw on the same room.
final class TextRoom: Sendable {
  /// In bytes of the files; parsed, they take about eight times as much.
  static let size = 24 << 20

  private let rest = Mutex(TextRoom.size)

  /// The article, when there is room for it.
  func keep(_ parsed: ParsedArticle) -> ParsedArticle? {
    rest.withLock { rest in
      guard rest >= parsed.size else { return nil }
      rest -= parsed.size
      return parsed
    }
  }
}
