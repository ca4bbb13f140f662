import Content

/// A table in a paragraph's lines, by the GFM specification, section 4.10.
struct PipeTable {
  /// The index of the header among the paragraph's lines; lines above it are ordinary text.
  let headerLine: Int
  let alignments: [Table.Alignment]
  /// Byte ranges of the cells' texts without surrounding blanks.
  let header: [Range<Int>]
  /// As many cells in each row as columns: missing ones are empty, further ones are dropped.
  let rows: [[Range<Int>]]

  /// Finds the first line that is followed by a delimiter row of as many cells.
  static func find(in bytes: [UInt8], lines: [Range<Int>]) -> PipeTable? {
    guard lines.count >= 2 else { return nil }
    for index in 0..<lines.count - 1 {
      guard let alignments = delimiterRow(bytes, lines[index + 1]) else { continue }
      let header = cells(bytes, lines[index])
      let hasPipe =
        bytes[lines[index]].contains(UInt8(ascii: "|"))
        || bytes[lines[index + 1]].contains(UInt8(ascii: "|"))
      guard header.count == alignments.count, hasPipe else { continue }
      let rows = lines[(index + 2)...].map { line in
        var row = cells(bytes, line)
        while row.count < alignments.count { row.append(line.upperBound..<line.upperBound) }
        return Array(row.prefix(alignments.count))
      }
      return PipeTable(headerLine: index, alignments: alignments, header: header, rows: rows)
    }
    return nil
  }

  private static func delimiterRow(_ bytes: [UInt8], _ line: Range<Int>) -> [Table.Alignment]? {
    guard bytes[line].allSatisfy({ [0x2D, 0x3A, 0x7C, 0x20, 0x09].contains($0) }) else {
      return nil
    }
    var alignments: [Table.Alignment] = []
    for cell in cells(bytes, line) {
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

  /// Splits a line at its pipes that no backslash escapes.
  static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    let line = trim(bytes, line)
    guard !line.isEmpty else { return [line] }
    var found: [Range<Int>] = []
    var start = bytes[line.lowerBound] == UInt8(ascii: "|") ? line.lowerBound + 1 : line.lowerBound
    var index = start
    while index < line.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "|") {
        found.append(trim(bytes, start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < line.upperBound { found.append(trim(bytes, start..<line.upperBound)) }
    return found
  }

  private static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, bytes[low] == 0x20 || bytes[low] == 0x09 { low += 1 }
    while low < high, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x09 { high -= 1 }
    return low..<high
  }
}
