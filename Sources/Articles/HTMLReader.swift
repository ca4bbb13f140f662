import Content
import Diagnostics
import Markup

/// Replaces the raw HTML in blocks and inlines by what it means; nothing raw is left.
struct HTMLReader {
  /// What was left out, such as `element 'script'` with all it held or `attribute 'onclick' of
  /// 'td'`, and the block's line.
  private(set) var dropped: [(what: String, line: Int)] = []
  /// The 1-based line of the block being read.
  var line = 0

  /// What stands between the parts of HTML elements that go over several blocks, by its number.
  var enclosed: [[Block]] = []

  mutating func read(_ blocks: [Block]) -> [Block] {
    guard blocks.contains(where: { $0.mayHoldHTML }) else { return blocks }
    var out: [Block] = []
    guard let parts = OpenElements.joined(blocks) else {
      for block in blocks { read(block, into: &out) }
      return out
    }
    for part in parts {
      switch part {
      case .block(let block): read(block, into: &out)
      case .enclosing(let html, let units, let inner, let line):
        let around = enclosed
        enclosed = inner.map { read($0) }
        self.line = line
        out += self.blocks(from: nodes(of: html, units), units)
        enclosed = around
      }
    }
    return out
  }

  private mutating func read(_ block: Block, into out: inout [Block]) {
    line = block.line
    guard block.mayHoldHTML else {
      out.append(block)
      return
    }
    var block = block
    switch block.kind {
    case .html(let text, let units):
      out += self.blocks(from: nodes(of: text, units), units)
      return
    case .heading(var heading):
      heading.text = read(heading.text)
      block.kind = .heading(heading)
    case .paragraph(let text):
      if text.source.holdsBlockTag {
        out += splitBlocks(in: pair(text.source, keepingBlocks: true))
        return
      }
      block.kind = .paragraph(read(text))
    case .list(var list):
      list.items = list.items.map { read($0) }
      block.kind = .list(list)
    case .quote(let inner): block.kind = .quote(read(inner))
    case .table(var table):
      table.header = table.header.map { read($0) }
      table.rows = table.rows.map { row in row.map { read($0) } }
      block.kind = .table(table)
    case .alert, .division, .details, .tabs, .zone, .columns, .figure, .code, .video,
      .thematicBreak, .directive:
      break
    }
    out.append(block)
  }

  private mutating func read(_ text: Text) -> Text {
    Text(pieces: [.init(source: pair(text.source))])
  }

  /// A cell may hold lists and paragraphs written in HTML.
  private mutating func read(_ cell: Table.Cell) -> Table.Cell {
    if cell.isPlain { return cell }
    var blocks: [Block] = []
    for block in cell.blocks {
      line = block.line
      guard case .paragraph(let text) = block.kind else {
        read(block, into: &blocks)
        continue
      }
      blocks += splitBlocks(in: pair(text.source, keepingBlocks: true))
    }
    return Table.Cell(blocks: blocks)
  }
}

extension Block {
  /// Whether reading may change it: it is raw HTML, or holds a tag or a cell to tidy.
  fileprivate var mayHoldHTML: Bool {
    switch kind {
    case .heading(let heading): heading.text.pieces.contains { $0.source.holdsTag }
    case .paragraph(let text): text.pieces.contains { $0.source.holdsTag }
    case .html: true
    case .list(let list): list.items.contains { $0.contains { $0.mayHoldHTML } }
    case .quote(let inner): inner.contains { $0.mayHoldHTML }
    case .table(let table):
      table.header.contains { !$0.isPlain } || table.rows.contains { $0.contains { !$0.isPlain } }
    case .alert, .division, .details, .tabs, .zone, .columns, .figure, .code, .video,
      .thematicBreak, .directive:
      false
    }
  }
}

extension Table.Cell {
  /// Whether it holds one text without tags, and without white space to tidy.
  fileprivate var isPlain: Bool {
    guard blocks.count == 1, case .paragraph(let text) = blocks[0].kind, text.pieces.count == 1
    else { return blocks.isEmpty }
    let inlines = text.pieces[0].source
    return inlines.first?.isVisible == true && inlines.last?.isVisible == true
      && !inlines.holdsTag && inlines.isTidy
  }
}

extension [Inline] {
  /// Whether no text in them holds white space other than single spaces.
  var isTidy: Bool {
    !hold { inline in
      if case .text(let text) = inline { !text.isTidy } else { false }
    }
  }

  fileprivate var holdsTag: Bool {
    for index in indices {
      switch self[index] {
      case .tag: return true
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner),
        .unit(_, _, let inner):
        if inner.holdsTag { return true }
      case .text, .code, .softBreak, .lineBreak, .image, .anchor: continue
      }
    }
    return false
  }
}

