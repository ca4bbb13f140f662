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
  /// How many bytes its files have.
  let size: Int
  let standing: Standing
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
    let language = locale(result.article)
    self.init(
      result.article, id: id, in: folder, [bytes],
      source: result.article.isSideBySide ? source : language, locale: language,
      diagnostics: result.diagnostics)
  }

  /// Reads a translation of the folder as its source article is now; `nil` when either cannot be
  /// read, or the translation has nothing that the source says.
  ///
  /// - Parameters:
  ///   - path: the translation's file, relative to the folder.
  ///   - sourcePath: the source article's.
  ///   - id: the article's id.
  ///   - folder: the files.
  ///   - source: the language of the source article.
  ///   - locale: the language that it is translated into.
  init?(
    _ path: String, renewedFrom sourcePath: String, id: String, in folder: ContentFolder,
    source: LanguageTag, locale: LanguageTag
  ) {
    guard let bytes = folder.read(path), let sourceBytes = folder.read(sourcePath) else {
      return nil
    }
    let own = ArticleReader.read(
      bytes, path: path, including: folder.read, spelling: folder.spelling(of:))
    let wanted = ArticleReader.read(
      sourceBytes, path: sourcePath, including: folder.read, spelling: folder.spelling(of:))
    guard let renewed = RenewedArticle(own.article, from: wanted.article, in: source) else {
      return nil
    }
    self.init(
      renewed.article, id: id, in: folder, [bytes, sourceBytes], source: source, locale: locale,
      standing: renewed.standing, diagnostics: [])
  }

  /// Finds the tree of an article whose own files hold these bytes.
  private init(
    _ article: Article, id: String, in folder: ContentFolder, _ files: [[UInt8]],
    source: LanguageTag, locale: LanguageTag, standing: Standing = .current,
    diagnostics: [Diagnostic]
  ) {
    self.locale = locale
    self.standing = standing
    self.diagnostics = diagnostics
    self.article = StepReferences.linking(article, in: source)
    tree = TreeBuilder.tree(of: self.article, id: id, in: source)
    size = files.reduce(0) { $0 + $1.count }
    var digest = Digest()
    for bytes in files { digest.add(bytes) }
    for include in article.includes { digest.add(folder.read(include) ?? []) }
    version = digest.shortText
  }
}
