import Content

/// Reads tables that say for each problem or goal what to do on each platform: "Problem" beside
/// "Windows" and "macOS".
///
/// A row is an answer, and asks for the platform. Where the first column lists actions or settings,
/// as tables of shortcuts do, the table informs.
enum MatrixRule {
  /// The rows of such a table; `nil` for any other.
  static func situations(
    _ table: Table, _ header: [Words], _ vocabulary: Vocabulary
  ) -> Situations? {
    guard header.count >= 3, let rule = rule(header[0], vocabulary),
      SituationRule.arePlatforms(Array(header.dropFirst()), vocabulary)
    else { return nil }
    let cells = table.rows.flatMap { $0.dropFirst() }.filter { !Words($0.blocks).isEmpty }
    let acting = cells.count { ListRule.isActing($0.blocks, vocabulary) }
    guard acting * 4 >= cells.count * 3 else { return nil }
    return Situations(
      rule,
      zip(table.rows, table.rowLines).compactMap { row, line in
        question(of: row, platforms: table.header, line: line, vocabulary)
      })
  }

  /// Why the rows are answers: they are problems, or goals.
  private static func rule(_ first: Words, _ vocabulary: Vocabulary) -> Rule? {
    switch TableRule.Column(first, vocabulary) {
    case .problem, .message: .diagnosticTable
    default: first.starts(withAny: vocabulary[.choiceStarts]) ? .choiceTable : nil
    }
  }

  /// What a row asks: on which of the platforms, of those with anything to do.
  private static func question(
    of row: [Table.Cell], platforms: [Table.Cell], line: Int, _ vocabulary: Vocabulary
  ) -> Draft? {
    guard let key = row.first, !Words(key.blocks).isEmpty else { return nil }
    var draft = Draft(
      shape: .question, rule: .platforms, title: Text(joining: key.blocks.texts), line: line)
    for (platform, cell) in zip(platforms, row).dropFirst() where !Words(cell.blocks).isEmpty {
      let answer = ListRule.situation(
        Text(joining: platform.blocks.texts), cell.blocks, line: line, isSolution: true, vocabulary)
      draft.parts.append(Draft.Part(role: .answer, draft: answer))
    }
    return draft
  }
}
