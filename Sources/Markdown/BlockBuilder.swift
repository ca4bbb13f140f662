import Content

/// Turns cmark's tree into blocks, with pipe tables found in paragraphs.
struct BlockBuilder {
  let document: MarkdownDocument
  let tree: CommonMarkTree
  /// The byte offset at which each line begins.
  let lineStarts: [Int]
  /// Follows the document along the tree, and knows which units have been written.
  private var aligner: InlineAligner
  /// Every link reference definition by its folded label, as written; read when first needed.
  lazy var definitions = ReferenceDefinitions(in: document.bytes)

  init(document: MarkdownDocument) {
    self.document = document
    tree = CommonMarkTree(parsing: document.bytes)
    aligner = InlineAligner(document, tree)
    var starts = [0]
    starts.reserveCapacity(document.bytes.count / 32)
    document.bytes.span.visitOffsets(of: 0x0A) { starts.append($0 + 1) }
    lineStarts = starts
  }

  mutating func blocks(of index: Int, quoteDepth: Int) -> [Block] {
    var found: [Block] = []
    var next = tree.firstChild(of: index)
    while let child = next {
      read(child, quoteDepth: quoteDepth, into: &found)
      next = tree.sibling(of: child, in: index)
    }
    return found
  }

  /// All inlines of all paragraphs, with breaks between them.
  mutating func inlinesOfParagraphs() -> [Inline] {
    var found: [Inline] = []
    var next = tree.firstChild(of: 0)
    while let child = next {
      switch tree.nodes[child].kind {
      case .paragraph, .heading:
        if !found.isEmpty { found.append(.softBreak) }
        found += leafInlines(child, quoteDepth: 0)
      default: break
      }
      next = tree.sibling(of: child, in: 0)
    }
    return found
  }
}

extension BlockBuilder {
  private mutating func read(_ index: Int, quoteDepth: Int, into found: inout [Block]) {
    let node = tree.nodes[index]
    let line = Int(node.startLine)
    switch node.kind {
    case .paragraph: readParagraph(index, quoteDepth: quoteDepth, into: &found)
    case .heading:
      let text = Text(pieces: [.init(source: leafInlines(index, quoteDepth: quoteDepth))])
      found.append(Block(.heading(Heading(level: Int(node.number), text: text)), line: line))
    case .thematicBreak: found.append(Block(.thematicBreak, line: line))
    case .codeBlock: found.append(Block(.code(code(node)), line: line))
    case .htmlBlock:
      let (text, units) = literalWithUnits(node)
      found.append(Block(.html(text, units), line: line))
    case .blockQuote:
      let inner = blocks(of: index, quoteDepth: quoteDepth + 1)
      found.append(Block(.quote(inner), line: line))
    case .list: found.append(Block(.list(list(index, quoteDepth: quoteDepth)), line: line))
    case .document, .item, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
      .link, .image:
      break
    }
  }

  private mutating func list(_ index: Int, quoteDepth: Int) -> List {
    let node = tree.nodes[index]
    var items: [[Block]] = []
    var next = tree.firstChild(of: index)
    while let item = next {
      items.append(blocks(of: item, quoteDepth: quoteDepth))
      next = tree.sibling(of: item, in: index)
    }
    return List(
      start: node.number < 0 ? nil : Int(node.number), isTight: node.isTight, items: items)
  }

  private mutating func code(_ node: CommonMarkTree.Node) -> CodeBlock {
    let (text, units) = literalWithUnits(node)
    var language = tree.string(node.title).split(separator: " ").first.map(String.init) ?? ""
    if language.hasPrefix("lang-") { language.removeFirst(5) }
    if language.hasSuffix("-interactive") { language.removeLast(12) }
    let inlines = Self.mark(Array(text.utf8)[...], units) { .text($0) }
    return CodeBlock(language: language, text: Text(pieces: [.init(source: inlines)]))
  }

  /// Cuts verbatim text at unit boundaries.
  private static func mark(
    _ bytes: ArraySlice<UInt8>, _ units: [TextUnit.Span], _ make: (String) -> Inline
  ) -> [Inline] {
    var out: [Inline] = []
    var start = 0
    func emit(_ range: Range<Int>) -> Inline {
      let shifted = range.lowerBound + bytes.startIndex..<range.upperBound + bytes.startIndex
      return make(String(decoding: bytes[shifted], as: UTF8.self))
    }
    for unit in units where unit.range.lowerBound >= start {
      if unit.range.lowerBound > start { out.append(emit(start..<unit.range.lowerBound)) }
      out.append(.unit(unit.id, isContinuation: false, [emit(unit.range)]))
      start = unit.range.upperBound
    }
    if start < bytes.count { out.append(emit(start..<bytes.count)) }
    return out
  }

