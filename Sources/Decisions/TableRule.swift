import Content

/// Reads diagnostic tables and choice tables (patterns.md, 1, R2 and R8).
enum TableRule {
  /// What a column holds, by its header's words.
  enum Column: Equatable { case ordinal, problem, cause, solution, other }

  /// The situations of a table, or `nil` for a table that only informs.
  static func situations(_ table: Table, isDiagnostic: Bool) -> Situations? {
    let header = table.header.map { Words($0.blocks) }
    var columns = header.map { column($0) }
    if !columns.contains(.problem), columns.contains(.cause) || columns.contains(.solution) {
      guard let key = keyColumn(columns, header, isDiagnostic: isDiagnostic) else {
        return Situations(.choiceTable, choices(table, header))
      }
      columns[key] = .problem
    }
    guard columns.contains(.problem), columns.contains(.solution) || columns.contains(.cause) else {
      return Situations(.choiceTable, choices(table, header))
    }
    return Situations(.diagnosticTable, rows(of: table, columns))
  }

  /// The column that names the situation, in a table without a word for problem in its header.
  private static func keyColumn(
    _ columns: [Column], _ header: [Words], isDiagnostic: Bool
  ) -> Int? {
    guard columns.contains(.solution) else { return nil }
    if columns.contains(.cause), isDiagnostic { return columns.firstIndex(of: .cause) }
    let question = header.firstIndex { $0.stem.isAny(of: questionWords) }
    if let question { return question }
    return isDiagnostic ? columns.firstIndex(of: .other) : nil
  }

  /// The rows of "If you want to …" beside "Do this".
  private static func choices(_ table: Table, _ header: [Words]) -> [Draft]? {
    guard isChoice(header) else { return nil }
    var named = header.map { _ in Column.solution }
    named[0] = .problem
    return rows(of: table, named)
  }

  static func column(_ words: Words) -> Column {
    let stem = words.stem
    if stem.isEmpty || stem.isAny(of: ordinalWords) { return .ordinal }
    if words.contains(any: whyWords) { return .other }
    if words.contains(any: solutionWords) { return .solution }
    if words.contains(any: causeWords) { return .cause }
    if words.contains(any: problemWords), !words.contains(any: bugWords) { return .problem }
    return .other
  }

  private static let questionWords: PhraseSet = ["question", "questions"]
  private static let ordinalWords: PhraseSet = ["no", "number", "step"]
  private static let whyWords: PhraseSet = ["why"]
  private static let bugWords: PhraseSet = ["bug"]
  private static let problemWords: PhraseSet = [
    "problem", "symptom", "symptoms", "issue", "error", "errors", "alert", "failure", "error code",
    "error message", "if you see", "what you see", "problems", "issues", "error text", "alert text",
  ]
  private static let causeWords: PhraseSet = [
    "cause", "causes", "reason", "possible cause", "possible causes", "reasons", "description",
    "meaning", "details", "explanation",
  ]
  private static let solutionWords: PhraseSet = [
    "solution", "solutions", "resolution", "workaround", "workarounds", "remediation", "action",
    "actions", "recommended action", "recommended actions", "recommendation", "recommended steps",
    "troubleshooting steps", "how to fix", "what to do", "fix", "mitigation", "next step",
    "troubleshooting", "client action", "suggested action", "try this", "do this",
    "workaround/comments", "comments/workaround", "how to handle",
  ]

  /// "If you want to …" beside "Do this".
  private static func isChoice(_ header: [Words]) -> Bool {
    guard header.count >= 2, let first = header.first else { return false }
    return first.starts(withAny: choiceStarts) && !header[1].isEmpty
  }

  private static let choiceStarts: PhraseSet = [
    "if you", "if your", "to do this", "if", "what you want to do",
  ]

  private static func rows(of table: Table, _ columns: [Column]) -> [Draft] {
    zip(table.rows, table.rowLines).compactMap { row, line in
      draft(of: row, columns, header: table.header, line: line)
    }
  }

  private static func draft(
    of row: [Table.Cell], _ columns: [Column], header: [Table.Cell], line: Int
  ) -> Draft? {
    func cells(_ wanted: Column) -> [Table.Cell] {
      zip(row, columns).filter { $0.1 == wanted }.map(\.0)
    }
    // Of several columns about the problem, the first names it; a code or a number does not.
    let problems = cells(.problem).filter { !$0.blocks.allSatisfy(\.isBlank) }
    guard let key = problems.first else { return nil }
    let label = Text(joining: key.blocks.texts)
    let solution = cells(.solution).flatMap(\.blocks).filter { !$0.isBlank }
    var draft = Draft(shape: .problem, rule: .remedies, title: label, line: line)
    let split = AttemptSplitter.split(solution, isSolution: true)
    draft.explanation =
      (problems.dropFirst() + cells(.cause) + cells(.other)).flatMap(\.blocks)
      .filter { !$0.isBlank } + split.explanation
    draft.attempts = split.attempts
    if split.attempts.isEmpty {
      // Some writers put the remedy beside the symptom.
      let other = AttemptSplitter.split(draft.explanation, isSolution: false)
      (draft.explanation, draft.attempts) = (other.explanation, other.attempts)
    }
    return draft
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
