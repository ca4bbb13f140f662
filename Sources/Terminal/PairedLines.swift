import Diagnostics

extension [Paragraph] {
  /// The lines of the paragraphs, none wider than `width` columns unless one character is.
  ///
  /// - Parameters:
  ///   - width: in columns.
  ///   - isBeside: whether a source stands to the left of its translation instead of under it; only
  ///     where the reader's eyes, not a voice, go over the lines.
  /// - Returns: the lines, from the top.
  package func lines(width: Int, isBeside: Bool = false) -> [Line] {
    flatMap { paragraph -> [Line] in
      (paragraph.hasGap ? [[]] : [])
        + (isBeside ? paragraph.linesBeside(width: width) : paragraph.linesUnder(width: width))
    }
  }
}

extension Paragraph {
  private static let gutter = " │ "

  /// The text, and its source below it behind bars.
  fileprivate func linesUnder(width: Int) -> [Line] {
    guard !source.isEmpty else { return lines(width: width) }
    let below = Paragraph(source, first: rest + "| ", rest: rest + "| ")
    return lines(width: width) + below.lines(width: width)
  }

  /// The source in a column on the left, the text in one as wide on the right.
  fileprivate func linesBeside(width: Int) -> [Line] {
    guard !source.isEmpty else { return lines(width: width) }
    let column = (width - DisplayWidth.of(Self.gutter)) / 2
    let left = Paragraph(source, first: first, rest: rest).lines(width: column)
    let right = Paragraph(spans, isPreformatted: isPreformatted).lines(width: column)
    return (0..<max(left.count, right.count)).map { row in
      let words = row < left.count ? left[row] : []
      let used = words.reduce(0) { $0 + DisplayWidth.of($1.text) }
      let blanks = String(repeating: " ", count: max(0, column - used))
      return words + [Span(blanks + Self.gutter)] + (row < right.count ? right[row] : [])
    }
  }
}
