import Articles
import Content

/// A heading with what stands under it, up to the next heading of its level.
struct Section {
  /// `nil` for what stands before an article's first heading.
  let heading: Heading?
  /// The heading's words.
  let words: Words
  var line: Int
  /// The blocks before the first heading below this one.
  var blocks: [Block] = []
  var subsections: [Section] = []
  /// What comments before the heading say.
  var directives: [Directive] = []
  /// The sections that a table of links offers, in its order.
  var answers: [LinkTableRule.Answer] = []
  /// What the table asks.
  var question = Text.empty

  init(heading: Heading?, line: Int, blocks: [Block] = [], subsections: [Section] = []) {
    self.heading = heading
    words = Words(heading?.text ?? .empty)
    self.line = line
    self.blocks = blocks
    self.subsections = subsections
  }

  var title: Text { heading?.text ?? .empty }

  /// All blocks in document order, the headings of subsections included.
  var allBlocks: [Block] { blocks + subsections.flatMap(\.withHeading) }

  /// The section's heading, where it has one, and all its blocks.
  var withHeading: [Block] {
    (heading.map { [Block(.heading($0), line: line)] } ?? []) + allBlocks
  }

  /// Whether the heading is a bold paragraph, which gives no id of its own.
  var isBoldParagraph: Bool { heading?.id.isEmpty == true }

  /// The outline of an article: its first heading of level 1 with everything under it.
  static func outline(of article: Article, _ vocabulary: Vocabulary) -> Section {
    var rest = StepVariants.joined(article.blocks)[...]
    var root = Section(heading: nil, line: rest.first?.line ?? 1)
    root.take(from: &rest, below: 0)
    root = root.promotingTitle(article.title)
    let footer = root.removingFooter()
    root.blocks += footer
    return root.readingAccordions(vocabulary).readingBoldHeadings(vocabulary)
  }

  /// Takes away what an included file adds behind the last section: it belongs to the whole page.
  private mutating func removingFooter() -> [Block] {
    if !subsections.isEmpty { return subsections[subsections.count - 1].removingFooter() }
    guard let own = blocks.lastIndex(where: { $0.file == nil }) else { return [] }
    let footer = blocks[(own + 1)...]
    blocks.removeSubrange((own + 1)...)
    return Array(footer)
  }

  /// Its own blocks, and behind them those of an included file at the end of the article.
  ///
  /// Where the article's title names the problem, its last words would be taken for a remedy.
  var cuttingFooter: (blocks: [Block], footer: [Block]) {
    guard heading?.level == 1, let own = blocks.lastIndex(where: { $0.file == nil }) else {
      return (blocks, [])
    }
    return (Array(blocks[...own]), Array(blocks[(own + 1)...]))
  }

  /// The outline of a tab or zone under its name.
  static func branch(_ title: Text, _ blocks: [Block], line: Int) -> Section {
    var rest = blocks[...]
    var section = Section(heading: Heading(level: 1, text: title), line: line)
    section.take(from: &rest, below: 1)
    return section
  }

  private mutating func take(from rest: inout ArraySlice<Block>, below level: Int) {
    while let block = rest.first {
      guard let (heading, line, directives) = rest.leadingHeading else {
        rest.removeFirst()
        blocks.append(block)
        continue
      }
      guard heading.level > level else { return }
      while rest.first?.isDirective == true { rest.removeFirst() }
      rest.removeFirst()
      var section = Section(heading: heading, line: line)
      section.directives = directives
      section.take(from: &rest, below: heading.level)
      if !directives.contains(.ignore) || heading.level == 1 { subsections.append(section) }
    }
  }

  /// Makes the article's title the root: its content and the sections beside it come under it.
  private func promotingTitle(_ title: Text) -> Section {
    guard let index = subsections.firstIndex(where: { $0.heading?.level == 1 }) else {
      return Section(
        heading: Heading(level: 1, text: title), line: line, blocks: blocks,
        subsections: subsections)
    }
    var root = subsections[index]
    root.blocks = blocks + subsections[..<index].flatMap(\.withHeading) + root.blocks
    root.subsections += subsections[(index + 1)...]
    return root
  }
}

