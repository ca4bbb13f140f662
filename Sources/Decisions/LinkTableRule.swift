import Content

/// Reads a table whose rows only link to sections of the article, which become the answers.
///
/// "How do you sign in?" with a row for each way is such a table (patterns.md, 1, R1).
enum LinkTableRule {
  /// A section that a row links to, under the row's words.
  struct Answer {
    var label: Text
    /// `nil` when the link is broken.
    var section: Section?
  }

  /// Moves the sections that such a table links to under the section that holds the table.
  static func moveLinkedSections(in root: Section) -> Section {
    var out = root
    guard let (rows, header) = links(in: root) else { return root }
    let answers = rows.map { Answer(label: $0.label, section: out.remove(anchor: $0.anchor)) }
    // A link or two may be broken; then the row still stands for itself.
    guard answers.count(where: { $0.section != nil }) * 2 >= answers.count else { return root }
    out.place(answers, header: header)
    return out
  }

  private typealias Row = (label: Text, anchor: String)

  /// The rows of the first such table, and what its header says.
  private static func links(in section: Section) -> (rows: [Row], header: Text)? {
    for block in section.blocks {
      if let rows = rows(of: block), case .table(let table) = block.kind {
        return (rows, table.header.first?.blocks.first?.texts.first ?? .empty)
      }
    }
    for subsection in section.subsections {
      if let found = links(in: subsection) { return found }
    }
    return nil
  }

  /// The rows of a table of one column in which each cell is a link within the page.
  fileprivate static func rows(of block: Block) -> [(label: Text, anchor: String)]? {
    guard case .table(let table) = block.kind, table.header.count == 1, table.rows.count >= 2
    else { return nil }
    let rows = table.rows.compactMap { row -> (label: Text, anchor: String)? in
      guard let text = row.first?.blocks.first?.texts.first else { return nil }
      let links = text.source.links
      guard links.count == 1, links[0].link.destination.hasPrefix("#"),
        links[0].text.plainText == text.source.plainText.trimmed
      else { return nil }
      return (text, String(links[0].link.destination.dropFirst()))
    }
    return rows.count == table.rows.count ? rows : nil
  }
}

extension Section {
  /// Takes the section with an id out of the outline, unless it is to be kept or holds everything.
  mutating func remove(
    anchor: String, keeping isKept: (Section) -> Bool = { _ in false }
  ) -> Section? {
    if let index = subsections.firstIndex(where: { $0.heading?.isCalled(anchor) == true }) {
      return isKept(subsections[index]) ? nil : subsections.remove(at: index)
    }
    for index in subsections.indices {
      if let found = subsections[index].remove(anchor: anchor, keeping: isKept) { return found }
    }
    return nil
  }

  /// Puts the answers below the section that holds the table, in the place of the table.
  fileprivate mutating func place(_ answers: [LinkTableRule.Answer], header: Text) {
    if let index = blocks.firstIndex(where: { LinkTableRule.rows(of: $0) != nil }) {
      blocks.remove(at: index)
      self.answers = answers
      question = header
      return
    }
    for index in subsections.indices { subsections[index].place(answers, header: header) }
  }
}

extension Heading {
  /// Whether links call it so, in any case.
  func isCalled(_ name: String) -> Bool {
    ([id] + aliases).contains { $0.lowercased() == name.lowercased() }
  }
}

extension String {
  fileprivate var trimmed: String {
    var part = Substring(self)
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
