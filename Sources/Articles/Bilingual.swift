import Content

/// Pairs a source document with its translation: structure and addresses from the source, words
/// from the translation (patterns.md, 1, stage A6).
struct Bilingual {
  /// A place at which the translation's blocks are not those of the source.
  struct Difference: Hashable {
    /// The 1-based lines in either document; the translation's is missing where it has no block.
    var sourceLine: Int
    var targetLine: Int?
    /// What the source has and the translation has instead.
    var source: String
    var target: String
  }

  private(set) var differences: [Difference] = []
  /// Links that have words in the source alone: their addresses, and the lines of their blocks.
  private(set) var emptyLinks: [(destination: String, line: Int)] = []
  private let target: [Block]
  /// The units of the two texts that were compared last: their room is used again.
  private var sourceUnits: [TextUnit.ID] = []
  private var targetUnits: [TextUnit.ID] = []
  /// The translated inlines of every unit; read when structures differ first.
  private lazy var units = Self.units(in: target)

  /// Merges two documents' blocks, which carry the source's lines.
  static func merge(source: [Block], target: [Block]) -> (blocks: [Block], findings: Bilingual) {
    var merger = Bilingual(target: target)
    let blocks = merger.merge(source, target)
    return (blocks, merger)
  }

  private init(target: [Block]) { self.target = target }

  private mutating func merge(_ source: [Block], _ target: [Block]) -> [Block] {
    guard source.count == target.count else {
      report(source, target)
      let units = units
      return source.map { Self.substitute(in: $0, from: units) }
    }
    return zip(source, target).map { merge($0, $1) }
  }

  private mutating func merge(_ source: Block, _ target: Block) -> Block {
    var out = source
    let line = source.line
    switch (source.kind, target.kind) {
    case (.heading(var heading), .heading(let other)):
      heading.text = merge(heading.text, other.text, line)
      out.kind = .heading(heading)
    case (.paragraph(let text), .paragraph(let other)):
      out.kind = .paragraph(merge(text, other, line))
    case (.code(var code), .code(let other)):
      code.text = Text(source: code.text.source, target: other.text.source)
      out.kind = .code(code)
    case (.quote(let inner), .quote(let other)): out.kind = .quote(merge(inner, other))
    case (.details(let summary, let inner), .details(let otherSummary, let other)):
      out.kind = .details(
        summary: merge(summary, otherSummary, line), merge(inner, other))
    case (.list(var list), .list(let other)) where list.items.count == other.items.count:
      list.items = zip(list.items, other.items).map { merge($0, $1) }
      out.kind = .list(list)
    case (.table(var table), .table(let other)) where table.hasShape(of: other):
      table.header = merge(table.header, other.header)
      table.rows = zip(table.rows, other.rows).map { merge($0, $1) }
      out.kind = .table(table)
    case (.video(var video), .video(let other)):
      video.title = merge(video.title, other.title, line)
      out.kind = .video(video)
    case (.thematicBreak, .thematicBreak), (.directive, .directive): break
    default:
      noteEmptyLinks(of: source, target)
      report([source], [target])
      out = Self.substitute(in: source, from: units)
    }
    return out
  }

  private mutating func noteEmptyLinks(of source: Block, _ target: Block) {
    for (left, right) in zip(source.ownTexts, target.ownTexts) {
      noteEmptyLink(in: right.source, of: left.source, source.line)
    }
  }

  private mutating func noteEmptyLink(in target: [Inline], of source: [Inline], _ line: Int) {
    guard let empty = target.emptyLink, source.emptyLink == nil else { return }
    emptyLinks.append((empty, line))
  }

  private mutating func merge(_ source: [Table.Cell], _ target: [Table.Cell]) -> [Table.Cell] {
    zip(source, target).map { Table.Cell(blocks: merge($0.blocks, $1.blocks)) }
  }

