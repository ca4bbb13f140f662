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

/// The parsed texts that a library still holds, so that they need not be parsed again.
///
/// A class, because all tasks that read articles draw on the same room.
final class TextRoom: Sendable {
  /// What a library may take in memory, its texts included.
  private static let memory = 600 << 20
  /// What it takes for each article besides the text.
  private static let memoryPerArticle = 42 << 10
  /// What a text takes for each byte of its file.
  private static let memoryPerByte = 5
  /// The room in the largest library.
  private static let leastRoom = 16 << 20

  private struct State {
    /// In bytes of the files.
    var rest: Int
    var texts: [String: ParsedArticle] = [:]
  }

  private let state: Mutex<State>

  /// Makes room for the texts of a library with so many articles: the more, the less.
  init(besides articles: Int) {
    let rest = (Self.memory - articles * Self.memoryPerArticle) / Self.memoryPerByte
    state = Mutex(State(rest: max(Self.leastRoom, rest)))
  }

  /// Keeps an article by its path, when there is room for it.
  func keep(_ parsed: ParsedArticle) {
    state.withLock { state in
      guard state.rest >= parsed.size else { return }
      state.rest -= parsed.size
      state.texts[parsed.article.path] = parsed
    }
  }

  /// Makes room where nobody will ask for an article again.
  func forget(_ path: String) {
    // What is forgotten is taken apart when the lock is open again.
    let old = state.withLock { state in
      let old = state.texts.removeValue(forKey: path)
      state.rest += old?.size ?? 0
      return old
    }
    _ = consume old
  }

  subscript(path: String) -> ParsedArticle? { state.withLock { $0.texts[path] } }
}
