import Content

/// Reads diagnostic tables and choice tables (patterns.md, 1, R2 and R8).
enum TableRule {
  /// The situations of a table, or `nil` for a table that only informs.
  static func situations(
    _ table: Table, isDiagnostic: Bool, _ vocabulary: Vocabulary
  ) -> Situations? {
    let header = table.header.map { Words($0.blocks) }
    if let matrix = MatrixRule.situations(table, header, vocabulary) { return matrix }
    if let columns = diagnosticColumns(
      header, table, isDiagnostic: isDiagnostic, vocabulary),
      isWorded(table, columns, vocabulary)
    {
      return Situations(
        .diagnosticTable, rows(of: table, keepingUnnamed(columns, header), vocabulary))
    }
    return choices(table, header, vocabulary)
  }

  /// The rows of a table that its writer calls a question: the first column, and what to do.
  static func marked(_ table: Table, _ vocabulary: Vocabulary) -> [Draft] {
    let columns = table.header.indices.map { $0 == 0 ? Column.problem : .solution }
    return rows(of: table, columns, vocabulary)
  }

  /// What each column holds, in a table that tells problems apart; else `nil`.
  ///
  /// There must be a column that names the problem, and one that says what to do about it or why it
  /// is. Where the header has no word for the problem, a heading above must speak of problems.
  private static func diagnosticColumns(
    _ header: [Words], _ table: Table, isDiagnostic: Bool, _ vocabulary: Vocabulary
  ) -> [Column]? {
    var columns = header.map { Column($0, vocabulary) }
    if columns.contains(.question), columns.contains(.answer) || columns.contains(.solution) {
      return columns.map { $0 == .question ? .problem : $0 == .answer ? .solution : $0 }
    }
    if columns.first == .problem, !columns.contains(.solution),
      let advice = actingColumn(columns, table, vocabulary)
    {
      columns[advice] = .solution
    }
    let isSolved = columns.contains(.solution)
    // What needs a workaround does not do what it should.
    let isDiagnostic =
      isDiagnostic || header.contains { $0.stem.isAny(of: vocabulary[.workaroundColumns]) }
    if !columns.contains(.problem) {
      let key =
        advises(header, columns, table, vocabulary)
        ? columns.firstIndex(of: .message) ?? columns.firstIndex(of: .other)
        : isSolved || isDiagnostic ? keyColumn(columns, isDiagnostic: isDiagnostic) : nil
      guard let key else { return nil }
      columns[key] = .problem
    }
    if isSolved || columns.contains(.cause) { return columns }
    // "Error" beside "Description" (10 of 20): a list of problems, or of what was mended.
    guard columns.contains(.description) else { return nil }
    let acting = table.rows.count { vocabulary.offersAction(Words($0.flatMap(\.blocks))) }
    return isDiagnostic || acting * 2 > table.rows.count ? columns : nil
  }

  /// A column without a header belongs to the one before it: it holds what a row has too much.
  private static func keepingUnnamed(_ columns: [Column], _ header: [Words]) -> [Column] {
    var out = columns
    for index in columns.indices.dropFirst()
    where columns[index] == .ordinal && header[index].isEmpty {
      out[index] = out[index - 1] == .solution ? .solution : .other
    }
    return out
  }

  /// The last column without a plain word above it, when most of its cells say what to do: "Your move".
  private static func actingColumn(
    _ columns: [Column], _ table: Table, _ vocabulary: Vocabulary
  ) -> Int? {
    guard let last = columns.lastIndex(of: .other), last > 0 else { return nil }
    let acting = table.rows.count { row in
      row.indices.contains(last) && vocabulary.offersAction(Words(row[last].blocks))
        && !row[last].blocks.allSatisfy(\.isLinksOnly)
    }
    return acting * 4 >= table.rows.count * 3 ? last : nil
  }

