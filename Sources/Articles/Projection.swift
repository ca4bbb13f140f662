import Content
import Markdown

/// The two Markdown documents that a side-by-side article weaves into one (dialect.md, 13).
struct Projection: Sendable {
  /// One of the two documents, and for each of its lines the index of the assembled line.
  struct Document: Sendable {
    var markdown = MarkdownDocument(bytes: [])
    var lines: [Int] = [0]

    mutating func append(_ bytes: ArraySlice<UInt8>, line: inout Int) {
      markdown.bytes += bytes
      bytes.span.visitOffsets(of: 0x0A) { _ in
        line += 1
        lines.append(line)
      }
    }

    /// Appends the text of a unit that begins on an assembled line.
    mutating func append(_ id: TextUnit.ID, _ text: ArraySlice<UInt8>, line: Int) {
      var line = line
      let start = markdown.bytes.count
      append(text, line: &line)
      markdown.units.append(.init(id: id, range: start..<start + text.count))
    }
  }

  private(set) var source = Document()
  private(set) var target = Document()
  /// Whether any unit was found.
  private(set) var isSideBySide = false
  /// Whether both documents are the same, byte for byte.
  private(set) var isUntranslated = true
  /// Unit mark-up that could not be read as it stands: on which assembled lines (0-based), and what
  /// is missing there; the first of each line.
  private(set) var flaws: [(line: Int, lack: String)] = []

  /// Writes out the documents of an assembled text in one pass.
  init(of text: AssembledText) {
    let bytes = text.bytes
    source.markdown.bytes.reserveCapacity(bytes.count)
    var index = 0
    var line = 0
    var plainStart = 0
    func flush(_ projection: inout Projection, to end: Int) {
      guard end > plainStart else { return }
      var copied = line
      projection.source.append(bytes[plainStart..<end], line: &copied)
      projection.target.append(bytes[plainStart..<end], line: &line)
    }
    while let found = bytes.firstOffset(of: UnitMarkup.anyOpen, from: index) {
      let unit =
        UnitMarkup.unit(in: bytes, at: found) ?? UnitMarkup.unitInAnyForm(in: bytes, at: found)
      if let unit {
        let isSpace = found == plainStart + 1 && bytes[plainStart] == 0x20
        if isSpace, targetEndsFullWidthSentence {
          source.append(bytes[plainStart..<found], line: &line)
        } else {
          flush(&self, to: found)
        }
        append(unit, of: bytes, line: &line)
        index = unit.whole.upperBound
        plainStart = index
      } else if let tagEnd = UnitMarkup.endOfStrayTag(in: bytes, at: found)
        ?? UnitMarkup.endOfStrayTagInAnyForm(in: bytes, at: found)
      {
        flush(&self, to: found)
        if let unit = UnitMarkup.unclosedUnit(in: bytes, at: found) {
          note("`</span>` is missing behind '\(bytes[unit.source].firstWords)'", line)
          append(unit, of: bytes, line: &line)
          index = unit.whole.upperBound
        } else {
          note(UnitMarkup.lack(ofTagAt: found, in: bytes), line)
          index = tagEnd
        }
        plainStart = index
      } else {
        index = found + 1
      }
    }
    if plainStart == 0 {
      source.append(bytes[...], line: &line)
      target = source
    } else {
      flush(&self, to: bytes.count)
    }
  }

  private mutating func note(_ lack: @autoclosure () -> String, _ line: Int) {
    if flaws.last?.line != line { flaws.append((line, lack())) }
  }

  /// Whether the target stands behind 。, ！ or ？, after which Chinese and Japanese have no space.
  ///
  /// The space between two units is the source's. Where it must stay, because a mark such as `**`
  /// needs it to close, the mark stands between the stop and the space.
  private var targetEndsFullWidthSentence: Bool {
    let end = target.markdown.bytes.suffix(3)
    guard let last = end.last, last >= 0x80 else { return false }
    return Self.fullWidthStops.contains { end.elementsEqual($0.utf8) }
  }

  private static let fullWidthStops = ["。", "！", "？"]

  private mutating func append(_ unit: UnitMarkup, of bytes: [UInt8], line: inout Int) {
    isSideBySide = true
    if isUntranslated, bytes[unit.source] != bytes[unit.target] { isUntranslated = false }
    source.append(unit.id, bytes[unit.source], line: line)
    // A unit whose translation is empty shows its source: text is never lost.
    let target = unit.target.isEmpty ? unit.source : unit.target
    if let repaired = BrokenLinks.repaired(in: bytes[target], source: bytes[unit.source]) {
      self.target.append(unit.id, repaired[...], line: line)
    } else {
      self.target.append(unit.id, bytes[target], line: line)
    }
    line += bytes[unit.whole].span.count(of: 0x0A)
  }
}

extension ArraySlice<UInt8> {
  /// The beginning of a text, short enough to quote.
  fileprivate var firstWords: Substring { String(decoding: self, as: UTF8.self).prefix(60) }
}
