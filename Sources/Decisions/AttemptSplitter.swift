import Content

/// Cuts the text of a solution into what explains and what to try, one thing after another
/// (patterns.md, 1, R10).
struct AttemptSplitter {
  private var explanation: [Block] = []
  private var attempts: [Attempt] = []
  private let isSolution: Bool
  private let vocabulary: Vocabulary
  /// The block that stands directly before the one being read.
  private var before: Block?
  /// What a comment says about the block being read.
  private var mark: Directive?

  private init(isSolution: Bool, _ vocabulary: Vocabulary) {
    self.isSolution = isSolution
    self.vocabulary = vocabulary
  }

  /// Cuts blocks sentence by sentence.
  ///
  /// - Parameters:
  ///   - blocks: the text, in document order.
  ///   - isSolution: whether the writer calls it a solution; then it is tried even when no
  ///     sentence of it sounds like advice, unless it says that there is none.
  ///   - vocabulary: the words of the text's language.
  /// - Returns: what stands before the first advice, and what to try, in order.
  static func split(_ blocks: [Block], isSolution: Bool, _ vocabulary: Vocabulary) -> (
    explanation: [Block], attempts: [Attempt]
  ) {
    var splitter = AttemptSplitter(isSolution: isSolution, vocabulary)
    for block in blocks { splitter.take(block) }
    if isSolution, splitter.attempts.isEmpty, let first = blocks.first,
      !vocabulary.isNothingToDo(Words(blocks))
    {
      splitter.attempts = [Attempt(body: blocks, line: first.line)]
      splitter.explanation = []
    }
    return (splitter.explanation, splitter.attempts.map { $0.markingEscalation(vocabulary) })
  }

  private mutating func take(_ block: Block) {
    if let directive = block.directive { mark = directive }
    guard !block.isDirective, mark != .ignore else {
      if !block.isDirective { mark = nil }
      return
    }
    defer {
      mark = nil
      before = block
    }
    switch mark {
    case .remedy: begin(block)
    case .information: append(block)
    default: read(block)
    }
  }

  private mutating func read(_ block: Block) {
    switch block.kind {
    case .paragraph(let text):
      for part in text.splitAtBlankLines {
        if followsBoldOrder(part) {
          begin(Block(.paragraph(part), line: block.line, file: block.file))
        } else {
          take(part, of: block)
        }
      }
    case .list(let list): take(list, of: block)
    case .table(let table): take(table, of: block)
    case .division("checklist", let inner) where inner.contains(where: \.isBulletList):
      for part in inner { take(checks: part) }
    case .alert, .quote, .division:
      let words = Words(block)
      if vocabulary.startsNextAttempt(words), !attempts.isEmpty {
        begin(block)
      } else {
        append(block)
      }
    default: append(block)
    }
  }

  /// Reads a paragraph: sentences before the first advice explain, the rest is to be tried.
  private mutating func take(_ text: Text, of block: Block) {
    var open: [Text.Piece] = []
    func paragraph(_ pieces: [Text.Piece]) -> Block {
      Block(.paragraph(Text(pieces: pieces)), line: block.line, file: block.file)
    }
    for piece in text.pieces {
      let words = Words(piece.source)
      let begins =
        attempts.isEmpty ? vocabulary.isAdvice(words) : vocabulary.startsNextAttempt(words)
      if begins {
        // What leads up to it, as "In the admin center:" does, belongs to it.
        let last = open.lastIndex { $0.source.contains(where: \.isVisible) }
        let isLead = last.map { Words(open[$0].source).endsWithColon } ?? false
        let cut = isLead ? last ?? open.count : open.count
        let before = Array(open[..<cut])
        if before.contains(where: { $0.source.contains(where: \.isVisible) }) {
          append(paragraph(before))
        }
        open = Array(open[cut...])
        attempts.append(Attempt(body: [], line: block.line))
      }
      open.append(piece)
    }
    if !open.isEmpty { append(paragraph(open)) }
  }

