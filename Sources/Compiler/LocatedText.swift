import Articles
import Content

/// A text of an article, with its place.
struct LocatedText {
  let text: Text
  let file: String?
  let line: Int
  /// Whether it is code, which nobody translates.
  var isCode = false
}

extension Article {
  /// Every text in document order.
  var passages: [LocatedText] { blocks.flatMap(\.locatedTexts) }
}

extension Block {
  fileprivate var locatedTexts: [LocatedText] {
    let inner = children
    guard !inner.isEmpty else {
      return texts.map { LocatedText(text: $0, file: file, line: line, isCode: isCode) }
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

extension Block {
  var isCode: Bool { if case .code = kind { true } else { false } }
}

extension LocatedText {
  /// The letters of each piece of its source, by which texts are compared; of code, all bytes.
  var sourceKeys: [[UInt8]] {
    text.pieces.map { piece in
      guard isCode else { return piece.sourceKey }
      var out: [UInt8] = []
      piece.source.appendPlainText(to: &out)
      return out
    }
  }
}

extension Translation.Passage {
  init(_ piece: Text.Piece, in passage: LocatedText) {
    self.init(
      unit: piece.source.units.first, file: passage.file, line: passage.line,
      source: piece.sourceWords)
  }
}

extension Text.Piece {
  var sourceWords: String { source.plainText.words }

  /// The letters of its source alone, by which sentences are compared: UTF-8 without blanks.
  var sourceKey: [UInt8] {
    var out: [UInt8] = []
    source.appendPlainText(to: &out)
    out.removeAll { $0.isBlank || $0 == 0x0A || $0 == 0x0D }
    return out
  }

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
}
