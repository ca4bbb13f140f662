import Articles
package import Content

/// Lays blocks out as paragraphs for a terminal.
package struct BlockLayout {
  /// The numbers of the links that lead into the library, by the words of the link.
  var jumps: [String: Int] = [:]
  /// Whether addresses are written out, because the terminal cannot link.
  var writesAddresses = true
  /// Where pictures are found: what stands before their path in the content folder.
  var pictureBase = ""
  /// The article's file, which pictures are relative to.
  var articlePath = ""
  let phrases: BlockWords

  /// The paragraphs of blocks that stand one below the other.
  package func paragraphs(_ blocks: [Block], indent: String = "") -> [Paragraph] {
    var out: [Paragraph] = []
    for (index, block) in blocks.enumerated() {
      out += paragraphs(block, indent: indent, hasGap: index > 0)
    }
    return out
  }

  private func paragraphs(_ block: Block, indent: String, hasGap: Bool) -> [Paragraph] {
    switch block.kind {
    case .heading(let heading):
      return [Paragraph(spans(heading.text, .bold), first: indent, hasGap: true)]
    case .paragraph(let text):
      guard !text.isBlank else { return [] }
      return [Paragraph(spans(text), first: indent, hasGap: hasGap)]
    case .list(let list): return self.list(list, indent: indent, hasGap: hasGap)
    case .code(let code): return self.code(code, indent: indent)
    case .quote(let inner): return marked(paragraphs(inner, indent: indent + "  "), hasGap: hasGap)
    case .alert(let kind, let inner):
      let title = Paragraph(
        [Span("\(phrases.alert(kind)):", .bold)], first: indent, hasGap: hasGap)
      var rest = paragraphs(inner, indent: indent + "  ")
      if !rest.isEmpty { rest[0].hasGap = false }
      return [title] + rest
    case .division(_, let inner): return marked(paragraphs(inner, indent: indent), hasGap: hasGap)
    case .details(let summary, let inner):
      return [Paragraph(spans(summary, .bold), first: indent, hasGap: hasGap)]
        + paragraphs(inner, indent: indent + "  ")
    case .table(let table): return self.table(table, indent: indent, hasGap: hasGap)
    case .tabs(let group):
      return group.tabs.flatMap { section($0.title, $0.blocks, indent: indent) }
    case .zone(let zone, let inner):
      if case .target = zone.condition {
        return marked(paragraphs(inner, indent: indent), hasGap: hasGap)
      }
      return section(Text([.text(zone.label)]), inner, indent: indent)
    case .columns(let columns):
      return marked(
        columns.flatMap { paragraphs($0.blocks, indent: indent) }, hasGap: hasGap)
    case .figure(let image, let description):
      let picture = Paragraph(spans(image), first: indent, hasGap: hasGap)
      return [picture] + paragraphs(description, indent: indent + "  ")
    case .video(let video):
      let title = video.title.isBlank ? phrases.video : video.title.target.plainText
      return [
        Paragraph(
          [Span("\(title): "), Span(video.source, .underline, link: video.source)], first: indent,
          hasGap: hasGap)
      ]
    case .thematicBreak, .html, .directive: return []
    }
  }

  /// Text that stands under a name of its own, such as one tab of several.
  private func section(_ title: Text, _ blocks: [Block], indent: String) -> [Paragraph] {
    [Paragraph(spans(title, .bold), first: indent, hasGap: true)]
      + paragraphs(blocks, indent: indent + "  ")
  }

  private func marked(_ paragraphs: [Paragraph], hasGap: Bool) -> [Paragraph] {
    var out = paragraphs
    if !out.isEmpty { out[0].hasGap = hasGap }
    return out
  }

  private func list(_ list: List, indent: String, hasGap: Bool) -> [Paragraph] {
    let last = (list.start ?? 1) + list.items.count - 1
    let digits = String(last).count
    var out: [Paragraph] = []
    for (index, item) in list.items.enumerated() {
      var marker = "- "
      if let start = list.start {
        let number = String(start + index)
        marker = String(repeating: " ", count: digits - number.count) + number + ". "
      }
      let deeper = indent + String(repeating: " ", count: marker.count)
      var inner = paragraphs(item, indent: deeper)
      if inner.isEmpty { inner = [Paragraph([], first: deeper)] }
      inner[0].first = indent + marker
      inner[0].hasGap = index == 0 ? hasGap : !list.isTight
      out += inner
    }
    return out
  }

  private func code(_ code: CodeBlock, indent: String) -> [Paragraph] {
    var text = code.text.target.plainLines
    while text.last == "" { text.removeLast() }
    return text.enumerated().map { index, line in
      Paragraph(
        [Span(line, .dim)], first: indent + "    ", isPreformatted: true, hasGap: index == 0)
    }
  }

  /// A table as a list of its rows, each cell under its column's name: it fits any width, and it
  /// reads well aloud.
  private func table(_ table: Table, indent: String, hasGap: Bool) -> [Paragraph] {
    let names = table.header.map { $0.blocks.flatMap(\.texts).map(\.target.plainText).joined() }
    var out: [Paragraph] = []
    for (index, row) in table.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        var inner = paragraphs(cell.blocks, indent: indent + (column == 0 ? "" : "  "))
        guard !inner.isEmpty else { continue }
        let name = names.indices.contains(column) ? names[column].trimmed : ""
        if !name.isEmpty { inner[0].spans.insert(Span("\(name): ", .bold), at: 0) }
        inner[0].hasGap = column == 0 && (index > 0 || hasGap)
        out += inner
      }
    }
    return out
  }
}

/// The words that Waymark puts around blocks.
package struct BlockWords: Sendable {
  var picture: String
  var video: String
  var alerts: [AlertKind: String]
  func alert(_ kind: AlertKind) -> String { alerts[kind] ?? kind.rawValue }
}