  /// A verbatim block's text, with the units in it as ranges of that text.
  ///
  /// Each of its lines is the end of a line of the document, behind that line's prefix.
  private mutating func literalWithUnits(
    _ node: CommonMarkTree.Node
  ) -> (text: String, units: [TextUnit.Span]) {
    let literal = tree.text[node.literal]
    let text = String(decoding: literal, as: UTF8.self)
    guard !document.units.isEmpty else { return (text, []) }
    var units: [TextUnit.Span] = []
    var line = Int(node.startLine) - 1
    if node.kind == .codeBlock, !node.title.isEmpty || isFence(line) { line += 1 }
    var offset = 0
    for content in literal.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let start = start(ofContent: content, line: line) {
        let delta = offset - start
        for index in unitIndices(overlapping: start..<start + content.count) {
          let unit = document.units[index]
          let low = max(unit.range.lowerBound, start) + delta
          let high = min(unit.range.upperBound, start + content.count) + delta
          if let last = units.indices.last, units[last].id == unit.id, aligner.seen.contains(index)
          {
            units[last] = .init(id: unit.id, range: units[last].range.lowerBound..<high)
          } else if aligner.seen.insert(index) {
            units.append(.init(id: unit.id, range: low..<high))
          }
        }
      }
      offset += content.count + 1
      line += 1
    }
    return (text, units)
  }

  private func isFence(_ line: Int) -> Bool {
    guard lineStarts.indices.contains(line) else { return false }
    let rest = document.bytes[range(ofLine: line)]
    return rest.contains(UInt8(ascii: "`"))
      && rest.drop { $0 == 0x20 || $0 == 0x3E }
        .starts(with: Array("```".utf8))
      || rest.drop { $0 == 0x20 || $0 == 0x3E }
        .starts(with: Array("~~~".utf8))
  }

  private func start(ofContent content: ArraySlice<UInt8>, line: Int) -> Int? {
    guard lineStarts.indices.contains(line), !content.isEmpty else { return nil }
    let range = range(ofLine: line)
    guard range.count >= content.count else { return nil }
    let start = range.upperBound - content.count
    return document.bytes[start..<range.upperBound].elementsEqual(content) ? start : nil
  }

  private func unitIndices(overlapping range: Range<Int>) -> Range<Int> {
    let low = document.units.firstIndex(endingAfter: range.lowerBound)
    var end = low
    while end < document.units.count, document.units[end].range.lowerBound < range.upperBound {
      end += 1
    }
    return low..<end
  }

  /// The bytes of a 0-based line, without its line end.
  func range(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line]
    let next = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : document.bytes.count
    return start..<max(start, next)
  }
}

extension BlockBuilder {
  private mutating func readParagraph(_ index: Int, quoteDepth: Int, into found: inout [Block]) {
    let node = tree.nodes[index]
    // A table has two lines at least.
    let isOneLine = node.startLine == node.endLine
    let lines = isOneLine ? [] : contentLines(of: node, quoteDepth: quoteDepth)
    guard let table = PipeTable.find(in: document.bytes, units: document.units, lines: lines) else {
      let text = Text(pieces: [.init(source: leafInlines(index, quoteDepth: quoteDepth))])
      found.append(Block(.paragraph(text), line: Int(node.startLine)))
      return
    }
    if table.headerLine > 0 {
      let above = lines[0].lowerBound..<lines[table.headerLine - 1].upperBound
      let text = Text(pieces: fragments([above]).map { .init(source: $0) })
      found.append(Block(.paragraph(text), line: Int(node.startLine)))
    }
    found.append(
      Block(
        .table(self.table(table, firstLine: Int(node.startLine))),
        line: Int(node.startLine) + table.headerLine))
  }

