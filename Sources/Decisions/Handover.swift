import Content

extension [Attempt] {
  /// The attempts, with the last one's closing words about whom to turn to as the end behind it.
  ///
  /// "Restart the app. If you need more help, contact support." is one thing to try and an end: the
  /// reader is asked whether the restart helped before being sent to anybody (patterns.md, 1, R12).
  func handingOver(_ vocabulary: Vocabulary) -> [Attempt] {
    guard let last, !last.isEscalation, let cut = last.cutAtHandover(vocabulary) else {
      return self
    }
    return dropLast() + [cut.rest, cut.handover]
  }
}

extension Attempt {
  fileprivate func cutAtHandover(_ vocabulary: Vocabulary) -> (rest: Attempt, handover: Attempt)? {
    // "Contact support, with the following information:" ends with a list.
    let tail = body.last?.isBulletList == true && body.count > 1 ? 2 : 1
    guard body.count >= tail else { return nil }
    let block = body[body.count - tail]
    if tail == 2, !Words(block).endsWithColon { return nil }
    let before = Array(body[..<(body.count - tail)])
    let after = Array(body[(body.count - tail + 1)...])
    var rest = self
    var handover = Attempt(body: [block] + after, line: block.line)
    handover.isEscalation = true
    handover.isHandover = true
    switch block.kind {
    case .paragraph(let text):
      guard let index = text.handover(vocabulary) else { return nil }
      let parts = (text.pieces[..<index], text.pieces[index...])
      func paragraph(_ pieces: ArraySlice<Text.Piece>) -> Block {
        Block(.paragraph(Text(pieces: Array(pieces))), line: block.line, file: block.file)
      }
      handover.body = [paragraph(parts.1)] + after
      rest.body = before
      if parts.0.contains(where: { $0.source.contains(where: \.isVisible) }) {
        rest.body.append(paragraph(parts.0))
      }
    case .alert(_, let inner):
      guard inner.count == 1, case .paragraph(let text)? = inner.first?.kind,
        text.handover(vocabulary) == 0
      else { return nil }
      rest.body = before
    default: return nil
    }
    return rest.body.isEmpty ? nil : (rest, handover)
  }
}

extension Text {
  /// The position of the first sentence of those at its end that send the reader to a person, when
  /// nothing else to do stands behind it.
  fileprivate func handover(_ vocabulary: Vocabulary) -> Int? {
    let sentences = pieces.map { Words($0.source) }
    guard let start = sentences.firstIndex(where: { vocabulary.handsOver($0) }) else { return nil }
    let isLast = sentences[start...].allSatisfy { sentence in
      !vocabulary.isAdvice(sentence) || sentence.contains(any: vocabulary[.people])
        || vocabulary.isPreparation(sentence)
    }
    return isLast ? start : nil
  }
}

extension Vocabulary {
  /// Whether a sentence says whom to turn to, and when: "If you can't sign in, ask your
  /// administrator", "For more help, contact support".
  ///
  /// Without a condition, asking somebody may be a part of what is to be done.
  fileprivate func handsOver(_ sentence: Words) -> Bool {
    isLastResort(sentence)
      || (sentence.starts(withAny: self[.troubleStarts]) && sendsToPerson(sentence))
  }
}
