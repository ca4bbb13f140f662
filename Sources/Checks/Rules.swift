import Compiler
import Diagnostics

/// Every rule beyond those that reading and compiling apply, one file each.
enum Rules {
  /// What an author may get wrong in the text of a file, be it an article or a fragment.
  static let ofTexts: [@Sendable (MarkdownFile) -> [Diagnostic]] = [
    DuplicateAnchors.find, MergeMarkers.find, PipeTables.find, UnclosedFences.find,
    UnspacedHeadings.find,
  ]

  /// What an author may get wrong in an article.
  static let ofArticles: [@Sendable (Inspection) -> [Diagnostic]] = [
    DuplicateHeadings.find, EmptyAnswers.find, EmptyArticles.find, EmptyHeadings.find,
    HeadingLevels.find, LinkAddresses.find, ManyAnswers.find, MisplacedLabels.find,
    MissingTitles.find, PictureTexts.find, SeveralTitles.find, UntranslatedText.find,
  ]

  /// What concerns the folder as a whole.
  static let ofLibraries: [@Sendable (Library) async -> [Diagnostic]] = [
    DuplicateTitles.find, MissingContact.find, MissingTranslations.find, OutdatedTranslations.find,
    UnlistedLocales.find, UnmetExpectations.find,
  ]
}
