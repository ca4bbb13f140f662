import Content
import Markdown

/// Finds mathematical formulas, `$a_1$` in a line and lines between two lines of `$$`, in which
/// Markdown's marks mean nothing (dialect.md, 12; Markdig's rules for its mathematics).
enum Formula {
  private static let dollar = UInt8(ascii: "$")

  /// The ranges of the formulas in a line, dollars included, from left to right.
  ///
  /// As with emphasis (CommonMark 0.30, 6.2), the dollars that open stand before a word and those
  /// that close behind one, so that amounts of money are none; no digit follows.
  static func ranges(in bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = line.lowerBound
    while let start = dollars(in: bytes, from: index, line) {
      index = start.upperBound
      guard start.count <= 2, opens(start, bytes, line),
        let end = dollars(in: bytes, from: start.upperBound, line),
        end.count == start.count, closes(end, bytes, line)
      else { continue }
      found.append(start.lowerBound..<end.upperBound)
      index = end.upperBound
    }
    return found
  }

  /// Which of the lines, by their places, stand between two lines of `$$`.
  static func enclosedLines(in bytes: [UInt8], _ lines: [Range<Int>]) -> Set<Int> {
    guard bytes.span.holds(dollar, dollar) else { return [] }
    let fences = lines.indices.filter { isFence(bytes, lines[$0]) }
    var enclosed: Set<Int> = []
    for pair in stride(from: 0, to: fences.count - 1, by: 2) {
      enclosed.formUnion(fences[pair] + 1..<fences[pair + 1])
    }
    return enclosed
  }

  /// What a line holds between its blanks and quote marks.
  static func content(of line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (low, high) = (line.lowerBound, line.upperBound)
    while low < high, bytes[low].isBlank || bytes[low] == UInt8(ascii: ">") { low += 1 }
    while low < high, bytes[high - 1].isBlank { high -= 1 }
    return low..<high
  }

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let content = content(of: line, in: bytes)
    return content.count == 2 && bytes[content].allSatisfy { $0 == dollar }
  }

  /// The next dollars that no backslash stands before.
  private static func dollars(
    in bytes: [UInt8], from start: Int, _ line: Range<Int>
  ) -> Range<Int>? {
    var index = start
    while index < line.upperBound, bytes[index] != dollar {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < line.upperBound else { return nil }
    let end = bytes[index..<line.upperBound].firstIndex { $0 != dollar } ?? line.upperBound
    return index..<end
  }

  private static func opens(_ run: Range<Int>, _ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard run.upperBound < line.upperBound, !bytes[run.upperBound].isBlank else { return false }
    guard bytes[run.upperBound].isPunctuation, run.lowerBound > line.lowerBound else { return true }
    let before = bytes[run.lowerBound - 1]
    return before.isBlank || before.isPunctuation
  }

  private static func closes(_ run: Range<Int>, _ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let before = bytes[run.lowerBound - 1]
    guard !before.isBlank else { return false }
    guard run.upperBound < line.upperBound else { return true }
    let after = bytes[run.upperBound]
    if (0x30...0x39).contains(after) { return false }
    return !before.isPunctuation || after.isBlank || after.isPunctuation
  }
}
