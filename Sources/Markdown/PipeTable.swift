import Content

/// A table in a paragraph's lines, by the GFM specification, section 4.10, with what DocFX makes
/// of rows that do not fit: pipes in code are text, and further cells widen the table
/// (dialect.md, 12), so that no text is lost.
struct PipeTable {
  /// A row cannot widen a table by more; its further pipes are text.
  static let maximumExtraColumns = 32

  /// The index of the header among the paragraph's lines; lines above it are ordinary text.
  let headerLine: Int
  /// One for each column.
  let alignments: [Table.Alignment]
  /// Byte ranges of the cells' texts without surrounding blanks, as many as columns.
  let header: [Range<Int>]
  /// As many cells in each row as columns: missing ones are empty.
  let rows: [[Range<Int>]]

  /// Finds the first line that is followed by a delimiter row of as many cells.
  static func find(
    in bytes: [UInt8], units: [TextUnit.Span], lines: [Range<Int>]
  ) -> PipeTable? {
    guard lines.count >= 2 else { return nil }
    let splitter = RowSplitter(bytes: bytes, units: units)
    for index in 0..<lines.count - 1 {
      guard let alignments = delimiterRow(splitter, lines[index + 1]) else { continue }
      let header = splitter.cells(of: lines[index], expecting: alignments.count)
      let hasPipe =
        bytes[lines[index]].contains(UInt8(ascii: "|"))
        || bytes[lines[index + 1]].contains(UInt8(ascii: "|"))
      guard header.count == alignments.count, hasPipe else { continue }
      let rows = lines[(index + 2)...].map { line in
        splitter.cells(of: line, expecting: alignments.count)
      }
      return PipeTable(
        headerLine: index, alignments: alignments, header: header, ragged: rows, lines: lines)
    }
    return nil
  }

  private init(
    headerLine: Int, alignments: [Table.Alignment], header: [Range<Int>], ragged: [[Range<Int>]],
    lines: [Range<Int>]
  ) {
    let width = max(alignments.count, ragged.map(\.count).max() ?? 0)
    func filled(_ row: [Range<Int>], _ line: Range<Int>) -> [Range<Int>] {
      let empty = line.upperBound..<line.upperBound
      return row + Array(repeating: empty, count: width - row.count)
    }
    self.headerLine = headerLine
    self.alignments = alignments + Array(repeating: .none, count: width - alignments.count)
    self.header = filled(header, lines[headerLine])
    rows = zip(ragged, lines[(headerLine + 2)...]).map { filled($0, $1) }
  }

  private static func delimiterRow(
    _ splitter: RowSplitter, _ line: Range<Int>
  ) -> [Table.Alignment]? {
    let bytes = splitter.bytes
    guard bytes[line].allSatisfy({ [0x2D, 0x3A, 0x7C, 0x20, 0x09].contains($0) }) else {
      return nil
    }
    var alignments: [Table.Alignment] = []
    for cell in splitter.cells(of: line) {
      var dashes = bytes[cell]
      let left = dashes.first == UInt8(ascii: ":")
      if left { dashes = dashes.dropFirst() }
      let right = dashes.last == UInt8(ascii: ":")
      if right { dashes = dashes.dropLast() }
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }
}

/// Cuts a table's lines into cells.
struct RowSplitter {
  let bytes: [UInt8]
  /// The units of the document, in order.
  let units: [TextUnit.Span]

  /// Cuts a row: at every pipe if that gives as many cells as expected, else not at those that
  /// stand in a unit or in code; a few further cells stay, unless they are empty.
  func cells(of line: Range<Int>, expecting count: Int) -> [Range<Int>] {
    var cells = cells(of: line)
    if cells.count > count {
      let kept = self.cells(of: line, keeping: textRanges(in: line))
      if kept.count < cells.count { cells = kept }
    }
    while cells.count > count, cells[cells.count - 1].isEmpty { cells.removeLast() }
    let limit = count + PipeTable.maximumExtraColumns
    if cells.count > limit {
      let last = cells[limit - 1].lowerBound..<cells[cells.count - 1].upperBound
      cells = Array(cells[..<(limit - 1)]) + [last]
    }
    return cells
  }

  /// Cuts a line at its pipes that no backslash escapes, and that no given range holds.
  func cells(of line: Range<Int>, keeping ranges: [Range<Int>] = []) -> [Range<Int>] {
    let line = trim(line)
    guard !line.isEmpty else { return [line] }
    var found: [Range<Int>] = []
    found.reserveCapacity(8)
    var start = bytes[line.lowerBound] == UInt8(ascii: "|") ? line.lowerBound + 1 : line.lowerBound
    var index = start
    var kept = ranges[...]
    while index < line.upperBound {
      while let range = kept.first, range.upperBound <= index { kept.removeFirst() }
      if let range = kept.first, range.contains(index) {
        index = range.upperBound
        continue
      }
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "|") {
        found.append(trim(start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < line.upperBound { found.append(trim(start..<line.upperBound)) }
    return found
  }

  /// The units and code spans of a line, in order, without overlaps.
  private func textRanges(in line: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var next = units.firstIndex(endingAfter: line.lowerBound)
    var index = line.lowerBound
    while index < line.upperBound {
      while next < units.count, units[next].range.lowerBound < index { next += 1 }
      if next < units.count, units[next].range.lowerBound == index, !units[next].range.isEmpty {
        found.append(units[next].range.clamped(to: line))
        index = units[next].range.upperBound
      } else if bytes[index] == UInt8(ascii: "`") {
        let end = endOfCode(at: index, in: line)
        if let end { found.append(index..<end) }
        index = end ?? endOfTicks(at: index, in: line)
      } else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    return found
  }

  private func endOfTicks(at start: Int, in line: Range<Int>) -> Int {
    var index = start
    while index < line.upperBound, bytes[index] == UInt8(ascii: "`") { index += 1 }
    return index
  }

  /// The offset behind the code span that begins at an offset, or `nil` when it is not closed.
  private func endOfCode(at start: Int, in line: Range<Int>) -> Int? {
    let open = endOfTicks(at: start, in: line)
    var index = open
    while index < line.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let end = endOfTicks(at: index, in: line)
      if end - index == open - start { return end }
      index = end
    }
    return nil
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, bytes[low].isBlank { low += 1 }
    while low < high, bytes[high - 1].isBlank { high -= 1 }
    return low..<high
  }
}

extension [TextUnit.Span] {
  /// The index of the first unit that ends behind an offset.
  func firstIndex(endingAfter offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
