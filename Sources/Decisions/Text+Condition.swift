import Content

extension Text {
  /// The condition that a text begins with, as a label, and what to do then as a sentence; `nil` where
  /// no order follows on a condition.
  ///
  /// "If you are at home, connect first." is cut into "You are at home" and "Connect first." A
  /// sentence stays whole where a comma may belong to the condition: with a quotation before it, or
  /// with "or" or "and" behind one ("If you can't view, edit, or delete files, sign in."). So does one
  /// whose condition says next to nothing, as "If so". The label of a translation is cut as well when
  /// it begins with a condition and has as many commas. What to do stays whole in it: many languages
  /// turn the words behind a condition about.
  func splittingCondition(_ vocabulary: Vocabulary) -> (condition: Text, rest: Text)? {
    guard let first = pieces.first, Words.Start(self).mayBegin(withAny: vocabulary[.ifs]) else {
      return nil
    }
    let words = Words(first.source)
    guard words.starts(withAny: vocabulary[.ifs]) else { return nil }
    let count = first.source.clauseMarks
    guard count <= Order.mostClauses else { return nil }
    let cuts = (0..<count).compactMap { first.source.cut(atClauseMark: $0) }
    for (number, cut) in cuts.enumerated() where vocabulary.continuesCondition(Words(cut.rest)) {
      // Behind a comma a colon ends what is to be done, and no condition.
      if cut.isAtColon, number > 0 { return nil }
      let goesOn = cuts[(number + 1)...].contains {
        Words($0.rest).starts(withAny: vocabulary[.conjunctions])
      }
      let open = cut.lead.dropping(vocabulary[.openIfs])
      let isBlank = Words(open).droppingPrefix(vocabulary[.possibilities])?.isEmpty ?? false
      guard !goesOn, !isBlank, !cut.lead.plainText.contains(where: \.isQuotationMark),
        !vocabulary.isSpaced || Words(open).wordCount >= Self.fewestWords
      else { return nil }
      var condition = Piece(source: open.capitalized)
      var rest = Piece(source: cut.rest.capitalized)
      if let translation = first.translation {
        let isAlike = translation.clauseMarks == count && Vocabulary.beginsCondition(translation)
        let other = isAlike ? translation.cut(atClauseMark: number) : nil
        condition.translation = other?.lead ?? translation
        rest.translation = translation
      }
      let saysNoMore = !rest.source.contains(where: \.isVisible)
      let others = Array(pieces.dropFirst())
      return (Text(pieces: [condition]), Text(pieces: (saysNoMore ? [] : [rest]) + others))
    }
    return nil
  }

  /// The fewest words of a condition that stands as an answer.
  private static let fewestWords = 2
}

extension Character {
  fileprivate var isQuotationMark: Bool { "\"“”„«»‹›「」『』‘".contains(self) }
}

extension Vocabulary {
  /// Whether a text begins with a condition in any of the languages.
  fileprivate static func beginsCondition(_ text: [Inline]) -> Bool {
    let words = Words(text)
    return all.contains { words.starts(withAny: $0[.ifs]) }
  }

  /// Whether words behind a condition say what to do then, or leave it to what stands below them.
  fileprivate func continuesCondition(_ words: Words) -> Bool {
    guard !words.starts(withAny: self[.conjunctions]) else { return false }
    // Where the verb comes last in a condition, the subject comes behind it in what follows.
    return words.isEmpty || isBareOrder(words)
      || (self[.openIfs] != [] && words.starts(withAny: self[.possibilities]))
  }
}

extension [Inline] {
  /// How many commas and colons end a clause of their own text.
  fileprivate var clauseMarks: Int {
    reduce(0) { count, inline in
      switch inline {
      case .text(let text): count + text.clauseMarks.count
      case .unit(_, _, let inner): count + inner.clauseMarks
      default: count
      }
    }
  }

  /// What stands before and behind one of these marks.
  fileprivate func cut(
    atClauseMark number: Int
  ) -> (lead: [Inline], rest: [Inline], isAtColon: Bool)? {
    var number = number
    for index in indices {
      switch self[index] {
      case .text(let text):
        let marks = text.clauseMarks
        guard number < marks.count else {
          number -= marks.count
          continue
        }
        let before = String(text[..<marks[number]])
        let behind = String(text[marks[number]...].dropFirst().drop { $0 == " " })
        return (
          self[..<index] + [.text(before)],
          (behind.isEmpty ? [] : [.text(behind)]) + self[(index + 1)...],
          ":：".contains(text[marks[number]])
        )
      case .unit(let id, let isContinuation, let inner):
        guard let cut = inner.cut(atClauseMark: number) else {
          number -= inner.clauseMarks
          continue
        }
        let lead = Inline.unit(id, isContinuation: isContinuation, cut.lead)
        let rest = Inline.unit(id, isContinuation: isContinuation, cut.rest)
        return (self[..<index] + [lead], [rest] + self[(index + 1)...], cut.isAtColon)
      default: continue
      }
    }
    return nil
  }

  /// The inlines without the word or words of a list that they begin with.
  fileprivate func dropping(_ phrases: PhraseSet) -> [Inline] {
    let words = Words(self)
    guard let rest = words.droppingPrefix(phrases), !rest.isEmpty else { return self }
    return mappingFirstText { text in
      let parts = text.split(separator: " ", maxSplits: words.wordCount - rest.wordCount)
      return parts.count > words.wordCount - rest.wordCount ? String(parts[parts.count - 1]) : text
    }
  }

  /// The inlines with a capital, where they begin with text.
  var capitalized: [Inline] {
    mappingFirstText { text in
      // "iCloud" stays what it is.
      let word = text.prefix { !$0.isWhitespace }
      guard word == word.lowercased() else { return text }
      return text.prefix(1).uppercased() + text.dropFirst()
    }
  }

  private func mappingFirstText(_ change: (String) -> String) -> [Inline] {
    guard let index = firstIndex(where: \.isVisible) else { return self }
    var out = self
    switch self[index] {
    case .text(let text): out[index] = .text(change(text))
    case .unit(let id, let isContinuation, let inner):
      out[index] = .unit(id, isContinuation: isContinuation, inner.mappingFirstText(change))
    default: break
    }
    return out
  }
}

extension String {
  /// The places of its commas and colons with a space or nothing behind them; those of other scripts
  /// need none.
  fileprivate var clauseMarks: [Index] {
    indices.filter { index in
      switch self[index] {
      case ",", ":": index == indices.last || self[self.index(after: index)].isWhitespace
      case "、", "，", "：", "،": true
      default: false
      }
    }
  }
}
