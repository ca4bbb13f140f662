import Content

/// Finds, for the inlines of one leaf block, the bytes of the document that each came from.
///
/// cmark's own inline positions are not dependable, but its tree says exactly which marks stand
/// between two texts; so a cursor follows the document's bytes along the tree.
struct InlineAligner {
  /// An inline and the unit it lies in; `isMixed` when units are marked inside it already.
  struct Tagged {
    var inline: Inline
    var unit: Int?
    var isMixed = false
  }

  let bytes: [UInt8]
  let tree: CommonMarkTree
  let units: [TextUnit.Span]
  /// How many block quotes are around the block: so many `>` begin each of its lines.
  var quoteDepth = 0
  /// The byte offset behind the block.
  var end = 0
  var cursor = 0
  /// The inlines that have been read and that no container holds yet, in order.
  private var loose: [Tagged] = []
  /// The first unit that does not end before the cursor.
  private var unitIndex = 0
  /// The units whose first part has been emitted.
  var seen: SeenUnits

  init(_ document: MarkdownDocument, _ tree: CommonMarkTree) {
    bytes = document.bytes
    units = document.units
    self.tree = tree
    seen = SeenUnits(count: document.units.count)
  }

  /// Returns a leaf block's inlines with their units marked.
  mutating func inlines(of index: Int) -> [Inline] {
    if let whole = wholeText(of: index) { return [whole] }
    readChildren(of: index)
    return takeWrapped(from: 0)
  }
}

extension InlineAligner {
  /// The one text that a leaf block holds when it lies in one unit or in none, as most do.
  private mutating func wholeText(of index: Int) -> Inline? {
    let child = index + 1
    guard tree.nodes[index].end == child + 1, tree.nodes[child].kind == .text else { return nil }
    let literal = tree.nodes[child].literal
    guard !literal.isEmpty else { return nil }
    let unit = unitAfterSynchronizing(tree.text[literal])
    guard lengthOfSameText(literal) == literal.count else { return nil }
    cursor += literal.count
    let text = Inline.text(tree.string(literal))
    guard let unit else { return text }
    return .unit(units[unit].id, isContinuation: !seen.insert(unit), [text])
  }

  /// Puts what a node holds on the stack of inlines that no container holds yet.
  private mutating func readChildren(of index: Int) {
    var next = tree.firstChild(of: index)
    while let child = next {
      read(child)
      next = tree.sibling(of: child, in: index)
    }
  }

  private mutating func read(_ index: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .text: readText(node.literal)
    case .code: readCode(node)
    case .htmlInline: readTag(node)
    case .softBreak, .lineBreak:
      let unit = unitAtCursor()
      skipLineEnd()
      loose.append(Tagged(inline: node.kind == .softBreak ? .softBreak : .lineBreak, unit: unit))
    case .emphasis: readContainer(index, mark: 1) { .emphasis($0) }
    case .strong: readContainer(index, mark: 2) { .strong($0) }
    case .link: readLink(index)
    case .image: readImage(index)
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
      .thematicBreak:
      break
    }
  }

  private mutating func readContainer(_ index: Int, mark: Int, _ make: ([Inline]) -> Inline) {
    cursor += mark
    let start = loose.count
    readChildren(of: index)
    cursor += mark
    close(from: start, make)
  }

  /// Puts the inlines from a place of the stack on into a container: if all are in one unit, the
  /// container is in it too.
  private mutating func close(from start: Int, _ make: ([Inline]) -> Inline) {
    let first = start < loose.count ? loose[start].unit : nil
    let isMixed = loose[start...].contains { $0.isMixed || $0.unit != first }
    let inner = isMixed ? takeWrapped(from: start) : take(from: start)
    loose.append(
      Tagged(inline: make(inner), unit: isMixed ? nil : first, isMixed: isMixed))
  }

  /// Takes the inlines from a place of the stack on, as they are.
  private mutating func take(from start: Int) -> [Inline] {
    defer { loose.removeSubrange(start...) }
    return loose[start...].map(\.inline)
  }

  private mutating func readLink(_ index: Int) {
    let node = tree.nodes[index]
    let link = Link(destination: tree.string(node.literal), title: tree.string(node.title))
    let isAutolink = byte(at: cursor) == UInt8(ascii: "<")
    let unit = unitAtCursor()
    cursor += 1
    let start = loose.count
    readChildren(of: index)
    if isAutolink {
      cursor += 1
    } else {
      skipLinkEnd()
    }
    if loose.count == start {
      loose.append(Tagged(inline: .link(link, []), unit: unit))
    } else {
      close(from: start) { .link(link, $0) }
    }
  }

  private mutating func readImage(_ index: Int) {
    let node = tree.nodes[index]
    let unit = unitAtCursor()
    cursor += 2
    let start = loose.count
    readChildren(of: index)
    skipLinkEnd()
    let alternative = loose[start...]
    loose.removeSubrange(start...)
    var image = Image(
      source: tree.string(node.literal), alt: alternative.map(\.inline).plainText,
      title: tree.string(node.title))
    var further: [Inline] = []
    for inner in alternative.compactMap(\.unit) where inner != unit && seen.insert(inner) {
      if image.unit == nil {
        image.unit = units[inner].id
      } else {
        further.append(.unit(units[inner].id, isContinuation: false, []))
      }
    }
    // A picture has room for one unit: the others stand behind it, with nothing to show.
    let inline =
      further.isEmpty
      ? Inline.image(image) : .element(Element("span"), [.image(image)] + further)
    loose.append(Tagged(inline: inline, unit: unit))
  }

  private mutating func readCode(_ node: CommonMarkTree.Node) {
    var fence = 0
    while byte(at: cursor + fence) == UInt8(ascii: "`") { fence += 1 }
    let unit = unitAtCursor()
    cursor += fence
    let inner = unitAtCursor()
    skipThroughBackticks(fence)
    loose.append(Tagged(inline: .code(tree.string(node.literal)), unit: unit ?? inner))
  }

  private mutating func readTag(_ node: CommonMarkTree.Node) {
    let literal = tree.text[node.literal]
    if !matches(literal, at: cursor) { resynchronize(on: literal) }
    let unit = unitAtCursor()
    for byte in literal {
      cursor += 1
      if byte == UInt8(ascii: "\n") { skipPrefix() }
    }
    loose.append(Tagged(inline: .tag(tree.string(node.literal)), unit: unit))
  }
}

