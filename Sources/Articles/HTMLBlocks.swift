import Content

/// The HTML elements that are blocks, and what blocks they are.
enum HTMLBlocks {
  static let names: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// Those that have no place for text of their own.
  static let holdsOnlyBlocks: Set<String> = [
    "blockquote", "details", "dir", "dl", "hr", "menu", "ol", "pre", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
  ]
}

extension HTMLReader {
  /// Cuts inlines that hold block elements into blocks.
  func splitBlocks(in inlines: [Inline]) -> [Block] {
    var out: [Block] = []
    var run: [Inline] = []
    // Items outside of any list; writers forget the list around them, and browsers show one.
    var items: [[Block]] = []
    func flush() {
      defer { run = [] }
      guard run.contains(where: { $0.isVisible || $0.isPlace }) else { return }
      endItems()
      out.append(block(.paragraph(text(run.trimmed))))
    }
    func endItems() {
      defer { items = [] }
      guard items.count > 1 else { return out += items.flatMap { $0 } }
      out.append(block(.list(List(start: nil, isTight: true, items: items))))
    }
    for inline in inlines {
      switch inline {
      case .element(let element, let inner) where element.name == "li":
        flush()
        items.append(splitBlocks(in: inner))
        continue
      default: break
      }
      switch inline {
      case .tag(let raw):
        if let number = OpenElements.number(in: raw), enclosed.indices.contains(number) {
          flush()
          endItems()
          out += enclosed[number]
          continue
        }
        guard let directive = Self.directive(in: raw) else { continue }
        flush()
        endItems()
        out.append(block(.directive(directive)))
      case .element(let element, let inner) where HTMLBlocks.names.contains(element.name):
        flush()
        endItems()
        out += blocks(of: element, inner)
      case let mark where mark.isBlock:
        flush()
        endItems()
        var wrapper = Wrapper(mark)
        out += splitBlocks(in: wrapper.moved(into: mark.children))
      default: run.append(inline)
      }
    }
    flush()
    endItems()
    return out
  }

  private func blocks(of element: Element, _ inner: [Inline]) -> [Block] {
    switch element.name {
    case "ul", "menu", "dir": return [block(.list(list(inner, start: nil)))]
    case "ol": return [block(.list(list(inner, start: Int(element["start"] ?? "1") ?? 1)))]
    case "table": return table(inner).map { [block(.table($0))] } ?? splitBlocks(in: inner)
    case "blockquote": return [block(.quote(splitBlocks(in: inner)))]
    case "pre":
      return [block(.code(CodeBlock(language: "", text: text(inner.verbatim))))]
    case "hr": return [block(.thematicBreak)]
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = element.name.utf8.last.map { Int($0) - 0x30 } ?? 2
      return [block(.heading(Heading(level: level, text: text(inner.flattened.trimmed))))]
    case "details":
      let summary = inner.first { $0.elementName == "summary" }?.children ?? []
      let rest = inner.filter { $0.elementName != "summary" }
      return [block(.details(summary: text(summary.flattened.trimmed), splitBlocks(in: rest)))]
    case "dt": return [block(.paragraph(text([.strong(inner.flattened.trimmed)])))]
    default: return splitBlocks(in: inner)
    }
  }

  private func list(_ inner: [Inline], start: Int?) -> List {
    let items = inner.filter { $0.isVisible || $0.isPlace }.map { child -> [Block] in
      child.elementName == "li" ? splitBlocks(in: child.children) : splitBlocks(in: [child])
    }
    return List(start: start, isTight: true, items: items.filter { !$0.isEmpty })
  }

  /// Rows anywhere in the table become its rows; a first row of `th` cells is its header.
  private func table(_ inner: [Inline]) -> Table? {
    var rows: [[Inline]] = []
    var stack = Array(inner.reversed())
    while let next = stack.popLast() {
      if next.elementName == "tr" {
        rows.append(next.children.filter { ["td", "th"].contains($0.elementName) })
      } else if let name = next.elementName, ["thead", "tbody", "tfoot"].contains(name) {
        stack += next.children.reversed()
      } else if next.isVisible {
        return nil
      }
    }
    rows.removeAll(where: \.isEmpty)
    guard let first = rows.first else { return nil }
    let width = rows.map(\.count).max() ?? 0
    let hasHeader = rows.count > 1 && first.allSatisfy { $0.elementName == "th" }
    let cells = rows.map { row -> [Table.Cell] in
      let cells = row.map { Table.Cell(blocks: splitBlocks(in: $0.children)) }
      return cells + Array(repeating: Table.Cell(blocks: []), count: width - cells.count)
    }
    return Table(
      alignments: Array(repeating: .none, count: width),
      header: hasHeader ? cells[0] : Array(repeating: Table.Cell(blocks: []), count: width),
      rows: hasHeader ? Array(cells.dropFirst()) : cells,
      rowLines: Array(repeating: line, count: hasHeader ? cells.count - 1 : cells.count))
  }

