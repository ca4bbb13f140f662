import Compiler
import Content
import Decisions

/// Lays blocks out as paragraphs for a terminal.
struct BlockLayout: Sendable {
  /// The numbers of the links that lead into the library, by what they lead to.
  let jumps: [LinkTarget: Int]
  /// The numbers of the links that lead to a step, by the name of its place.
  let steps: [StepAnchor: Int]
  let library: Library
  let phrases: PhraseBook
  let layout: PromptLayout
  /// The article's file, which addresses are relative to.
  let path: String

  init(prompt: Prompt, library: Library, phrases: PhraseBook, layout: PromptLayout) {
    var jumps: [LinkTarget: Int] = [:]
    var steps: [StepAnchor: Int] = [:]
    for (index, jump) in prompt.jumps.enumerated() {
      if case .step(_, _, let anchor) = jump.target {
        steps[anchor] = index + 1
      } else if let target = library.target(of: jump) {
        jumps[target] = index + 1
      }
    }
    self.jumps = jumps
    self.steps = steps
    self.library = library
    self.phrases = phrases
    self.layout = layout
    path = prompt.path
  }

  /// The paragraphs of blocks that stand one below the other.
  func paragraphs(_ blocks: [Block], indent: String = "") -> [Paragraph] {
    var out: [Paragraph] = []
    for (index, block) in blocks.enumerated() {
      out += paragraphs(block, indent: indent, hasGap: index > 0)
    }
    return out
  }

  private func paragraphs(_ block: Block, indent: String, hasGap: Bool) -> [Paragraph] {
    switch block.kind {
    case .heading(let heading): return text(heading.text, .bold, indent: indent, hasGap: true)
    case .paragraph(let words): return text(words, indent: indent, hasGap: hasGap)
    case .list(let list): return self.list(list, indent: indent, hasGap: hasGap)
    case .code(let code): return self.code(code, indent: indent)
    case .quote(let inner): return gap(paragraphs(inner, indent: indent + "  "), hasGap)
    case .alert(let kind, let inner):
      let title = Paragraph([Span("\(alert(kind)):", .bold)], first: indent, hasGap: hasGap)
      return [title] + gap(paragraphs(inner, indent: indent + "  "), false)
    case .division(_, let inner): return gap(paragraphs(inner, indent: indent), hasGap)
    case .details(let summary, let inner): return section(summary, inner, indent: indent)
    case .table(let table): return self.table(table, indent: indent, hasGap: hasGap)
    case .tabs(let group):
      return group.tabs.flatMap { section($0.title, $0.blocks, indent: indent) }
    case .zone(let zone, let inner):
      if case .target = zone.condition { return gap(paragraphs(inner, indent: indent), hasGap) }
      return section(Text([.text(zone.label)]), inner, indent: indent)
    case .columns(let columns):
      return gap(columns.flatMap { paragraphs($0.blocks, indent: indent) }, hasGap)
    case .figure(let picture, let description):
      return text(picture, indent: indent, hasGap: hasGap)
        + paragraphs(description, indent: indent + "  ")
    case .video(let video): return [self.video(video, indent: indent, hasGap: hasGap)]
    case .thematicBreak, .html, .directive: return []
    }
  }

  /// A paragraph of text, with its source in pair mode.
  private func text(
    _ text: Text, _ style: Style = [], indent: String, hasGap: Bool
  ) -> [Paragraph] {
    guard !text.isBlank else { return [] }
    let spans = spans(text, style)
    guard !spans.isEmpty else { return [] }
    return [Paragraph(spans, source: source(of: text), first: indent, hasGap: hasGap)]
  }

  /// The source of a translated text, in pair mode.
  func source(of text: Text) -> [Span] {
    guard layout.isPaired, text.isTranslated else { return [] }
    return [Span(text.source.plainText.trimmed, [.dim, .italic])]
  }

  private func gap(_ paragraphs: [Paragraph], _ isWanted: Bool) -> [Paragraph] {
    var out = paragraphs
    if !out.isEmpty { out[0].hasGap = isWanted }
    return out
  }

  /// Text that stands under a name of its own, such as one tab of several.
  private func section(_ title: Text, _ blocks: [Block], indent: String) -> [Paragraph] {
    [Paragraph(spans(title, .bold), source: source(of: title), first: indent, hasGap: true)]
      + paragraphs(blocks, indent: indent + "  ")
  }

  private func list(_ list: List, indent: String, hasGap: Bool) -> [Paragraph] {
    let digits = String((list.start ?? 1) + list.items.count - 1).count
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
        [Span(line, .accent)], first: indent + "    ", isPreformatted: true, hasGap: index == 0)
    }
  }

  /// A table as a list of its rows, each cell under its column's name: it fits any width, and it
  /// reads well aloud.
  private func table(_ table: Table, indent: String, hasGap: Bool) -> [Paragraph] {
    let names = table.header.map { $0.blocks.flatMap(\.texts) }
    var out: [Paragraph] = []
    for (index, row) in table.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        var inner = paragraphs(cell.blocks, indent: indent + (column == 0 ? "" : "  "))
        guard !inner.isEmpty else { continue }
        if names.indices.contains(column) { name(&inner[0], names[column]) }
        inner[0].hasGap = column == 0 && (index > 0 || hasGap)
        out += inner
      }
    }
    return out
  }

  /// Begins a cell with its column's name, in each language in which it is shown.
  private func name(_ cell: inout Paragraph, _ column: [Text]) {
    func words(_ inlines: KeyPath<Text, [Inline]>) -> String {
      column.map { $0[keyPath: inlines].plainText }.joined(separator: " ").trimmed
    }
    guard !words(\.target).isEmpty else { return }
    cell.spans.insert(Span("\(words(\.target)): ", .bold), at: 0)
    guard !cell.source.isEmpty else { return }
    cell.source.insert(Span("\(words(\.source)): ", [.dim, .italic]), at: 0)
  }

  private func video(_ video: Video, indent: String, hasGap: Bool) -> Paragraph {
    let title = video.title.isBlank ? phrases[.video] : video.title.target.plainText
    return Paragraph(
      [Span("\(title): "), Span(video.source, .underline, link: video.source)], first: indent,
      hasGap: hasGap)
  }

  private func alert(_ kind: AlertKind) -> String {
    switch kind {
    case .note: phrases[.alertNote]
    case .tip: phrases[.alertTip]
    case .important: phrases[.alertImportant]
    case .warning: phrases[.alertWarning]
    case .caution: phrases[.alertCaution]
    }
  }
}
