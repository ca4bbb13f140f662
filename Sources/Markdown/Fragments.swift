import Content

/// Parts of a document that are each parsed by itself as inlines, such as a table's cells.
///
/// They stand one a line between blank lines, so that one run of the parser reads them all.
struct Fragments {
  private struct Part {
    /// The places of its first byte and of its first unit.
    let start: Int
    let firstUnit: Int
    /// Whether a full stop stands before it, which keeps it from being read as a block.
    let isGuarded: Bool
  }

  private var document = MarkdownDocument(bytes: [])
  private var parts: [Part] = []

  /// Takes a range of a document's bytes, without some of them, and the units in it by their
  /// ranges in the document.
  mutating func append(
    _ bytes: ArraySlice<UInt8>, without dropped: [Int], units: [TextUnit.Span]
  ) {
    if !parts.isEmpty { document.bytes += [0x0A, 0x0A] }
    let isGuarded = Self.beginsBlock(bytes, without: dropped)
    parts.append(
      Part(
        start: document.bytes.count, firstUnit: document.units.count, isGuarded: isGuarded))
    if isGuarded { document.bytes.append(UInt8(ascii: ".")) }
    let shift = document.bytes.count - bytes.startIndex
    var copied = bytes.startIndex
    for index in dropped {
      document.bytes += bytes[copied..<index]
      copied = index + 1
    }
    document.bytes += bytes[copied...]
    func moved(_ offset: Int) -> Int {
      let offset = min(max(offset, bytes.startIndex), bytes.endIndex)
      return shift + offset - dropped.count { $0 < offset }
    }
    for unit in units {
      let (low, high) = (moved(unit.range.lowerBound), moved(unit.range.upperBound))
      if low < high { document.units.append(TextUnit.Span(id: unit.id, range: low..<high)) }
    }
  }

  /// The inlines of each part, in order.
  func inlines(with definitions: ReferenceDefinitions) -> [[Inline]] {
    let found =
      together(with: definitions)
      ?? parts.indices.map { single($0, with: definitions).inlines() }
    return zip(parts, found).map { part, inlines in
      part.isGuarded ? Self.withoutGuard(inlines) : inlines
    }
  }

  /// Reads all parts at once; `nil` when one of them might be read in another way than alone.
  private func together(with definitions: ReferenceDefinitions) -> [[Inline]]? {
    guard parts.count > 1, definitions.isEmpty else { return nil }
    var builder = BlockBuilder(document: document)
    return builder.inlinesOfLines(count: parts.count)
  }

  private func single(_ index: Int, with definitions: ReferenceDefinitions) -> MarkdownDocument {
    let part = parts[index]
    let next = index + 1 < parts.count ? parts[index + 1] : nil
    let text = document.bytes[part.start..<(next.map { $0.start - 2 } ?? document.bytes.count)]
    let units = document.units[part.firstUnit..<(next?.firstUnit ?? document.units.count)]
    let bytes = Array(text)
    return MarkdownDocument(
      bytes: bytes + definitions.text(for: bytes),
      units: units.map { unit in
        let range = unit.range
        return .init(
          id: unit.id, range: range.lowerBound - part.start..<range.upperBound - part.start)
      })
  }

  private static func withoutGuard(_ inlines: [Inline]) -> [Inline] {
    guard case .text(let text)? = inlines.first else { return inlines }
    var out = inlines
    out[0] = .text(String(text.dropFirst()))
    if text.utf8.count == 1 { out.removeFirst() }
    return out
  }

  /// Whether a text such as `# x` or `- x` would be read as a block; it gets a full stop before it,
  /// which leaves the meaning of the marks behind it as it was.
  private static func beginsBlock(_ bytes: ArraySlice<UInt8>, without dropped: [Int]) -> Bool {
    guard let first = bytes.first, dropped.first != bytes.startIndex else { return false }
    let rest = bytes.dropFirst()
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "="),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
      return rest.first?.isBlank ?? true || bytes.allSatisfy { $0 == first || $0 == 0x20 }
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return rest.count >= 2 && rest.prefix(2).allSatisfy { $0 == first }
    case UInt8(ascii: "["): return bytes.contains(UInt8(ascii: ":"))
    default: return false
    }
  }
}

extension BlockBuilder {
  /// The inlines of a document that holds so many paragraphs of one line with a blank line between
  /// each two, and nothing else; `nil` for any other.
  fileprivate mutating func inlinesOfLines(count: Int) -> [[Inline]]? {
    var lines: [Int] = []
    lines.reserveCapacity(count)
    var next = tree.firstChild(of: 0)
    while let child = next {
      let node = tree.nodes[child]
      let line = Int32(clamping: 2 * lines.count + 1)
      guard node.kind == .paragraph, node.startLine == line, node.endLine == line else {
        return nil
      }
      lines.append(child)
      next = tree.sibling(of: child, in: 0)
    }
    guard lines.count == count else { return nil }
    return lines.map { leafInlines($0, quoteDepth: 0) }
  }
}
