import Content

/// Puts a link around the words of a sentence that name a step.
struct StepCover {
  private let numbers: StepNumbers
  private let link: Link
  private let vocabulary: Vocabulary

  init(_ numbers: StepNumbers, _ link: Link, _ vocabulary: Vocabulary) {
    self.numbers = numbers
    self.link = link
    self.vocabulary = vocabulary
  }

  /// The piece with the link in both languages; `nil` when the author has linked the words already.
  func covering(_ piece: Text.Piece) -> Text.Piece? {
    guard let source = covering(piece.source, isSource: true) else { return nil }
    guard let translation = piece.translation else { return Text.Piece(source: source) }
    return Text.Piece(
      source: source,
      translation: covering(translation, isSource: false) ?? adding(to: translation))
  }

  /// A text that does not show the number, with a short link at its end.
  private func adding(to inlines: [Inline]) -> [Inline] {
    if inlines.count == 1, case .unit(let id, let isContinuation, let inner) = inlines[0] {
      return [.unit(id, isContinuation: isContinuation, adding(to: inner))]
    }
    return inlines + [.text(" "), .link(link, [.text("→ \(numbers.first)")])]
  }

  private func covering(_ inlines: [Inline], isSource: Bool) -> [Inline]? {
    for (index, inline) in inlines.enumerated() {
      var found: [Inline]?
      switch inline {
      case .text(let text): found = covering(text, isSource: isSource)
      case .unit, .strong, .emphasis, .element:
        found = covering(inline.children, isSource: isSource).map { [inline.replacingChildren($0)] }
      case .code, .softBreak, .lineBreak, .link, .image, .tag, .anchor: break
      }
      if let found { return inlines[..<index] + found + inlines[(index + 1)...] }
    }
    return nil
  }

  private func covering(_ text: String, isSource: Bool) -> [Inline]? {
    guard let range = range(in: text, isSource: isSource) else { return nil }
    let parts: [Inline] = [
      .text(String(text[..<range.lowerBound])), .link(link, [.text(String(text[range]))]),
      .text(String(text[range.upperBound...])),
    ]
    return parts.filter { $0 != .text("") }
  }

  /// The number with the word before it, and up to the last number of several.
  private func range(in text: String, isSource: Bool) -> Range<String.Index>? {
    for number in text.places(of: numbers.first) {
      let word = text.word(before: number.lowerBound)
      if isSource {
        guard Words(String(text[word])).isAny(of: vocabulary[.stepNames]) else { continue }
      }
      let end = numbers.last.flatMap { last in
        text[number.upperBound...].places(of: last).first {
          text.distance(from: number.upperBound, to: $0.lowerBound) <= 12
        }
      }
      return (word.isEmpty ? number.lowerBound : word.lowerBound)..<(end ?? number).upperBound
    }
    return nil
  }
}

extension StringProtocol {
  /// Where a number stands, with no digit beside it.
  fileprivate func places(of number: Int) -> [Range<Index>] {
    var found: [Range<Index>] = []
    var index = startIndex
    while let start = self[index...].firstIndex(where: \.isASCIIDigit) {
      let end = self[start...].firstIndex { !$0.isASCIIDigit } ?? endIndex
      if Int(self[start..<end]) == number { found.append(start..<end) }
      index = end
    }
    return found
  }

  /// The word that ends before an index, with one space between at most; a change of script ends
  /// it too, because Japanese has no spaces.
  fileprivate func word(before end: Index) -> Range<Index> {
    var upper = end
    if upper > startIndex, self[index(before: upper)].isWhitespace { upper = index(before: upper) }
    var lower = upper
    while lower > startIndex {
      let next = index(before: lower)
      guard self[next].isLetter, lower == upper || self[next].block == self[lower].block else {
        break
      }
      lower = next
    }
    return lower..<upper
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }

  /// The script, as far as words in it stand together without spaces.
  fileprivate var block: Int {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x3040...0x309F: 1
    case 0x30A0...0x30FF: 2
    case 0x3400...0x9FFF: 3
    default: 0
    }
  }
}