extension Section {
  /// Takes paragraphs that are bold from end to end for headings, where several divide a section.
  ///
  /// Writers use them so (patterns.md, 3c: "bold line alone = pseudo-heading").
  private func readingBoldHeadings(_ vocabulary: Vocabulary) -> Section {
    var out = self
    out.subsections = subsections.map { $0.readingBoldHeadings(vocabulary) }
    let cut = blocks.flatMap { $0.splittingBoldLine(vocabulary) }
    let starts = cut.indices.filter { cut[$0].isBoldLine(vocabulary) }
    guard starts.count >= 2,
      starts.allSatisfy({ $0 + 1 < cut.count && !cut[$0 + 1].isBoldLine(vocabulary) }),
      // Above other headings, bold lines that ask or name trouble are headings as well.
      subsections.isEmpty || starts.allSatisfy({ vocabulary.dividesText(Words(cut[$0])) })
    else { return out }
    out.blocks = Array(cut[..<starts[0]])
    let bold = zip(starts, starts.dropFirst() + [cut.count]).compactMap { start, end -> Section? in
      guard case .paragraph(let text) = cut[start].kind else { return nil }
      return Section(
        heading: Heading(level: (heading?.level ?? 1) + 1, text: text), line: cut[start].line,
        blocks: Array(cut[(start + 1)..<end]))
    }
    out.subsections = bold + out.subsections
    return out
  }
}

extension Section {
  /// Takes accordions for sections, where several stand in one and most hold something to do or answer
  /// a question: each opens what its summary names.
  private func readingAccordions(_ vocabulary: Vocabulary) -> Section {
    var out = self
    out.subsections = subsections.map { $0.readingAccordions(vocabulary) }
    let level = (heading?.level ?? 1) + 1
    let accordions = blocks.compactMap { $0.accordion(level: level) }
    let answering = accordions.count { $0.words.isQuestion || $0.offersAction(vocabulary) }
    guard accordions.count >= 2, answering * 2 > accordions.count else { return out }
    out.blocks = blocks.filter { $0.accordion(level: level) == nil }
    out.subsections = accordions + out.subsections
    return out
  }

  /// The section that an accordion is, under its summary.
  fileprivate static func accordion(
    _ summary: Text, _ blocks: [Block], level: Int, line: Int
  ) -> Section {
    var rest = blocks[...]
    var section = Section(heading: Heading(level: level, text: summary), line: line)
    section.take(from: &rest, below: 0)
    return section
  }
}

extension Block {
  fileprivate func accordion(level: Int) -> Section? {
    guard case .details(let summary, let inner) = kind, !summary.isBlank else { return nil }
    return Section.accordion(summary, inner, level: level, line: line)
  }
}

extension Vocabulary {
  /// Whether bold words are a question, something to check, or trouble.
  fileprivate func dividesText(_ words: Words) -> Bool {
    words.isQuestion || words.starts(withAny: self[.checks])
      || isIssueTitle(words, isDiagnostic: false)
  }
}

extension Block {
  /// Whether it is a paragraph of bold words and nothing else, and no structural label.
  fileprivate func isBoldLine(_ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text) = kind, let cut = text.splittingBoldLead, cut.rest.isBlank
    else { return false }
    let words = Words(text)
    return words.count <= 300 && vocabulary.label(words) == nil && !words.isEmpty
  }

  /// A paragraph whose first line is bold, as that line and the rest; else the block itself.
  fileprivate func splittingBoldLine(_ vocabulary: Vocabulary) -> [Block] {
    guard case .paragraph(let text) = kind, let (own, rest) = text.splittingFirstLine else {
      return [self]
    }
    let first = Block(.paragraph(own), line: line, file: file)
    guard first.isBoldLine(vocabulary), !rest.isBlank else { return [self] }
    return [first, Block(.paragraph(rest), line: line, file: file)]
  }
}

extension Text {
  /// The first line and the others; a line that ends in the article's source alone must be a whole
  /// sentence or unit.
  fileprivate var splittingFirstLine: (first: Text, rest: Text)? {
    guard pieces.count > 1 else { return nil }
    if pieces[0].source.last == .softBreak {
      return (Text(pieces: [pieces[0]]), Text(pieces: Array(pieces.dropFirst())))
    }
    guard let cut = pieces.firstIndex(where: { $0.source == [.lineBreak] }), cut > 0,
      cut + 1 < pieces.count
    else { return nil }
    return (Text(pieces: Array(pieces[..<cut])), Text(pieces: Array(pieces[(cut + 1)...])))
  }
}

extension ArraySlice<Block> {
  /// The heading that they begin with, its line, and what comments before it say.
  fileprivate var leadingHeading: (heading: Heading, line: Int, directives: [Directive])? {
    let comments = prefix { $0.isDirective }
    guard let block = dropFirst(comments.count).first, case .heading(let heading) = block.kind
    else { return nil }
    return (heading, block.line, comments.compactMap(\.directive))
  }
}