  /// A table of one row about the problem tells its cause and its solution.
  private mutating func take(_ table: Table, of block: Block) {
    guard let rows = TableRule.situations(table, isDiagnostic: true, vocabulary)?.drafts,
      rows.count == 1
    else {
      append(block)
      return
    }
    explanation.append(Block(.paragraph(rows[0].title), line: rows[0].line, file: block.file))
    explanation += rows[0].explanation
    attempts += rows[0].attempts
  }

  private mutating func take(_ list: List, of block: Block) {
    // The sentence that stands directly before it.
    let lead = before.map { Words($0).lastSentence } ?? Words("")
    let isWhole =
      isSolution && attempts.isEmpty && explanation.isEmpty && list.start == nil
      && list.items.count { vocabulary.beginsWithAdvice($0) } * 2 > list.items.count
    let isTried =
      vocabulary.invitesTrying(lead) || isWhole
      || Self.offersRemedies(list, lead, isSolution: isSolution, vocabulary)
      || vocabulary.areChecks(list)
    if list.items.count > 1, isTried || areOrders(list, lead) {
      takeItems(list, of: block, isLed: isTried)
    } else if let cut = vocabulary.nextAttempt(in: list) {
      let first = list.part(list.items[..<cut], from: 0)
      take(first, of: Block(.list(first), line: block.line, file: block.file))
      let rest = list.part(list.items[cut...], from: cut)
      begin(Block(.list(rest), line: list.items[cut].first?.line ?? block.line, file: block.file))
    } else if attempts.isEmpty,
      list.start != nil || list.items.contains(where: { vocabulary.beginsWithAdvice($0) })
    {
      // What leads up to steps belongs to them.
      let moved = lead.endsWithColon ? explanation.popLast() : nil
      attempts.append(Attempt(body: (moved.map { [$0] } ?? []) + [block], line: block.line))
    } else {
      append(block)
    }
  }

  /// Whether the writer offers the items of a list as ways to mend it.
  ///
  /// "To resolve this issue, do one of the following:" above orders does, and "There are two ways to
  /// do this:" also where nothing says that this is the solution. Items that begin with a case ask
  /// which of them it is.
  static func offersRemedies(
    _ list: List, _ lead: Words, isSolution: Bool, _ vocabulary: Vocabulary
  ) -> Bool {
    guard list.start == nil, let offer = vocabulary.offer(lead, isInStep: false),
      isSolution ? offer == .choose : offer == .cases && lead.endsWithColon
    else { return false }
    let acting = list.items.count { vocabulary.beginsWithAdvice($0) }
    let cases = list.items.count { Words($0).starts(withAny: vocabulary[.caseStarts]) }
    return acting * 2 > list.items.count && cases * 2 < list.items.count
  }

  /// Whether bullets that each begin with a verb are all that is to be done, and no sentence says
  /// what they are for.
  ///
  /// "Now test it" and "In the list, check …" go on with the bullet above.
  private func areOrders(_ list: List, _ lead: Words) -> Bool {
    attempts.isEmpty && list.start == nil && !lead.endsWithColon
      && list.items.allSatisfy { item in
        let words = Words(item)
        return vocabulary.isOrder(words) && !words.starts(withAny: vocabulary[.adverbs])
          && !words.starts(withAny: vocabulary[.clauseStarts])
      }
  }

  /// Whether a paragraph begins with an order in bold and goes on, as the attempt before it does.
  private func followsBoldOrder(_ text: Text) -> Bool {
    guard text.pieces.first?.source.beginsBold == true,
      case .paragraph(let other)? = attempts.last?.body.first?.kind
    else { return false }
    return [other, text].allSatisfy { text in
      guard let (lead, rest) = text.splittingBoldLead, !rest.isBlank else { return false }
      return vocabulary.isOrder(Words(lead))
    }
  }

  /// A checklist's items are tried one after the other.
  private mutating func take(checks block: Block) {
    guard case .list(let list) = block.kind,
      list.items.contains(where: { vocabulary.beginsWithAdvice($0) })
    else {
      return append(block)
    }
    takeItems(list, of: block)
  }