  private func block(_ kind: Block.Kind) -> Block { Block(kind, line: line) }

  private func text(_ inlines: [Inline]) -> Text { Text(pieces: [.init(source: inlines)]) }

  /// The words of a comment `<!-- waymark: … -->`, or a mark of a directive between colons.
  private static func directive(in comment: String) -> String? {
    let words = comment.dropFirst(4).dropLast(3).drop { $0 == " " }
    if DirectiveMarks.isMark(words) { return String(words) }
    guard words.hasPrefix("waymark:") else { return nil }
    return words.dropFirst(8).split(separator: " ").joined(separator: " ")
  }
}

/// A mark or a unit around whole blocks, which moves into them: `<b><p>x</p></b>` means a
/// paragraph of bold text.
private struct Wrapper {
  /// What to put around the next run of text; behind the first run, a unit continues.
  private var mark: Inline

  init(_ mark: Inline) { self.mark = mark }

  /// The same inlines, with the mark around each run that holds no block.
  mutating func moved(into inlines: [Inline]) -> [Inline] {
    var out: [Inline] = []
    var run: [Inline] = []
    for inline in inlines {
      guard inline.isBlock else {
        run.append(inline)
        continue
      }
      wrap(&run, into: &out)
      out.append(inline.mapChildren { moved(into: $0) })
    }
    wrap(&run, into: &out)
    return out
  }

  private mutating func wrap(_ run: inout [Inline], into out: inout [Inline]) {
    defer { run = [] }
    guard run.contains(where: \.isVisible) else {
      out += run
      return
    }
    out.append(mark.replacingChildren(run))
    if case .unit(let id, _, _) = mark { mark = .unit(id, isContinuation: true, []) }
  }
}

extension Inline {
  var elementName: String? {
    if case .element(let element, _) = self { return element.name }
    return nil
  }

  /// Whether it is, or holds, a place that links may target or a directive's mark.
  fileprivate var isPlace: Bool {
    switch self {
    case .anchor: true
    case .tag(let raw) where OpenElements.number(in: raw) != nil: true
    case .element(let element, _) where DirectiveMarks.isMark(element): true
    default: children.contains { $0.isPlace }
    }
  }

  fileprivate var isBlock: Bool {
    holds { inline in
      if let name = inline.elementName { HTMLBlocks.names.contains(name) } else { false }
    }
  }
}

extension [Inline] {
  /// Without white space at either end; runs of white space in texts become one space.
  fileprivate var trimmed: [Inline] {
    var out = isTidy ? self : map { $0.collapsingSpace }
    while let first = out.first, !first.isVisible, !first.isPlace, first.units.isEmpty {
      out.removeFirst()
    }
    while let last = out.last, !last.isVisible, !last.isPlace, last.units.isEmpty {
      out.removeLast()
    }
    return out
  }

  /// Without block elements, whose text stays.
  fileprivate var flattened: [Inline] {
    flatMap { inline -> [Inline] in
      let inner = inline.children.flattened
      if let name = inline.elementName, HTMLBlocks.names.contains(name) { return inner }
      return [inline.replacingChildren(inner)]
    }
  }

  /// Text only, with its units, as in `<pre>`.
  fileprivate var verbatim: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .unit: [inline.replacingChildren(inline.children.verbatim)]
      case .text: [inline]
      case .lineBreak: [.text("\n")]
      default: inline.children.isEmpty ? [.text([inline].plainText)] : inline.children.verbatim
      }
    }
  }
}

extension Inline {
  fileprivate var units: [TextUnit.ID] { [self].units }

  fileprivate var collapsingSpace: Inline {
    guard case .text(let text) = self else {
      return mapChildren { $0.map(\.collapsingSpace) }
    }
    if text.isTidy { return self }
    var out: [UInt8] = []
    var wasSpace = false
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
      if !(isSpace && wasSpace) { out.append(isSpace ? 0x20 : byte) }
      wasSpace = isSpace
    }
    return .text(String(decoding: out, as: UTF8.self))
  }
}
