import Content

extension Draft {
  /// The question without the letter before it, and its answer likewise: "Q: Where is it?" and
  /// "A: In the hall." (patterns.md, 1, R6).
  func droppingLetters(_ vocabulary: Vocabulary) -> Draft {
    let words = Words(title)
    let hasLetter = words.starts(withAny: vocabulary[.questionLetters])
    guard hasLetter || words.isQuestion else { return self }
    var out = self
    if hasLetter {
      out.title = title.droppingLetter
      out.idText = idText ?? label ?? title
      out.label = label?.droppingLetter
    }
    out.explanation = explanation.droppingLetter(vocabulary)
    out.body = body.droppingLetter(vocabulary)
    if explanation.isEmpty, !attempts.isEmpty {
      out.attempts[0].body = attempts[0].body.droppingLetter(vocabulary)
    }
    return out
  }
}

extension [Block] {
  /// The blocks without the letter of an answer that they begin with.
  fileprivate func droppingLetter(_ vocabulary: Vocabulary) -> [Block] {
    guard let first, case .paragraph(let text) = first.kind,
      Words.Start(text).mayBegin(withAny: vocabulary[.answerLetters]),
      Words(text).starts(withAny: vocabulary[.answerLetters])
    else { return self }
    return [Block(.paragraph(text.droppingLetter), line: first.line, file: first.file)]
      + dropFirst()
  }
}

extension Text {
  /// The text without a letter and a mark at its start, in both languages.
  fileprivate var droppingLetter: Text {
    guard let first = pieces.first else { return self }
    let piece = Piece(
      source: first.source.droppingLetter, translation: first.translation?.droppingLetter)
    return Text(pieces: [piece] + pieces.dropFirst())
  }
}

extension [Inline] {
  fileprivate var droppingLetter: [Inline] {
    guard let index = firstIndex(where: \.isVisible) else { return self }
    var out = self
    if case .text(let text) = self[index] {
      out[index] = .text(text.droppingLetter)
    } else {
      out[index] = self[index].mapChildren { $0.droppingLetter }
    }
    guard !out[index].isVisible else { return out }
    // The letter was all of it: what follows begins without the space between.
    out.removeSubrange(...index)
    if case .text(let text)? = out.first {
      out[0] = .text(String(text.drop(while: \.isWhitespace)))
    }
    return out
  }
}

extension String {
  /// The words behind a single letter and its mark, as "Q:" and "A." are.
  fileprivate var droppingLetter: String {
    let words = drop(while: \.isWhitespace)
    guard words.first?.isLetter == true else { return self }
    let rest = words.dropFirst().drop(while: \.isWhitespace)
    guard let mark = rest.first, ":：.".contains(mark) else { return self }
    return String(rest.dropFirst().drop(while: \.isWhitespace))
  }
}