extension InlineAligner {
  /// Follows a text through the document, past escapes and entities, and cuts it between units.
  private mutating func readText(_ literal: Range<Int>) {
    guard !literal.isEmpty else { return }
    var start = literal.lowerBound
    var index = literal.lowerBound
    var unit = unitAfterSynchronizing(tree.text[literal])
    while index < literal.upperBound {
      let next = index == literal.lowerBound ? unit : unitAtCursor()
      if next != unit {
        loose.append(Tagged(inline: .text(tree.string(start..<index)), unit: unit))
        start = index
        unit = next
      }
      let same = lengthOfSameText(index..<literal.upperBound)
      index = same > 0 ? index + same : step(tree.text[literal], at: index)
      cursor += same
    }
    loose.append(Tagged(inline: .text(tree.string(start..<literal.upperBound)), unit: unit))
  }

  /// How many bytes of a text stand at the cursor as they are, before the unit there changes.
  private func lengthOfSameText(_ literal: Range<Int>) -> Int {
    var limit = min(literal.count, end - cursor)
    if unitIndex < units.count {
      let unit = units[unitIndex].range
      let change = unit.lowerBound > cursor ? unit.lowerBound : unit.upperBound
      if change > cursor { limit = min(limit, change - cursor) }
    }
    guard limit > 0 else { return 0 }
    let written = bytes.span.extracting(cursor..<cursor + limit)
    let text = tree.text.span.extracting(literal.lowerBound..<literal.lowerBound + limit)
    if written.meansItself(as: text) { return limit }
    for length in written.indices {
      let byte = written[length]
      guard byte == text[length], byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "&") else {
        return length
      }
    }
    return limit
  }

  private mutating func unitAfterSynchronizing(_ literal: ArraySlice<UInt8>) -> Int? {
    let current = byte(at: cursor)
    if current != literal.first, current != UInt8(ascii: "\\"), current != UInt8(ascii: "&") {
      resynchronize(on: literal)
    }
    return unitAtCursor()
  }

  /// Moves the cursor past what the literal's next character came from; returns the index behind it.
  private mutating func step(_ literal: ArraySlice<UInt8>, at index: Int) -> Int {
    let wanted = literal[index]
    guard let current = byte(at: cursor) else { return index + 1 }
    if current == UInt8(ascii: "\\"), let escaped = byte(at: cursor + 1), escaped.isPunctuation,
      escaped == wanted
    {
      cursor += 2
      return index + 1
    }
    if current == UInt8(ascii: "&"), let length = entityLength(at: cursor),
      !literal[index...].starts(with: bytes[cursor..<cursor + length])
    {
      cursor += length
      return min(index + wanted.scalarLength, literal.endIndex)
    }
    if current == wanted {
      cursor += 1
      return index + 1
    }
    resynchronize(on: literal[index...])
    if byte(at: cursor) == wanted { cursor += 1 }
    return index + 1
  }

  /// Looks ahead in the block for the next bytes of a text, when a mark was not understood.
  private mutating func resynchronize(on literal: ArraySlice<UInt8>) {
    let probe = literal.prefix(8)
    guard !probe.isEmpty else { return }
    var candidate = cursor
    while candidate + probe.count <= end {
      if matches(probe, at: candidate) {
        cursor = candidate
        return
      }
      candidate += 1
    }
  }

  private func matches(_ literal: ArraySlice<UInt8>, at offset: Int) -> Bool {
    guard offset + literal.count <= bytes.count else { return false }
    return bytes[offset..<offset + literal.count].elementsEqual(literal)
  }

  private func entityLength(at offset: Int) -> Int? {
    var index = offset + 1
    while index < min(offset + 34, end) {
      if bytes[index] == UInt8(ascii: ";") { return index > offset + 1 ? index + 1 - offset : nil }
      guard bytes[index].isAlphanumeric || bytes[index] == UInt8(ascii: "#") else { return nil }
      index += 1
    }
    return nil
  }

  private func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < end ? bytes[offset] : nil
  }
}

