import Content
/// Where running text stands in a document: one paragraph, heading or table cell.
package struct TextRun: Hashable, Sendable {
  /// The byte ranges of its lines, without the marks and blanks around them; none is empty.
  package let lines: [Range<Int>]
  package let isTableCell: Bool
}

extension MarkdownDocument {
  /// The running text of the document, in document order.
  ///
  /// Code blocks and raw HTML blocks are left out.
  package func textRuns() -> [TextRun] {
    let builder = BlockBuilder(document: self)
    return builder.textRuns(of: 0, quoteDepth: 0)
  }
}

extension BlockBuilder {
  fileprivate func textRuns(of index: Int, quoteDepth: Int) -> [TextRun] {
    var found: [TextRun] = []
    var next = tree.firstChild(of: index)
    while let child = next {
      switch tree.nodes[child].kind {
      case .paragraph: found += paragraphRuns(child, quoteDepth: quoteDepth)
      case .heading: found += headingRuns(child, quoteDepth: quoteDepth)
      case .blockQuote: found += textRuns(of: child, quoteDepth: quoteDepth + 1)
      case .list, .item: found += textRuns(of: child, quoteDepth: quoteDepth)
      default: break
      }
      next = tree.sibling(of: child, in: index)
    }
    return found
  }

  private func paragraphRuns(_ index: Int, quoteDepth: Int) -> [TextRun] {
    let lines = contentLines(of: tree.nodes[index], quoteDepth: quoteDepth)
    guard let table = PipeTable.find(in: document.bytes, units: document.units, lines: lines)
    else { return [run(lines)] }
    let cells = ([table.header] + table.rows).flatMap { $0 }.filter { !$0.isEmpty }
    let above = table.headerLine > 0 ? [run(Array(lines[..<table.headerLine]))] : []
    return above + cells.map { TextRun(lines: [$0], isTableCell: true) }
  }

  private func headingRuns(_ index: Int, quoteDepth: Int) -> [TextRun] {
    var lines = contentLines(of: tree.nodes[index], quoteDepth: quoteDepth)
    guard let first = lines.first else { return [] }
    let mark = UInt8(ascii: "#")
    guard document.bytes[first].first == mark else {
      // The last line of a setext heading is its underline (CommonMark 0.30, section 4.3).
      if lines.count > 1 { lines.removeLast() }
      return [run(lines)]
    }
    let text = document.bytes[first].drop { $0 == mark }
    var range = text.startIndex..<first.upperBound
    while range.lowerBound < range.upperBound, document.bytes[range.upperBound - 1] == mark {
      range = range.lowerBound..<range.upperBound - 1
    }
    return [run([range])]
  }

  private func run(_ lines: [Range<Int>]) -> TextRun {
    TextRun(lines: lines.map { trimmed($0) }.filter { !$0.isEmpty }, isTableCell: false)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, document.bytes[low].isBlank { low += 1 }
    while low < high, document.bytes[high - 1].isBlank {
      high -= 1
    }
    return low..<high
  }
}
