/// Running text in two languages: the source, which rules read, and the target, which readers see.
///
/// The pieces stand in source order; a piece is a sentence or a unit, or what stands between two
/// (a line break, a picture). Together they are the whole text.
package struct Text: Hashable, Sendable {
  package struct Piece: Hashable, Sendable {
    package var source: [Inline]
    /// The translation; `nil` when it is the same as the source.
    package var translation: [Inline]?
    package init(source: [Inline], translation: [Inline]? = nil) {
      self.source = source
      self.translation = translation == source ? nil : translation
    }
    package var target: [Inline] { translation ?? source }
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }

  /// Text in one language only, split into sentences.
  package init(_ inlines: [Inline]) {
    pieces = Self.split(inlines).map { Piece(source: $0) }
  }

  /// Pairs a source text with its translation, piece by piece where their units agree, else whole.
  package init(source: [Inline], target: [Inline]) {
    let left = Self.split(source)
    guard source != target else {
      pieces = left.map { Piece(source: $0) }
      return
    }
    let right = Self.split(target)
    let agree =
      left.count == right.count && zip(left, right).allSatisfy { $0.hasSameUnits(as: $1) }
    if agree, source.hold(\.isUnit) {
      pieces = zip(left, right).map { Piece(source: $0, translation: $1) }
    } else {
      pieces = [Piece(source: source, translation: target)]
    }
  }

  package static let empty = Text(pieces: [])

  package var source: [Inline] {
    pieces.count == 1 ? pieces[0].source : pieces.flatMap(\.source)
  }
  package var target: [Inline] {
    pieces.count == 1 ? pieces[0].target : pieces.flatMap(\.target)
  }
  package var isTranslated: Bool { pieces.contains { $0.translation != nil } }
  /// The units of the source in document order.
  package var units: [TextUnit.ID] { pieces.flatMap(\.source.units) }
  /// Whether nothing would be seen: no words and no picture.
  package var isBlank: Bool {
    !pieces.contains(where: \.isVisible)
  }
}

extension Text {
  /// Calls `body` with every inline of the source, parents before children, in document order.
  package func visitSource(_ body: (Inline) -> Void) {
    for piece in pieces { piece.source.visit(body) }
  }

  /// The words alone that readers see.
  package var targetWords: String {
    if pieces.count == 1 { return pieces[0].target.plainText }
    var out: [UInt8] = []
    appendTargetWords(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the words alone that readers see, in UTF-8.
  package func appendTargetWords(to out: inout [UInt8]) {
    for piece in pieces { piece.appendTargetWords(to: &out) }
  }
}

extension Text.Piece {
  fileprivate var isVisible: Bool { source.isVisible || translation?.isVisible ?? false }

  /// Appends the words alone that readers see, in UTF-8.
  package func appendTargetWords(to out: inout [UInt8]) {
    if let translation {
      translation.appendPlainText(to: &out)
    } else {
      source.appendPlainText(to: &out)
    }
  }
}

extension [Block] {
  /// Appends the words alone that readers see, in UTF-8, each text on a line.
  package func appendTargetWords(to out: inout [UInt8]) {
    var isFirst = true
    visitTexts { text in
      if !isFirst { out.append(0x0A) }
      isFirst = false
      text.appendTargetWords(to: &out)
    }
  }
}

extension [Text] {
  /// The words of one side of the texts, each text on a line.
  package func plainText(_ side: (Text.Piece) -> [Inline]) -> String {
    var out: [UInt8] = []
    for (index, text) in enumerated() {
      if index > 0 { out.append(0x0A) }
      for piece in text.pieces { side(piece).appendPlainText(to: &out) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Inline {
  /// Whether a reader sees anything of it.
  package var isVisible: Bool {
    switch self {
    case .text(let text), .code(let text):
      text.utf8.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }
    case .image: true
    case .softBreak, .lineBreak, .anchor, .tag: false
    case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner),
      .unit(_, _, let inner):
      inner.isVisible
    }
  }
}

extension [Inline] {
  /// Whether a reader sees anything of them.
  package var isVisible: Bool {
    contains(where: \.isVisible)
  }
}

extension Text {
  /// Cuts inlines into units, and what has no unit into sentences; a cut never goes through a
  /// mark-up pair, and line breaks stand alone.
  static func split(_ inlines: [Inline]) -> [[Inline]] {
    if inlines.count == 1, case .unit = inlines[0] { return [inlines] }
    var splitter = Splitter(count: inlines.count)
    for inline in inlines { splitter.take(inline) }
    splitter.close()
    return splitter.pieces
  }

  private struct Splitter {
    private(set) var pieces: [[Inline]] = []
    private var open: [Inline] = []
    private var ending = Ending()

    init(count: Int) { pieces.reserveCapacity(count) }

    mutating func take(_ inline: Inline) {
      switch inline {
      case .lineBreak:
        close()
        pieces.append([inline])
      case .unit where inline.isVisible:
        close()
        pieces.append([inline])
      case .unit:
        close()
        open.append(inline)
        close()
      case .text where !inline.isVisible: open.append(inline)
      case .text(let text):
        let sentences = Sentences.split(text)
        for (index, sentence) in sentences.enumerated() {
          open.append(.text(sentence))
          if index < sentences.count - 1 || Sentences.isClosed(sentence) { close() }
        }
      case .softBreak:
        if ending.endsSentence(open) {
          open.append(inline)
          close()
        } else {
          open.append(inline)
        }
      case .code, .emphasis, .strong, .link, .image, .element, .anchor, .tag: open.append(inline)
      }
    }

    mutating func close() {
      ending = Ending()
      guard !open.isEmpty else { return }
      // What shows nothing (white space between units) is joined to the piece before it.
      if let last = pieces.indices.last, !pieces[last].isLineBreak,
        !open.contains(where: \.isVisible)
      {
        pieces[last] += open
        open.removeAll(keepingCapacity: true)
      } else {
        pieces.append(open)
        open = []
      }
    }
  }
}

extension Inline {
  /// Whether it is the first part of a unit, or a picture whose text is one.
  fileprivate var isUnit: Bool {
    switch self {
    case .unit(_, isContinuation: false, _): true
    case .image(let image): image.unit != nil
    default: false
    }
  }
}

/// How a growing run of inlines ends: each is read once, however often that is asked.
private struct Ending {
  private var words: [UInt8] = []
  /// How many of the words stand before the white space at their end.
  private var end = 0
  private var count = 0

  mutating func endsSentence(_ inlines: [Inline]) -> Bool {
    let start = words.count
    Array(inlines[count...]).appendPlainText(to: &words)
    count = inlines.count
    if let last = words[start...].lastIndex(where: { !Sentences.isSpace($0) }) { end = last + 1 }
    return Sentences.endsSentence(utf8: words[..<end])
  }
}

extension [Inline] {
  /// Whether both hold the same units in the same order.
  fileprivate func hasSameUnits(as other: [Inline]) -> Bool {
    guard count == other.count else { return units == other.units }
    // Most are one unit of words alone, perhaps with a space behind it.
    for index in indices {
      switch (self[index], other[index]) {
      case (.text, .text): continue
      case (
        .unit(let id, isContinuation: false, let inner),
        .unit(let otherID, isContinuation: false, let otherInner)
      ) where inner.isOneText && otherInner.isOneText:
        if id != otherID { return false }
      default: return units == other.units
      }
    }
    return true
  }

  private var isOneText: Bool {
    if count == 1, case .text = self[0] { true } else { false }
  }

  /// Whether it is a line break and nothing else.
  package var isLineBreak: Bool {
    if count == 1, case .lineBreak = self[0] { return true }
    return false
  }
}