  private mutating func merge(_ source: Text, _ target: Text, _ line: Int) -> Text {
    let left = source.source
    var right = target.source
    if let whole = wholeUnit(left, right) { return whole }
    guard left != right else { return Text(left) }
    if left.holdSamePlainUnits(as: right) { return Text(source: left, target: right) }
    noteEmptyLink(in: right, of: left, line)
    if !haveSameUnits(left, right) {
      right = Self.substitute(in: left, from: units)
    } else {
      right = Translation(right, of: left).repaired
    }
    return Text(source: left, target: right)
  }
}

extension Bilingual {
  /// Whether both hold the same units, in any order.
  private mutating func haveSameUnits(_ source: [Inline], _ target: [Inline]) -> Bool {
    sourceUnits.removeAll(keepingCapacity: true)
    targetUnits.removeAll(keepingCapacity: true)
    source.appendUnits(to: &sourceUnits)
    target.appendUnits(to: &targetUnits)
    return sourceUnits == targetUnits || sourceUnits.sorted() == targetUnits.sorted()
  }

  /// Notes the first of two rows of blocks that differs.
  private mutating func report(_ source: [Block], _ target: [Block]) {
    let same = zip(source, target).prefix { BlockName($0) == BlockName($1) }.count
    guard let last = source.last else { return }
    let (own, other) = (source.dropFirst(same).first, target.dropFirst(same).first)
    differences.append(
      Difference(
        sourceLine: (own ?? last).line, targetLine: other?.line,
        source: own.map { BlockName($0).description } ?? "nothing more",
        target: other.map { BlockName($0).description } ?? "nothing"))
  }

  /// A text that is one unit of words alone, as most are: its translation needs no repair.
  private func wholeUnit(_ source: [Inline], _ target: [Inline]) -> Text? {
    guard source.count == 1, target.count == 1, case .unit(let id, let part, let left) = source[0],
      case .unit(id, part, let right) = target[0], left.count == 1, right.count == 1,
      case .text = left[0], case .text(let words) = right[0], !StrayEmphasis.holdsStars(words)
    else { return nil }
    return Text(pieces: [.init(source: source, translation: target)])
  }

  /// The translated inlines of every unit.
  private static func units(in blocks: [Block]) -> [TextUnit.ID: [Inline]] {
    var found: [TextUnit.ID: [Inline]] = [:]
    blocks.visitTexts { text in
      text.source.visit { inline in
        guard case .unit(let id, let isContinuation, let inner) = inline else { return }
        if isContinuation { found[id]? += inner } else { found[id] = inner }
      }
    }
    return found
  }

  /// Puts each unit's translation in the place of its source, where the structures differ.
  private static func substitute(in block: Block, from units: [TextUnit.ID: [Inline]]) -> Block {
    block.mapTexts { text in
      let source = text.source
      return Text(source: source, target: substitute(in: source, from: units))
    }
  }

  private static func substitute(
    in inlines: [Inline], from units: [TextUnit.ID: [Inline]]
  ) -> [Inline] {
    inlines.compactMap { inline in
      guard case .unit(let id, let isContinuation, let inner) = inline,
        let translation = units[id]
      else { return inline.mapChildren { substitute(in: $0, from: units) } }
      // The first part carries the whole translation, so that nothing is shown twice.
      if isContinuation { return nil }
      let words = Translation(translation, of: inner).repaired
      return .unit(id, isContinuation: false, words)
    }
  }
}

extension [Inline] {
  /// Whether both are words alone, in the same units: such a translation needs no repair.
  fileprivate func holdSamePlainUnits(as translation: [Inline]) -> Bool {
    guard count == translation.count else { return false }
    for index in indices {
      switch (self[index], translation[index]) {
      case (.text, .text(let words)): if StrayEmphasis.holdsStars(words) { return false }
      case (.unit(let id, let part, let own), .unit(let otherID, let otherPart, let other)):
        guard id == otherID, part == otherPart, own.count == 1, other.count == 1,
          case .text = own[0], case .text(let words) = other[0], !StrayEmphasis.holdsStars(words)
        else { return false }
      case (.softBreak, .softBreak), (.lineBreak, .lineBreak): continue
      default: return false
      }
    }
    return true
  }
}

extension Table {
  fileprivate func hasShape(of other: Table) -> Bool {
    header.count == other.header.count && rows.count == other.rows.count
  }
}
