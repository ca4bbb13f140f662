import Content

/// Reads diagnostic tables and choice tables (patterns.md, 1, R2 and R8).
enum TableRule {
  /// What a column holds, by its header's words.
  enum Column: Equatable { case ordinal, problem, cause, solution, other }

  /// The question that a table asks, or `nil` for a table that only informs.
  static func question(_ table: Table, line: Int, isDiagnostic: Bool) -> [Draft]? {
    let header = table.header.map { Words($0.blocks) }
    let columns = header.map { column($0) }
    if columns.contains(.problem), columns.contains(.solution) || columns.contains(.cause) {
      return rows(of: table, columns)
    }
    if columns.contains(.cause), columns.contains(.solution), isDiagnostic {
      return rows(of: table, columns.map { $0 == .cause ? .problem : $0 })
    }
    if isDiagnostic, columns.contains(.solution), let first = columns.firstIndex(of: .other) {
      var named = columns
      named[first] = .problem
      return rows(of: table, named)
    }
    if isChoice(header) {
      var named = columns.map { _ in Column.solution }
      named[0] = .problem
      return rows(of: table, named)
    }
    return nil
  }

  static func column(_ words: Words) -> Column {
    let stem = words.stem
    if stem.isEmpty || ["no", "number", "step"].contains(stem) { return .ordinal }
    if words.contains(any: ["why"]) { return .other }
    if words.contains(any: solutionWords) { return .solution }
    if words.contains(any: causeWords) { return .cause }
    if words.contains(any: problemWords), !words.contains(any: ["bug"]) { return .problem }
    return .other
  }

  private static let problemWords = [
    "problem", "symptom", "symptoms", "issue", "error", "errors", "alert", "failure", "error code",
    "error message", "if you see", "what you see", "problems", "issues", "error text", "alert text",
  ]
  private static let causeWords = [
    "cause", "causes", "reason", "possible cause", "possible causes", "reasons", "description",
    "meaning", "details", "explanation",
  ]
  private static let solutionWords = [
    "solution", "solutions", "resolution", "workaround", "workarounds", "remediation", "action",
    "actions", "recommended action", "recommended actions", "recommendation", "recommended steps",
    "troubleshooting steps", "how to fix", "what to do", "fix", "mitigation", "next step",
    "troubleshooting", "client action", "suggested action", "try this", "do this",
    "workaround/comments", "comments/workaround", "how to handle",
  ]

  /// "If you want to …" beside "Do this".
  private static func isChoice(_ header: [Words]) -> Bool {
    guard header.count >= 2, let first = header.first else { return false }
    return first.starts(withAny: ["if you", "if your", "to do this", "if", "what you want to do"])
      && !header[1].isEmpty
  }

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
    let label = Text(joining: cells(.problem).flatMap { $0.blocks.flatMap(\.texts) })
    guard !label.isBlank else { return nil }
    let solution = cells(.solution).flatMap(\.blocks).filter { !$0.texts.allSatisfy(\.isBlank) }
    var draft = Draft(shape: .problem, title: label, line: line)
    let split = AttemptSplitter.split(solution, as: .solution)
    draft.explanation =
      (cells(.cause) + cells(.other)).flatMap(\.blocks).filter { !$0.texts.allSatisfy(\.isBlank) }
      + split.explanation
    draft.attempts = split.attempts
    return draft
  }
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