  /// The byte ranges of a paragraph's lines behind their prefixes.
  func contentLines(of node: CommonMarkTree.Node, quoteDepth: Int) -> [Range<Int>] {
    guard node.startLine > 0 else { return [] }
    return (Int(node.startLine) - 1..<Int(node.endLine)).compactMap { line in
      guard lineStarts.indices.contains(line) else { return nil }
      let range = range(ofLine: line)
      let first = line == Int(node.startLine) - 1
      let start =
        first
        ? min(range.upperBound, range.lowerBound + Int(node.startColumn) - 1)
        : LinePrefix.end(
          in: document.bytes, from: range.lowerBound, to: range.upperBound, quoteDepth: quoteDepth)
      return start..<range.upperBound
    }
  }

  private mutating func table(_ table: PipeTable, firstLine: Int) -> Table {
    var texts = fragments(table.header + table.rows.joined())[...]
    func cells(_ ranges: [Range<Int>], line: Int) -> [Table.Cell] {
      ranges.map { range in
        let text = texts.removeFirst()
        guard !range.isEmpty else { return Table.Cell(blocks: []) }
        return Table.Cell(
          blocks: [Block(.paragraph(Text(pieces: [.init(source: text)])), line: line)])
      }
    }
    let header = cells(table.header, line: firstLine + table.headerLine)
    let lines = table.rows.indices.map { firstLine + table.headerLine + 2 + $0 }
    let rows = zip(table.rows, lines).map { cells($0, line: $1) }
    return Table(alignments: table.alignments, header: header, rows: rows, rowLines: lines)
  }

  /// Parses parts of the document, each by itself, as inlines.
  private mutating func fragments(_ ranges: [Range<Int>]) -> [[Inline]] {
    var found: [[Inline]] = []
    found.reserveCapacity(ranges.count)
    var marked = Fragments()
    var places: [Int] = []
    for range in ranges {
      if range.isEmpty || isPlain(range) {
        found.append(range.isEmpty ? [] : plainFragment(range))
        continue
      }
      var units: [TextUnit.Span] = []
      for index in unitIndices(overlapping: range) where aligner.seen.insert(index) {
        units.append(document.units[index])
      }
      marked.append(document.bytes[range], without: escapesOfPipes(in: range), units: units)
      places.append(found.count)
      found.append([])
    }
    guard !places.isEmpty else { return found }
    for (place, inlines) in zip(places, marked.inlines(with: definitions)) {
      found[place] = inlines
    }
    return found
  }

  /// The backslashes before pipes in a cell, which a table's rules take away.
  private func escapesOfPipes(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    let bytes = document.bytes.span
    for index in range.dropLast() where bytes[index] == UInt8(ascii: "\\") {
      if bytes[index + 1] == UInt8(ascii: "|") { found.append(index) }
    }
    return found
  }

  /// Whether a part of a line holds no marks, so that it means what it says.
  private func isPlain(_ range: Range<Int>) -> Bool {
    guard let first = range.first, document.bytes[first] > 0x2F else { return false }
    var isNumber = true
    for index in range {
      let byte = document.bytes[index]
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "="), 0..<0x20:
        return false
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        if isNumber { return false }
      default: isNumber = false
      }
    }
    return true
  }

  private mutating func plainFragment(_ range: Range<Int>) -> [Inline] {
    var units: [TextUnit.Span] = []
    for index in unitIndices(overlapping: range) where aligner.seen.insert(index) {
      let unit = document.units[index]
      let part = unit.range.clamped(to: range)
      units.append(
        .init(
          id: unit.id,
          range: part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound))
    }
    return Self.mark(document.bytes[range], units) { .text($0) }
  }

  mutating func leafInlines(_ index: Int, quoteDepth: Int) -> [Inline] {
    let node = tree.nodes[index]
    guard node.startLine > 0, node.end > index + 1 else { return [] }
    let startLine = Int(node.startLine) - 1
    let last = min(max(Int(node.endLine) - 1, startLine), lineStarts.count - 1)
    aligner.quoteDepth = quoteDepth
    aligner.end = range(ofLine: last).upperBound
    aligner.cursor = lineStarts[startLine] + max(Int(node.startColumn) - 1, 0)
    if node.kind == .heading { aligner.skipHeadingMark() }
    return aligner.inlines(of: index)
  }
}

extension InlineAligner {
  /// Skips the `#`s and spaces before an ATX heading's text.
  mutating func skipHeadingMark() {
    while cursor < end, bytes[cursor] == UInt8(ascii: "#") { cursor += 1 }
    while cursor < end, bytes[cursor].isBlank { cursor += 1 }
  }
}
