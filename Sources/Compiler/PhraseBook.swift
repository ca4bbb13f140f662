import Articles
package import Content
package import Decisions
import Yams

/// What Waymark says in one language.
package struct PhraseBook: Sendable {
  private let words: [String: String]

  package subscript(phrase: Phrase) -> String { words[phrase.rawValue] ?? phrase.rawValue }
  package subscript(term: Term) -> String { words[term.rawValue] ?? term.rawValue }

  /// The words for a locale, or English where its language has none.
  package static func phrases(for locale: LanguageTag) -> PhraseBook {
    switch locale.language {
    case "ar": arabic
    case "de": german
    case "es": spanish
    case "fr": french
    case "ja": japanese
    case "nl": dutch
    default: english
    }
  }

  /// The languages that have words, sorted.
  package static let languages = ["ar", "de", "en", "es", "fr", "ja", "nl"]

  private static let arabic = PhraseBook(parsing: PackageResources.ar_yml)
  private static let german = PhraseBook(parsing: PackageResources.de_yml)
  private static let english = PhraseBook(parsing: PackageResources.en_yml)
  private static let spanish = PhraseBook(parsing: PackageResources.es_yml)
  private static let french = PhraseBook(parsing: PackageResources.fr_yml)
  private static let japanese = PhraseBook(parsing: PackageResources.ja_yml)
  private static let dutch = PhraseBook(parsing: PackageResources.nl_yml)

  private init(words: [String: String]) { self.words = words }

  /// The same book with some words replaced, by the names of their terms.
  package func replacing(_ own: [String: String]) -> PhraseBook {
    PhraseBook(words: words.merging(own) { _, mine in mine })
  }

  /// What is wrong with a file of phrases.
  package struct SyntaxError: Error {
    /// 1-based.
    package let line: Int
  }

  /// The lines of a file of phrases, each with its 1-based line.
  package static func entries(
    of bytes: [UInt8]
  ) throws(SyntaxError) -> [(key: String, text: String, line: Int)] {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let root = try Yams.compose(yaml: text, .basic)?.mapping
      return (root ?? [:]).map { key, value in
        (key.string ?? "", value.string ?? "", key.mark?.line ?? 1)
      }
    } catch {
      throw SyntaxError(line: YAMLFlaw(error, in: text).line)
    }
  }

  private init(parsing bytes: [UInt8]) {
    let root = try? Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic)?.mapping
    var words: [String: String] = [:]
    for (key, value) in root ?? [:] { words[key.string ?? ""] = value.string ?? "" }
    self.words = words
  }
}

/// What pages and the terminal say around a node.
package enum Term: String, Sendable, CaseIterable {
  case language, back, change, home, restart, help, quit, note, source, translation
  // What only the terminal says.
  case picture
  case languages
  case options
  case seeAlso = "see-also"
  case unknownKey = "unknown-key"
  case noChoice = "no-choice"
  case noJump = "no-jump"
  case endReached = "end-reached"
  case atBeginning = "at-beginning"
  case nothingYet = "nothing-yet"
  case changeHint = "change-hint"
  case droppedAnswers = "dropped-answers"
  case goHint = "go-hint"
  case noSuchStep = "no-such-step"
  case nothingFound = "nothing-found"
  case findHint = "find-hint"
  case found
  case stepOf = "step-of"
  case stepHint = "step-hint"
  case more
  case noSite = "no-site"
  case noteSaved = "note-saved"
  case noteNotSaved = "note-not-saved"
  case answerGone = "answer-gone"
  case badNote = "bad-note"
  case comeBack = "come-back"
  case notFinished = "not-finished"
  case keyNumber = "key-number"
  case keyBack = "key-back"
  case keyChange = "key-change"
  case keyJump = "key-jump"
  case keyRestart = "key-restart"
  case keyHome = "key-home"
  case keyGo = "key-go"
  case keyFind = "key-find"
  case keyLanguage = "key-language"
  case keyPair = "key-pair"
  case keySteps = "key-steps"
  case keyOpen = "key-open"
  case keyHistory = "key-history"
  case keyCopy = "key-copy"
  case keyFilter = "key-filter"
  case keyMove = "key-move"
  case keyHint = "key-hint"
  case noteCopied = "note-copied"
  case pressKey = "press-key"
  case filter
  case moreBelow = "more-below"
  case screenHint = "screen-hint"
  case keyNote = "key-note"
  case keyHelp = "key-help"
  case keyQuit = "key-quit"
  case hint
  case endHint = "end-hint"
  case fallsBack = "falls-back"
  // What both say.
  case answersSoFar = "answers-so-far"
  case didThatHelp = "did-that-help"
  case didThatAnswer = "did-that-answer"
  case stepCode = "step-code"
  case permalink
  case otherLanguages = "other-languages"
  case shownInSource = "shown-in-source"
  case partlyTranslated = "partly-translated"
  case topics
  case choose
  case next
  case steps
  case cause
  case contactDefault = "contact-default"
  case solvedText = "solved-text"
  case outcome
  case escalated
  case handedOver = "handed-over"
  case tryNext = "try-next"
  case tried
  case version
  case nextSteps = "next-steps"
  case alertNote = "alert-note"
  case alertTip = "alert-tip"
  case alertImportant = "alert-important"
  case alertWarning = "alert-warning"
  case alertCaution = "alert-caution"
  case video
  case helpCenter = "help-center"
  case article
  case codes
  case skip
  case onThisPage = "on-this-page"
  case yourLanguage = "your-language"
  case menuPrompt = "menu-prompt"
  case notFound = "not-found"
  case or
  case linkToSection = "link-to-section"
  case table
  case find
  case forHelpdesk = "for-helpdesk"
  case pair
  case outdated
  case stillStuck = "still-stuck"
  case walkThrough = "walk-through"
  case allArticles = "all-articles"
  case keysOn = "keys-on"
  case keysOff = "keys-off"
  case copy, copied
  case noteLine = "note-line"
  case noteText = "note-text"
  case allAnswers = "all-answers"
  case searchLabel = "search-label"
  case moreTopics = "more-topics"
  case codeEntry = "code-entry"
  case codeUnknown = "code-unknown"
  case codeMistyped = "code-mistyped"
  case codeLength = "code-length"
  case open
  case codeStart = "code-start"
  case moved
  case allLanguages = "all-languages"
  case noResults = "no-results"
  case resultCount = "result-count"
  case searchFailed = "search-failed"
  case retired
  case helpsInstead = "helps-instead"
  case showMore = "show-more"
  case print
  case allOf = "all-of"
  case filterAnswers = "filter-answers"
  // What only the page for writers says.
  case writers
  case countOf = "count-of"
  case articles
  case withDecisions = "with-decisions"
  case withProcedures = "with-procedures"
  case forReference = "for-reference"
  case translations
  case translated
  case complete
  case needsWork = "needs-work"
  case stateMissing = "state-missing"
  case stateDiffers = "state-differs"
  case stateOutdated = "state-outdated"
  case stateUnpaired = "state-unpaired"
  case stateUntranslated = "state-untranslated"
  case translationsHint = "translations-hint"
  case drawnTrees = "drawn-trees"
  case drawnTreesHint = "drawn-trees-hint"
  case whatChanged = "what-changed"
  case changesNone = "changes-none"
  case changesPlaces = "changes-places"
  case changeNew = "change-new"
  case changeGone = "change-gone"
  case changeMoved = "change-moved"
  case changeCode = "change-code"
  case changeKind = "change-kind"
  case changeOrder = "change-order"
  case changeText = "change-text"
  case changeFurther = "change-further"
}