  /// "Try the following:" with a list: each item is an attempt, the lead-in with the first.
  private mutating func takeItems(_ list: List, of block: Block, isLed: Bool = true) {
    let moved = attempts.isEmpty && isLed ? explanation.popLast().map { [$0] } ?? [] : []
    for (number, item) in list.items.enumerated() {
      let one = list.part([item], from: number)
      let part = Block(.list(one), line: item.first?.line ?? block.line, file: block.file)
      if number == 0, !attempts.isEmpty {
        append(part)
      } else {
        attempts.append(Attempt(body: (number == 0 ? moved : []) + [part], line: part.line))
      }
    }
  }

  private mutating func begin(_ block: Block) {
    attempts.append(Attempt(body: [block], line: block.line))
  }

  private mutating func append(_ block: Block) {
    if attempts.isEmpty {
      explanation.append(block)
    } else {
      attempts[attempts.count - 1].body.append(block)
    }
  }
}

extension Attempt {
  /// The attempt, marked when the first thing that it says to do is to turn to a person.
  fileprivate func markingEscalation(_ vocabulary: Vocabulary) -> Attempt {
    var out = self
    let first = Words(body).firstSentence {
      vocabulary.isAdvice($0) || vocabulary.sendsToPerson($0)
    }
    out.isEscalation = first.map { vocabulary.sendsToPerson($0) } ?? false
    return out
  }
}

extension List {
  /// Some of its items, numbered as they were.
  fileprivate func part(_ items: some Sequence<[Block]>, from number: Int) -> List {
    List(start: start.map { $0 + number }, isTight: isTight, items: Array(items))
  }
}

extension Vocabulary {
  /// Whether most items are checks, each of which may find what is wrong: "Make sure that …".
  fileprivate func areChecks(_ list: List) -> Bool {
    let checks = list.items.count { Words($0).starts(withAny: self[.checks]) }
    return list.start == nil ? checks * 2 >= list.items.count : checks * 2 > list.items.count
  }

  /// The item at the end of a list that says what to do when those before it did not help: "If you
  /// still have issues, …".
  ///
  /// A step that sends the reader to a person stays a step, with the end behind it.
  fileprivate func nextAttempt(in list: List) -> Int? {
    let last = list.items.count - 1
    guard last > 0 else { return nil }
    return (max(1, last - 1)...last).first { index in
      let words = Words(list.items[index])
      let own = Words(Array(list.items[index].prefix(1)))
      return startsNextAttempt(words)
        && !(list.start != nil && own.sentences.contains { sendsToPerson($0) })
    }
  }

  /// Whether a sentence announces things to try one by one.
  fileprivate func invitesTrying(_ sentence: Words) -> Bool {
    sentence.contains(any: self[.oneByOne])
      || (sentence.endsWithColon || sentence.contains(any: self[.announcing]))
        && sentence.contains(any: self[.inviting])
  }

  /// Whether the first sentence tells the reader to do something.
  fileprivate func beginsWithAdvice(_ item: [Block]) -> Bool {
    Words(item).firstSentence { _ in true }.map { isAdvice($0) } ?? false
  }
}

extension Block {
  var isBulletList: Bool {
    if case .list(let list) = kind { return list.start == nil }
    return false
  }

  /// Whether it is a procedure, or a zone, a tab or a frame around one.
  var holdsProcedure: Bool {
    switch kind {
    case .list: isProcedure
    case .zone(_, let inner), .division(_, let inner), .quote(let inner), .details(_, let inner):
      inner.contains(where: \.holdsProcedure)
    case .tabs(let group): group.tabs.contains { $0.blocks.contains(where: \.holdsProcedure) }
    default: false
    }
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
      // White space between two breaks is no text.
      if breaks > 0, !piece.source.contains(where: \.isVisible) { continue }
      if breaks >= 2, !parts[parts.count - 1].isEmpty {
        parts.append([])
      } else if breaks == 1, !parts[parts.count - 1].isEmpty {
        parts[parts.count - 1].append(Piece(source: [.lineBreak]))
      }
      breaks = 0
      parts[parts.count - 1].append(piece)
    }
    return parts.filter { !$0.isEmpty }.map { Text(pieces: $0) }
  }
}
