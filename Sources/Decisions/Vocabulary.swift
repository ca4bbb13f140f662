import Articles
import Content
import Yams

/// The words of one language that make a heading, a column, a bold label or a sentence a pattern
/// (patterns.md, 2).
///
/// Each language has a file in `Vocabulary/`: lists of phrases in lower case, where `each` and
/// `with` stand for every first part followed by every second one. A phrase that begins with `…`
/// counts anywhere, also where other phrases must come first: languages that put the verb last
/// write their orders so.
struct Vocabulary: Sendable {
  /// Parallel to `PhraseList.allCases`.
  private let lists: [PhraseSet]
  /// Whether the language puts spaces between words.
  let isSpaced: Bool

  subscript(list: PhraseList) -> PhraseSet { lists[list.rawValue] }

  /// Reads a language's file.
  ///
  /// - Parameters:
  ///   - yaml: its bytes.
  ///   - isSpaced: whether the language puts spaces between words.
  init(parsing yaml: [UInt8], isSpaced: Bool = true) {
    self.isSpaced = isSpaced
    let root = try? Yams.compose(yaml: String(decoding: yaml, as: UTF8.self), .basic)?.mapping
    let nodes = Dictionary(
      (root ?? [:]).map { ($0.key.string ?? "", $0.value) }, uniquingKeysWith: { _, last in last })
    lists = PhraseList.allCases.map { list in
      PhraseSet(Self.phrases(in: nodes[list.key]), isSpaced: isSpaced)
    }
  }

  private static func phrases(in node: Yams.Node?) -> [String] {
    guard let node else { return [] }
    if let phrase = node.scalar { return [phrase.string] }
    if let parts = node.sequence { return parts.flatMap { phrases(in: $0) } }
    let starts = phrases(in: node["each"])
    let ends = phrases(in: node["with"])
    return starts.flatMap { start in ends.map { "\(start) \($0)" } }
  }
}

extension Vocabulary {
  /// The words of a language; English for one without a file.
  ///
  /// - Parameter language: its primary subtag, such as `nl`.
  /// - Returns: its words.
  static func words(of language: String) -> Vocabulary {
    switch language {
    case "nl": dutch
    case "de": german
    case "fr": french
    case "es": spanish
    case "ja": japanese
    case "ar": arabic
    default: english
    }
  }

  /// The words for reading an article.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - language: the language of its source text; of its own text where it has no other. Some
  ///     translated folders hold articles that nobody has translated yet, so a plain article in
  ///     which English words are the more frequent is read as English.
  /// - Returns: the words.
  static func reading(_ article: Article, in language: LanguageTag) -> Vocabulary {
    let own = words(of: language.language)
    guard !article.isSideBySide, language.language != "en" else { return own }
    let text = Words(article.blocks)
    let isEnglish =
      text.frequency(of: own[.commonWords]) < text.frequency(of: english[.commonWords])
    return isEnglish ? english : own
  }

  static let english = Vocabulary(parsing: PackageResources.en_yml)
  private static let dutch = Vocabulary(parsing: PackageResources.nl_yml)
  private static let german = Vocabulary(parsing: PackageResources.de_yml)
  private static let french = Vocabulary(parsing: PackageResources.fr_yml)
  private static let spanish = Vocabulary(parsing: PackageResources.es_yml)
  private static let japanese = Vocabulary(parsing: PackageResources.ja_yml, isSpaced: false)
  private static let arabic = Vocabulary(parsing: PackageResources.ar_yml)
  /// Those of every language that has words.
  static let all = [english, dutch, german, french, spanish, japanese, arabic]
}

extension Vocabulary {
  /// What the words of a heading, a column or a run-in say about the text that follows.
  enum Label: Equatable { case problem, cause, solution, answer }

  /// Reads a label that is nothing but a structural word, such as `Cause`, `Solution 2`,
  /// `Issue description`.
  func label(_ words: Words) -> Label? {
    // "Error 1603" is one of many; "Error 2" may be the second part of an article.
    if words.namesCode { return nil }
    let stem = words.stem
    if stem.isAny(of: self[.problemLabels]) { return .problem }
    if stem.isAny(of: self[.causeLabels]) { return .cause }
    if stem.isAny(of: self[.solutionLabels]) { return .solution }
    if stem.isAny(of: self[.answerLabels]) { return .answer }
    if stem.starts(withAny: self[.solutionsFor]) { return .solution }
    if stem.starts(withAny: self[.causesOf]) { return .cause }
    // Most words begin with none of the labels.
    guard
      stem.mayBegin(withAny: self[.solutionLabels]) || stem.mayBegin(withAny: self[.causeLabels]),
      let lead = words.cut(at: ":", "-", "–", ".")?.before.stem
    else { return nil }
    if lead.isAny(of: self[.solutionLabels]) { return .solution }
    return lead.isAny(of: self[.causeLabels]) ? .cause : nil
  }

  /// Whether a heading announces problems: "Troubleshoot …", "Known issues", "Common DNS errors".
  ///
  /// - Parameters:
  ///   - words: the heading.
  ///   - isGeneral: asks for headings that name no problem of their own; "Fix sync errors" does.
  /// - Returns: whether it does.
  func isContainer(_ words: Words, isGeneral: Bool = false) -> Bool {
    if words.contains(any: self[.containers]) || words.contains(any: self[.questionLists]) {
      return true
    }
    if isGeneral {
      return words.lastWord.stem.isAny(of: self[.troubles]) && words.wordCount <= 3
    }
    return words.starts(withAny: self[.repairs]) || endsInTrouble(words)
  }

  /// Whether a heading is a name that ends in a word for problems: "Agent installation problems".
  func endsInTrouble(_ words: Words) -> Bool {
    words.lastWord.stem.isAny(of: self[.troubles]) && !isOrder(words)
  }

  /// Whether a heading says that each part below it is a problem: "Known issues", "Common errors".
  func listsProblems(_ words: Words) -> Bool {
    words.contains(any: self[.problemLists])
  }
}