  /// Whether a column tells the reader what to do, as "What to do" does, and most of its cells do so:
  /// then the first column names what is the case, whatever its header says.
  private static func advises(
    _ header: [Words], _ columns: [Column], _ table: Table, _ vocabulary: Vocabulary
  ) -> Bool {
    guard let first = header.first, !first.starts(withAny: vocabulary[.choiceStarts]),
      let advice = columns.indices.dropFirst().first(where: {
        columns[$0] == .solution && header[$0].contains(any: vocabulary[.adviceColumns])
      })
    else { return false }
    let acting = table.rows.count { row in
      row.indices.contains(advice) && vocabulary.offersAction(Words(row[advice].blocks))
    }
    return acting * 4 >= table.rows.count * 3
  }

  /// Whether the cells say something in words: a matrix of marks tells nothing to do.
  private static func isWorded(
    _ table: Table, _ columns: [Column], _ vocabulary: Vocabulary
  ) -> Bool {
    isWorded(table, key: columns.firstIndex(of: .problem), vocabulary)
  }

  /// Whether half of the rows say something in words beside the column at `key`.
  static func isWorded(_ table: Table, key: Int?, _ vocabulary: Vocabulary) -> Bool {
    let worded = table.rows.count { row in
      row.indices.contains { $0 != key && vocabulary.isPhrase(Words(row[$0].blocks)) }
    }
    return worded * 2 >= table.rows.count
  }

  /// The column that names the situation, in a table without a plain word for problem.
  private static func keyColumn(_ columns: [Column], isDiagnostic: Bool) -> Int? {
    if columns.contains(.solution), let message = columns.firstIndex(of: .message) {
      return message
    }
    guard isDiagnostic, let solution = columns.firstIndex(of: .solution) else { return nil }
    // "Action" before "Windows" and "macOS" lists what can be done.
    let keys = columns[..<solution]
    return keys.firstIndex(of: .cause) ?? keys.firstIndex(of: .other)
      ?? keys.firstIndex(of: .description)
  }

  /// The rows of "If you want to …" beside "Do this".
  ///
  /// Where the cells only link on, they are topics: nothing is to be tried.
  private static func choices(
    _ table: Table, _ header: [Words], _ vocabulary: Vocabulary
  ) -> Situations? {
    // "You are" beside "Your situation" name one case together.
    let keys = min(
      header.prefix { $0.starts(withAny: vocabulary[.choiceStarts]) }.count, header.count - 1)
    guard keys >= 1, !header[keys].isEmpty else { return nil }
    let cells = table.rows.map { $0.dropFirst(keys).flatMap(\.blocks) }
    let acting = cells.count { vocabulary.offersAction(Words($0)) }
    let announces =
      vocabulary.isOrder(header[keys]) || header[keys].contains(any: vocabulary[.thenColumns])
    let isAddressed = header[0].starts(withAny: vocabulary[.addressedChoices])
    guard announces || (isAddressed && acting * 2 > cells.count) else { return nil }
    let named = header.indices.map { $0 < keys ? Column.problem : .solution }
    var found = Situations(
      .choiceTable, rows(of: table, named, isComposite: keys > 1, vocabulary))
    found?.isMenu = cells.allSatisfy { $0.allSatisfy(\.isLinksOnly) }
    return found
  }

  private static func rows(
    of table: Table, _ columns: [Column], isComposite: Bool = false, _ vocabulary: Vocabulary
  ) -> [Draft] {
    joinedRows(of: table, columns).compactMap { row, line in
      draft(of: row, columns, isComposite: isComposite, line: line, vocabulary)
    }
  }

  /// The rows with their lines, where one that names no problem goes on with the row above it.
  private static func joinedRows(
    of table: Table, _ columns: [Column]
  ) -> [(row: [Table.Cell], line: Int)] {
    var joined: [(row: [Table.Cell], line: Int)] = []
    for (row, line) in zip(table.rows, table.rowLines) {
      let namesNone = zip(row, columns).allSatisfy { cell, column in
        column != .problem || cell.blocks.allSatisfy(\.isBlank)
      }
      guard namesNone, var last = joined.popLast() else {
        joined.append((row, line))
        continue
      }
      for index in last.row.indices where row.indices.contains(index) {
        last.row[index].blocks += row[index].blocks.filter { !$0.isBlank }
      }
      joined.append(last)
    }
    return joined
  }