extension String {
  /// Whether all white space in it is single spaces.
  var isTidy: Bool {
    let bytes = utf8Span.span
    var before: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte <= 0x20, byte == 0x09 || byte == 0x0A || byte == 0x20 && before == 0x20 {
        return false
      }
      before = byte
    }
    return true
  }
}

extension HTMLReader {
  /// Parses a raw block, with a marker element around each unit's text.
  private func nodes(of text: String, _ units: [TextUnit.Span]) -> [MarkupNode] {
    let nodes = HTMLTree.nodes(parsing: marked(text, units))
    let isWhole = nodes.allSatisfy { $0.depth < MarkupNode.maximumDepth }
    return isWhole ? nodes : words(of: text, units)
  }

  /// The text of a raw block that is nested too deeply, without its tags.
  private func words(of text: String, _ units: [TextUnit.Span]) -> [MarkupNode] {
    let bytes = Array(text.utf8)
    var out: [MarkupNode] = []
    var start = 0
    func add(_ range: Range<Int>) -> MarkupNode {
      let words = MarkupTag.removing(from: String(decoding: bytes[range], as: UTF8.self))
      return .text(words)
    }
    for (index, unit) in units.enumerated() where unit.range.lowerBound >= start {
      let mark = Element("span", [.init("data-unit", String(index))])
      out += [add(start..<unit.range.lowerBound), .element(mark, [add(unit.range)])]
      start = unit.range.upperBound
    }
    return out + [add(start..<bytes.count)]
  }

  private func marked(_ text: String, _ units: [TextUnit.Span]) -> String {
    guard !units.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var marked: [UInt8] = []
    var start = 0
    for (index, unit) in units.enumerated() where unit.range.lowerBound >= start {
      marked += bytes[start..<unit.range.lowerBound]
      marked += Array("<span data-unit=\"\(index)\">".utf8)
      marked += bytes[unit.range]
      marked += Array("</span>".utf8)
      start = unit.range.upperBound
    }
    marked += bytes[start...]
    return String(decoding: marked, as: UTF8.self)
  }

  private mutating func blocks(from nodes: [MarkupNode], _ units: [TextUnit.Span]) -> [Block] {
    var seen: Set<Int> = []
    let inlines = nodes.flatMap { self.inlines(from: $0, units, &seen) }
    return splitBlocks(in: inlines)
  }

  private mutating func inlines(
    from node: MarkupNode, _ units: [TextUnit.Span], _ seen: inout Set<Int>
  ) -> [Inline] {
    switch node {
    case .text(let text): return [.text(text)]
    case .comment(let text): return [.tag("<!--\(text)-->")]
    case .element(let element, let children):
      if element.name == "span", let mark = element["data-unit"], let index = Int(mark),
        units.indices.contains(index)
      {
        let isFirst = seen.insert(index).inserted
        let inner = children.flatMap { inlines(from: $0, units, &seen) }
        return [.unit(units[index].id, isContinuation: !isFirst, inner)]
      }
      let inner = children.flatMap { inlines(from: $0, units, &seen) }
      return meaning(of: element, inner, keepingBlocks: true)
    }
  }
}

extension HTMLReader {
  /// Tags nested deeper mean nothing.
  private static let maximumDepth = 100

  /// Pairs opening with closing tags among siblings, and replaces each pair by its meaning.
  private mutating func pair(_ inlines: [Inline], keepingBlocks: Bool = false) -> [Inline] {
    guard inlines.holdsTag else { return inlines }
    var stack: [(element: Element, inner: [Inline])] = []
    var out: [Inline] = []
    func emit(_ inlines: [Inline]) {
      if stack.isEmpty { out += inlines } else { stack[stack.count - 1].inner += inlines }
    }
    var index = 0
    while index < inlines.count {
      let inline = inlines[index]
      index += 1
      guard case .tag(let raw) = inline else {
        emit([inline.mapChildren { pair($0, keepingBlocks: keepingBlocks) }])
        continue
      }
      if index < inlines.count, case .tag("</a>") = inlines[index], stack.count < Self.maximumDepth,
        let place = MarkupTag.placeName(in: raw), !place.isEmpty
      {
        emit([.anchor(place)])
        index += 1
        continue
      }
      let tag = MarkupTag(parsing: raw)
      switch tag.kind {
      case .comment: emit(keepingBlocks ? [inline] : [])
      case .other: break
      case .open:
        if DirectiveMarks.isMark(tag.element) || HTMLPolicy.void.contains(tag.element.name)
          || raw.hasSuffix("/>")
        {
          emit(meaning(of: tag.element, [], keepingBlocks: keepingBlocks))
        } else if HTMLPolicy.treatment(of: tag.element.name) == .asText {
          emit([.text(raw)])
        } else if stack.count < Self.maximumDepth {
          let names = stack.map(\.element.name)
          if let match = HTMLPolicy.impliedEnd(before: tag.element.name, in: names) {
            while stack.count > match, let top = stack.popLast() {
              emit(meaning(of: top.element, top.inner, keepingBlocks: keepingBlocks))
            }
          }
          stack.append((tag.element, []))
        }
      case .close:
        guard let match = stack.lastIndex(where: { $0.element.name == tag.element.name }) else {
          if HTMLPolicy.treatment(of: tag.element.name) == .asText { emit([.text(raw)]) }
          continue
        }
        while stack.count > match, let top = stack.popLast() {
          emit(meaning(of: top.element, top.inner, keepingBlocks: keepingBlocks))
        }
      }
    }
    while let top = stack.popLast() { emit(unclosed(top, keepingBlocks: keepingBlocks)) }
    return out
  }