extension InlineAligner {
  /// Skips `]`, and the address in parentheses or the label in brackets behind it.
  private mutating func skipLinkEnd() {
    guard byte(at: cursor) == UInt8(ascii: "]") else { return }
    cursor += 1
    if byte(at: cursor) == UInt8(ascii: "("),
      let behind = LinkDestination.end(in: bytes, at: cursor), behind <= end
    {
      cursor = behind
    } else if byte(at: cursor) == UInt8(ascii: "[") {
      var index = cursor + 1
      while let next = byte(at: index), next != UInt8(ascii: "]") {
        index += next == UInt8(ascii: "\\") ? 2 : 1
      }
      if byte(at: index) != nil { cursor = index + 1 }
    }
  }

  private mutating func skipThroughBackticks(_ fence: Int) {
    var index = cursor
    while index < end {
      var run = 0
      while byte(at: index + run) == UInt8(ascii: "`") { run += 1 }
      index += max(run, 1)
      if run == fence {
        cursor = index
        return
      }
    }
  }

  /// Skips the rest of a line, which holds only a break's spaces or backslash, and the next prefix.
  private mutating func skipLineEnd() {
    while let next = byte(at: cursor), next != UInt8(ascii: "\n") { cursor += 1 }
    cursor += 1
    skipPrefix()
  }

  /// Skips the indentation and quote marks with which a line of the block begins.
  mutating func skipPrefix() {
    cursor = LinePrefix.end(in: bytes, from: cursor, to: end, quoteDepth: quoteDepth)
  }

  /// The unit that the byte at the cursor lies in, by index.
  private mutating func unitAtCursor() -> Int? {
    while unitIndex > 0, units[unitIndex - 1].range.upperBound > cursor { unitIndex -= 1 }
    while unitIndex < units.count, units[unitIndex].range.upperBound <= cursor { unitIndex += 1 }
    guard unitIndex < units.count, units[unitIndex].range.lowerBound <= cursor else { return nil }
    return unitIndex
  }

  /// Takes the inlines from a place of the stack on, with runs that lie in one unit marked.
  private mutating func takeWrapped(from start: Int) -> [Inline] {
    var out: [Inline] = []
    out.reserveCapacity(loose.count - start)
    var index = start
    while index < loose.count {
      guard let unit = loose[index].unit else {
        out.append(loose[index].inline)
        index += 1
        continue
      }
      var end = index + 1
      while end < loose.count, loose[end].unit == unit { end += 1 }
      let inner = loose[index..<end].map(\.inline)
      let isFirst = seen.insert(unit)
      out.append(.unit(units[unit].id, isContinuation: !isFirst, inner))
      index = end
    }
    loose.removeSubrange(start...)
    return out
  }
}

/// Which units' first parts have been written, by the units' places in the document.
struct SeenUnits {
  private var isSeen: [Bool]

  init(count: Int) { isSeen = Array(repeating: false, count: count) }

  func contains(_ unit: Int) -> Bool { isSeen[unit] }

  /// Notes a unit; returns whether it is seen for the first time.
  mutating func insert(_ unit: Int) -> Bool {
    defer { isSeen[unit] = true }
    return !isSeen[unit]
  }
}

extension Span where Element == UInt8 {
  /// Whether bytes are those of a text as long, without a mark that may mean other ones: in a loop
  /// without an early end, which becomes vectors.
  @inline(never) fileprivate func meansItself(as text: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in indices {
      let byte = self[index]
      found |= byte ^ text[index]
      found |= (byte == UInt8(ascii: "\\") ? 1 : 0) | (byte == UInt8(ascii: "&") ? 1 : 0)
    }
    return found == 0
  }
}