  private static func draft(
    of row: [Table.Cell], _ columns: [Column], isComposite: Bool, line: Int,
    _ vocabulary: Vocabulary
  ) -> Draft? {
    func cells(_ wanted: Column...) -> [Table.Cell] {
      zip(row, columns).filter { wanted.contains($0.1) }.map(\.0)
    }
    let problems = cells(.problem).filter { !$0.blocks.allSatisfy(\.isBlank) }
    guard let key = problems.first else { return nil }
    // A code alone tells nobody which problem it is; the message beside it does.
    let others = Array(problems.dropFirst()) + cells(.message)
    let named = isComposite ? problems : key.isCode ? [key] + others.prefix(1) : [key]
    let label = Text(joining: named.flatMap(\.blocks).texts)
    let solution = cells(.solution).flatMap(\.blocks).filter { !$0.isBlank }
    var draft = Draft(shape: .problem, rule: .remedies, title: label, line: line)
    let split = AttemptSplitter.split(solution, isSolution: true, vocabulary)
    draft.explanation =
      (others.dropFirst(named.count - 1)
      + cells(.cause, .description, .question, .answer, .other))
      .flatMap(\.blocks).filter { !$0.isBlank } + split.explanation
    draft.attempts = split.attempts
    if split.attempts.isEmpty {
      // Some writers put the remedy beside the symptom.
      let other = AttemptSplitter.split(
        draft.explanation, isSolution: false, vocabulary)
      (draft.explanation, draft.attempts) = (other.explanation, other.attempts)
    }
    return draft
  }
}

extension TableRule {
  /// What a column holds, by its header's words.
  enum Column: Equatable {
    case ordinal, problem, message, cause, description, solution, question, answer, other

    init(_ words: Words, _ vocabulary: Vocabulary) {
      let stem = words.stem
      let isProblem =
        words.contains(any: vocabulary[.problemColumns])
        && !words.contains(any: vocabulary[.mendedColumns])
      self =
        if stem.isEmpty || stem.isAny(of: vocabulary[.ordinalColumns]) {
          .ordinal
        } else if words.contains(any: vocabulary[.whyColumns]) {
          .other
        } else if words.contains(any: vocabulary[.solutionColumns]) {
          .solution
        } else if words.contains(any: vocabulary[.causeColumns]) {
          .cause
        } else if isProblem {
          .problem
        } else if stem.isAny(of: vocabulary[.questionColumns]) {
          .question
        } else if stem.isAny(of: vocabulary[.answerColumns]) {
          .answer
        } else if words.contains(any: vocabulary[.descriptionColumns]) {
          .description
        } else if words.contains(any: vocabulary[.messageColumns]) {
          .message
        } else {
          .other
        }
    }
  }
}

extension Table.Cell {
  /// Whether it holds a single word without letters beyond ASCII, such as `0x80070005` or `ConnectionFailed`.
  fileprivate var isCode: Bool {
    let words = Words(blocks)
    return words.wordCount == 1 && words.bytes.allSatisfy { $0 < 0x80 }
  }
}

extension Block {
  /// Whether it shows links and nothing else, or nothing.
  var isLinksOnly: Bool {
    texts.allSatisfy { text in
      text.source.allSatisfy { $0.isLinkOnly }
    }
  }
}

extension Inline {
  fileprivate var isLinkOnly: Bool {
    switch self {
    case .link: true
    case .unit(_, _, let inner), .emphasis(let inner), .strong(let inner):
      inner.allSatisfy { $0.isLinkOnly }
    default: !isVisible
    }
  }
}

extension Block {
  /// Whether a reader sees nothing of it.
  fileprivate var isBlank: Bool { !texts.isEmpty && texts.allSatisfy(\.isBlank) }
}

extension Text {
  /// The texts one after another, each on a line of its own.
  init(joining texts: [Text]) {
    var pieces: [Piece] = []
    for text in texts where !text.isBlank {
      if !pieces.isEmpty { pieces.append(Piece(source: [.lineBreak])) }
      pieces += text.pieces
    }
    self.init(pieces: pieces)
  }
}

extension Vocabulary {
  /// Whether words are more than a mark or a name: three of them, or as much text without spaces.
  fileprivate func isPhrase(_ words: Words) -> Bool {
    words.wordCount > 2 || (!isSpaced && words.count > 6)
  }
}