  /// A tag that is never closed means nothing, except as a place to link to; its text stays.
  private mutating func unclosed(
    _ open: (element: Element, inner: [Inline]), keepingBlocks: Bool
  ) -> [Inline] {
    noteUnsafeParts(of: open.element)
    if open.element.name == "a" { return anchors(of: open.element) + open.inner }
    if ["li", "p", "td", "tr"].contains(open.element.name) {
      return meaning(of: open.element, open.inner, keepingBlocks: keepingBlocks)
    }
    return open.inner
  }

  private mutating func meaning(
    of element: Element, _ inner: [Inline], keepingBlocks: Bool
  ) -> [Inline] {
    if DirectiveMarks.isMark(element) { return [.element(element, [])] + inner }
    noteUnsafeParts(of: element)
    let places = element.name == "a" ? [] : anchors(of: element)
    switch element.name {
    case "a": return link(element, inner)
    case "b", "strong": return places + [.strong(inner)]
    case "i", "em": return places + [.emphasis(inner)]
    case "code", "tt": return places + [.code(inner.plainText)].flatMap { keepUnits(of: inner, $0) }
    case "br": return [.lineBreak]
    case "img":
      guard let source = element["src"] else { return [] }
      return [
        .image(Image(source: source, alt: element["alt"] ?? "", title: element["title"] ?? ""))
      ]
    case "iframe", "video":
      guard let source = element["src"] else { return inner }
      return [.link(Link(destination: source), [.text(element["title"] ?? source)])]
    default: break
    }
    switch HTMLPolicy.treatment(of: element.name) {
    case .keep:
      return places + [.element(Element(element.name, HTMLPolicy.attributes(of: element)), inner)]
    case .unwrap:
      guard keepingBlocks, HTMLBlocks.names.contains(element.name) else { return places + inner }
      return HTMLBlocks.holdsOnlyBlocks.contains(element.name)
        ? places + [.element(element, inner)] : [.element(element, places + inner)]
    case .drop:
      return []
    case .asText: return [.text("<\(element.name)>")] + inner
    }
  }

  /// Records what of an element never reaches a page, so that its writer can be told.
  private mutating func noteUnsafeParts(of element: Element) {
    if HTMLPolicy.losesMeaning(element) { dropped.append(("element '\(element.name)'", line)) }
    for attribute in element.attributes where HTMLPolicy.isUnsafe(attribute) {
      dropped.append(("attribute '\(attribute.name)' of '\(element.name)'", line))
    }
  }

  /// Code is verbatim text: its words as they are, in the unit that holds them.
  private func keepUnits(of inner: [Inline], _ code: Inline) -> [Inline] {
    guard let unit = inner.units.first else { return [code] }
    return [.unit(unit, isContinuation: false, [code])]
      + inner.units.dropFirst().map { .unit($0, isContinuation: false, []) }
  }

  private func link(_ element: Element, _ inner: [Inline]) -> [Inline] {
    let places = anchors(of: element)
    guard let address = element["href"] else { return places + inner }
    return places + [.link(Link(destination: address, title: element["title"] ?? ""), inner)]
  }

  private func anchors(of element: Element) -> [Inline] {
    [element["id"], element["name"]].compactMap { $0 }.filter { !$0.isEmpty }.map { .anchor($0) }
  }
}

extension Element {
  /// The value of an attribute.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

extension [Inline] {
  /// Whether a tag of a block element stands between them, such as `<ul>`.
  fileprivate var holdsBlockTag: Bool {
    hold { inline in
      guard case .tag(let raw) = inline, raw.utf8.first == UInt8(ascii: "<") else { return false }
      let body = raw.utf8.dropFirst().drop { $0 == UInt8(ascii: "/") }
      let name = body.prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
      return HTMLBlocks.names.contains(Substring(name).lowercased())
    }
  }
}
