package import Articles
package import Content

/// How far a translation of an article is, sentence by sentence.
package struct Translation: Sendable, Hashable {
  package enum Origin: String, Sendable {
    case human, machine, unknown
  }

  /// A sentence or phrase in an article's file, or in one that it includes.
  package struct Passage: Sendable, Hashable {
    package let unit: TextUnit.ID?
    /// The included file that holds it; `nil` for the article's own.
    package let file: String?
    /// The 1-based line at which its block begins.
    package let line: Int
    /// Its words in the source language.
    package let source: String
  }

  /// A sentence of the source that the translation has in no words.
  package struct NewSentence: Sendable, Hashable {
    package let passage: Passage
    /// The file of the translation that it belongs into; `nil` for the translation's own.
    package let file: String?
    /// The 1-based line of what stands before it there; `nil` at the beginning.
    package let line: Int?
  }

  /// The file, relative to the content folder.
  package let path: String
  package let origin: Origin
  /// Whether its decisions are the source's, so that it is shown.
  package let fits: Bool
  /// Whether the source text stands beside it, so that the rest can be known.
  package let isSideBySide: Bool
  /// How many sentences and phrases there are to translate.
  package let sentences: Int
  /// What says the same as the source, in document order.
  package let untranslated: [Passage]
  /// What was translated from a text that the source article no longer has, in document order.
  package let outdated: [Passage]
  /// What the source article says and the translation does not know, in document order; the places
  /// are the source's.
  package let missing: [Passage]
  /// How many of the missing stand in the translation in older words.
  package let reworded: Int
  /// The first of the missing that does not.
  package let firstNew: NewSentence?
  /// Whether it has all sentences of the source article, but in another order, or beside other code.
  package let isReordered: Bool

  /// How many of the source's sentences are translated and up to date.
  package var current: Int { max(0, sentences - untranslated.count - missing.count) }
  /// Whether the source article says something else now, or the same in another order.
  package var isOutdated: Bool { !outdated.isEmpty || !missing.isEmpty || isReordered }
}

extension Translation {
  /// Compares a translation with the source article; without one, with the text beside it.
  package init(of article: Article, source: Article?, fits: Bool) {
    path = article.path
    self.fits = fits
    origin = Origin(article.frontMatter["ms.translationtype"])
    let isSideBySide = article.isSideBySide || article.passages.contains { $0.text.isTranslated }
    self.isSideBySide = isSideBySide
    let passages = isSideBySide ? article.passages : []
    untranslated = passages.flatMap { passage in
      passage.text.pieces.filter(\.isUntranslated).map { Passage($0, in: passage) }
    }
    let wanted = (source ?? article).passages
    sentences = wanted.reduce(0) { $0 + $1.text.pieces.count(where: \.hasWords) }
    guard source != nil, isSideBySide else {
      (outdated, missing, reworded, firstNew, isReordered) = ([], [], 0, nil, false)
      return
    }
    let match = SourceMatch(from: passages, to: wanted)
    outdated = match.outdated
    missing = match.missing
    reworded = match.parts.reduce(0) { $0 + $1.count(where: \.origin.isReworded) }
    firstNew = match.firstNew
    isReordered = !match.isSame && outdated.isEmpty && missing.isEmpty
  }
}

extension Library {
  /// The translations of an article in each locale but the source's, also those that do not fit.
  package func translations(of entry: Entry) -> [LanguageTag: Translation] {
    let source = isLocalized ? entry.editions[entry.source].flatMap { article(at: $0) } : nil
    var found: [LanguageTag: Translation] = [:]
    for (isMisfit, editions) in [(false, entry.editions), (true, entry.misfits)] {
      for (locale, summary) in editions where !isLocalized || locale != entry.source {
        if let article = article(at: summary) {
          found[locale] = Translation(of: article, source: source, fits: !isMisfit)
        }
      }
    }
    return found
  }

  private func article(at summary: Summary) -> Article? {
    folder.read(summary.path).map {
      ArticleReader.read(
        $0, path: summary.path, including: folder.read, spelling: folder.spelling(of:)
      ).article
    }
  }
}

extension Translation.Origin {
  /// Reads `ms.translationtype`: `HT` is by people, `MT` by a machine (dialect.md, 1).
  fileprivate init(_ type: String?) {
    switch type?.uppercased() {
    case "HT": self = .human
    case "MT": self = .machine
    default: self = .unknown
    }
  }
}
