import Content

/// Reads tables that name problems and link to the sections of the article that mend them.
///
/// "[Restart the hub](#restart-the-hub)" beside "The light is red" says to try what that section
/// says. The section moves into the first row that links to it, and is repeated in others.
enum LinkedRepairsRule {
  /// How many rows of a table may have a section that another has: more would multiply its text.
  private static let mostRepeats = 20

  /// Fills the cells of such tables with what they link to.
  static func moveLinkedSections(in root: Section, _ vocabulary: Vocabulary) -> Section {
    guard root.linksToRepairs else { return root }
    var moved: Set<String> = []
    var out = root.fillingRepairs(from: root, &moved, vocabulary)
    for anchor in moved.sorted() { _ = out.remove(anchor: anchor) }
    return moved.isEmpty ? root : out.droppingEmptied(since: root)
  }

  /// A table whose cells in one column link to sections, with these in their place, and the ids of
  /// the sections; `nil` for any other table.
  fileprivate static func filled(
    _ table: Table, from root: Section, isDiagnostic: Bool, _ vocabulary: Vocabulary
  ) -> (table: Table, anchors: [String])? {
    guard let column = table.header.indices.dropFirst().first(where: { linksOnly(table, at: $0) })
    else { return nil }
    var out = table
    var anchors: [String] = []
    for index in table.rows.indices where table.rows[index].indices.contains(column) {
      let links = links(in: table.rows[index][column])
      guard !links.isEmpty else { continue }
      let repairs = links.compactMap { root.repair(called: $0, vocabulary) }
      guard repairs.count == links.count else { return nil }
      out.rows[index][column].blocks = repairs.flatMap(\.asRemedy)
      anchors += links
    }
    guard anchors.count - Set(anchors).count <= mostRepeats else { return nil }
    let found = TableRule.situations(out, isDiagnostic: isDiagnostic, vocabulary)
    return found?.rule == .diagnosticTable ? (out, anchors) : nil
  }

  /// Whether most cells of a column, the first among them, hold links within the page alone.
  fileprivate static func linksOnly(_ table: Table, at column: Int) -> Bool {
    guard let first = table.rows.first, first.indices.contains(column),
      !links(in: first[column]).isEmpty
    else { return false }
    let linking = table.rows.count { row in
      row.indices.contains(column) && !links(in: row[column]).isEmpty
    }
    return linking >= 2 && linking * 4 >= table.rows.count * 3
  }

  /// The ids that a cell of nothing but links within the page leads to.
  private static func links(in cell: Table.Cell) -> [String] {
    guard cell.blocks.allSatisfy(\.isLinksOnly) else { return [] }
    let all = cell.blocks.texts.flatMap { $0.source.links.map(\.link.destination) }
    return all.allSatisfy { $0.hasPrefix("#") } ? all.map { String($0.dropFirst()) } : []
  }
}

extension Section {
  /// Whether a table in it has a column of links within the page.
  fileprivate var linksToRepairs: Bool {
    blocks.contains { block in
      guard case .table(let table) = block.kind else { return false }
      return table.header.indices.dropFirst().contains {
        LinkedRepairsRule.linksOnly(table, at: $0)
      }
    } || subsections.contains(where: \.linksToRepairs)
  }

  /// The section with the cells of its tables filled, and the ids of the sections that it took.
  fileprivate func fillingRepairs(
    from root: Section, _ moved: inout Set<String>, _ vocabulary: Vocabulary
  ) -> Section {
    var out = self
    for index in blocks.indices {
      guard case .table(let table) = blocks[index].kind else { continue }
      let isDiagnostic = vocabulary.isIssueTitle(words, isDiagnostic: false)
      guard
        let (filled, anchors) = LinkedRepairsRule.filled(
          table, from: root, isDiagnostic: isDiagnostic, vocabulary)
      else { continue }
      out.blocks[index].kind = .table(filled)
      moved.formUnion(anchors)
    }
    for index in subsections.indices {
      out.subsections[index] = subsections[index].fillingRepairs(from: root, &moved, vocabulary)
    }
    return out
  }

  /// The section with an id, when it says what to do and asks nothing, in a table neither.
  fileprivate func repair(called anchor: String, _ vocabulary: Vocabulary) -> Section? {
    for section in subsections {
      if section.heading?.isCalled(anchor) == true {
        let isRepair = section.subsections.isEmpty && !section.linksToRepairs
        return isRepair && section.offersAction(vocabulary) ? section : nil
      }
      if let found = section.repair(called: anchor, vocabulary) { return found }
    }
    return nil
  }

  /// Its heading and its text as one thing to try.
  fileprivate var asRemedy: [Block] {
    let heading = Block(.heading(Heading(level: 3, text: title, id: heading?.id ?? "")), line: line)
    return [Block(.directive("remedy"), line: line), heading] + blocks
  }

  /// The outline without headings that nothing is left under.
  fileprivate func droppingEmptied(since old: Section) -> Section {
    var out = self
    out.subsections = subsections.compactMap { section in
      guard let before = old.subsections.first(where: { $0.heading?.id == section.heading?.id })
      else { return section }
      let isEmptied =
        section.blocks.isEmpty && section.subsections.isEmpty && !before.subsections.isEmpty
      return isEmptied ? nil : section.droppingEmptied(since: before)
    }
    return out
  }
}
