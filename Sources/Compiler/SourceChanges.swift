import Articles
import Content

/// What a source article says otherwise than the source text beside its translation.
///
/// Texts that both have, in order, are the same; the rest is compared by sentences, which may be cut
/// at other places than the units.
struct SourceChanges {
  private(set) var outdated: [Translation.Passage] = []
  private(set) var missing: [String] = []

  init(from beside: [LocatedText], to current: [LocatedText]) {
    let old = beside.map(\.text.sourceWords)
    let new = current.map(\.text.sourceWords)
    let difference = new.difference(from: old)
    let gone = difference.removals.map { beside[$0.position] }
    let come = difference.insertions.map { current[$0.position] }
    let oldTexts = gone.map(\.text.sourceWords)
    let newTexts = come.map(\.text.sourceWords)
    for passage in gone {
      for piece in passage.text.pieces where piece.hasWords {
        let words = piece.sourceWords
        if !newTexts.contains(where: { $0.has(words) }) {
          outdated.append(.init(piece, in: passage))
        }
      }
    }
    for passage in come {
      for piece in passage.text.pieces where piece.hasWords {
        let words = piece.sourceWords
        if !oldTexts.contains(where: { $0.has(words) }) { missing.append(words) }
      }
    }
  }
}

/// A text of an article, with its place.
struct LocatedText {
  let text: Text
  let file: String?
  let line: Int
}

extension Article {
  /// Every text in document order.
  var passages: [LocatedText] { blocks.flatMap(\.locatedTexts) }
}

extension Block {
  fileprivate var locatedTexts: [LocatedText] {
    let inner = children
    guard !inner.isEmpty else {
      return texts.map { LocatedText(text: $0, file: file, line: line) }
    }
    var found: [LocatedText] = []
    switch kind {
    case .details(let text, _), .figure(let text, _):
      found.append(LocatedText(text: text, file: file, line: line))
    case .tabs(let group):
      found += group.tabs.map { LocatedText(text: $0.title, file: file, line: line) }
    default: break
    }
    return found + inner.flatMap(\.locatedTexts)
  }
}

extension Translation.Passage {
  init(_ piece: Text.Piece, in passage: LocatedText) {
    self.init(
      unit: piece.source.units.first, file: passage.file, line: passage.line,
      source: piece.sourceWords)
  }
}

extension Text {
  fileprivate var sourceWords: String { source.plainText.words }
}

extension Text.Piece {
  fileprivate var sourceWords: String { source.plainText.words }

  /// Whether there is anything to translate: a letter outside of code.
  var hasWords: Bool { source.hasLetters }

  /// Whether a unit says in the translation what it says in the source.
  ///
  /// One or two words may well be the same in both languages: names such as "iPhone", and words such
  /// as "Problem" in German.
  var isUntranslated: Bool {
    translation == nil && hasWords && !source.units.isEmpty
      && sourceWords.utf8.count { $0 == 0x20 } >= 2
  }
}

extension [Inline] {
  fileprivate var hasLetters: Bool {
    contains { inline in
      switch inline {
      case .text(let text): text.unicodeScalars.contains { $0.properties.isAlphabetic }
      case .image(let image): image.alt.unicodeScalars.contains { $0.properties.isAlphabetic }
      case .code, .softBreak, .lineBreak, .anchor, .tag: false
      case .emphasis, .strong, .link, .element, .unit: inline.children.hasLetters
      }
    }
  }
}

extension String {
  /// The words with one space between them.
  fileprivate var words: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  /// Whether the words stand in it.
  fileprivate func has(_ words: String) -> Bool {
    self == words || Array(utf8).firstOffset(of: Array(words.utf8), from: 0) != nil
  }
}

extension CollectionDifference.Change {
  fileprivate var position: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
