import Content

/// Cuts the text of a solution into what explains and what to try, one thing after another
/// (patterns.md, 1, R10).
enum AttemptSplitter {
  /// What a passage is known to be before it is cut.
  enum Kind {
    /// A solution's own text: all of it is to be tried.
    case solution
    /// Text under an issue: it may describe before it offers.
    case mixed
  }

  static func split(_ blocks: [Block], as kind: Kind) -> (explanation: [Block], attempts: [Attempt])
  {
    var explanation: [Block] = []
    var attempts: [Attempt] = []
    for segment in segments(of: blocks) {
      let words = Words(segment)
      if attempts.isEmpty, !offers(segment, words, as: kind) {
        explanation.append(segment)
      } else if attempts.isEmpty || Vocabulary.startsNextAttempt(words) {
        attempts.append(Attempt(body: [segment], line: segment.line))
      } else {
        attempts[attempts.count - 1].body.append(segment)
      }
    }
    return (explanation, attempts.flatMap { perItem($0) }.map { markingEscalation($0) })
  }

  private static func offers(_ block: Block, _ words: Words, as kind: Kind) -> Bool {
    switch (kind, block.kind) {
    case (.solution, _): !isNothingToDo(words)
    case (.mixed, .list(let list)): list.start != nil || Vocabulary.offersAction(words)
    case (.mixed, .paragraph): Vocabulary.offersAction(words)
    case (.mixed, _): false
    }
  }

  /// "None.", "By design", "No workaround at this time".
  private static func isNothingToDo(_ words: Words) -> Bool {
    let stem = words.stem
    return ["none", "n/a", "not applicable", "by design", "unknown"].contains(stem)
      || words.starts(withAny: [
        "none at this time", "no workaround", "there is no workaround", "there's no workaround",
        "no resolution", "there is no resolution", "no known workaround", "no solution",
        "there is currently no", "there's currently no", "none is available", "no action",
      ])
  }

  /// The blocks, with paragraphs cut where a blank line (`<br><br>`) stands in them.
  static func segments(of blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      guard case .paragraph(let text) = block.kind else { return [block] }
      return text.splitAtBlankLines.map {
        Block(.paragraph($0), line: block.line, file: block.file)
      }
    }
  }

  /// "Try the following:" with bullets: each bullet is an attempt, the lead-in with the first.
  private static func perItem(_ attempt: Attempt) -> [Attempt] {
    guard let index = attempt.body.firstIndex(where: \.isBulletList), index > 0,
      case .list(let list) = attempt.body[index].kind, list.items.count > 1,
      Words(attempt.body[index - 1]).invitesTrying
    else { return [attempt] }
    let items = list.items.enumerated().map { number, item -> Attempt in
      let line = item.first?.line ?? attempt.line
      let lead = number == 0 ? Array(attempt.body[..<index]) : []
      return Attempt(body: lead + item, line: line)
    }
    var last = items[items.count - 1]
    last.body += attempt.body[(index + 1)...]
    return items.dropLast() + [last]
  }

  private static func markingEscalation(_ attempt: Attempt) -> Attempt {
    var out = attempt
    let words = Words(attempt.body)
    let first = Vocabulary.sentences(of: words).first ?? words
    out.isEscalation =
      Vocabulary.isEscalation(first)
      && (Vocabulary.sentences(of: words).count <= 2 || first.starts(withAny: ["contact", "ask"]))
    return out
  }
}

extension Words {
  /// Whether a sentence announces things to try one by one.
  var invitesTrying: Bool {
    endsWithColon
      && contains(any: [
        "try", "following", "check", "verify", "these", "make sure", "possible", "ways", "options",
      ])
      && contains(any: [
        "try", "verify", "check", "make sure", "ensure", "resolutions", "solutions", "workarounds",
        "options", "ways to", "resolve", "fix",
      ])
  }
}

extension Block {
  var isBulletList: Bool {
    if case .list(let list) = kind { return list.start == nil }
    return false
  }

  var isProcedure: Bool {
    if case .list(let list) = kind { return list.start != nil && list.items.count >= 2 }
    return false
  }
}

extension Text {
  /// The parts between two or more line breaks in a row; a single break stays in its part.
  var splitAtBlankLines: [Text] {
    var parts: [[Piece]] = [[]]
    var breaks = 0
    for piece in pieces {
      if piece.source == [.lineBreak] {
        breaks += 1
        continue
      }
      if breaks >= 2, !parts[parts.count - 1].isEmpty {
        parts.append([])
      } else if breaks == 1 {
        parts[parts.count - 1].append(Piece(source: [.lineBreak]))
      }
      breaks = 0
      parts[parts.count - 1].append(piece)
    }
    return parts.filter { !$0.isEmpty }.map { Text(pieces: $0) }
  }
}
