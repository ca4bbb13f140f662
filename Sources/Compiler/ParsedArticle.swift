import Articles
import Content
import Decisions
import Diagnostics

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

  /// Reads a file of the folder.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is on the disk.
  ///   - path: the file, relative to the folder.
  ///   - id: the article's id, which its nodes' ids begin with.
  ///   - folder: the files.
  ///   - source: the language of source texts beside translations.
  ///   - locale: the language of the article's text.
  init(
    _ bytes: [UInt8], path: String, id: String, in folder: ContentFolder, source: LanguageTag,
    locale: (Article) -> LanguageTag
  ) {
    let result = ArticleReader.read(
      bytes, path: path, including: folder.read, spelling: folder.spelling(of:))
    self.locale = locale(result.article)
    let language = result.article.isSideBySide ? source : self.locale
    article = StepReferences.linking(result.article, in: language)
    diagnostics = result.diagnostics
    tree = TreeBuilder.tree(of: article, id: id, in: language)
    size = bytes.count
    var digest = Digest()
    digest.add(bytes)
    for include in article.includes { digest.add(folder.read(include) ?? []) }
    version = digest.shortText
  }
}
