package import Content

/// A CommonMark document in one language, with the units its text came from.
package struct MarkdownDocument: Sendable {
  /// UTF-8 with `\n` line ends.
  package var bytes: [UInt8]
  /// In document order; ranges do not overlap.
  package var units: [TextUnit.Span]

  package init(bytes: [UInt8], units: [TextUnit.Span] = []) {
    self.bytes = bytes
    self.units = units
  }

  /// Parses the document into blocks whose lines are 1-based lines of this document.
  ///
  /// Pipe tables follow the GFM specification, section 4.10, with DocFX's optional outer pipes.
  /// Raw HTML stays unread, as `html` blocks and `tag` inlines. Every text has one piece.
  package func blocks() -> [Block] {
    var builder = BlockBuilder(document: self)
    return builder.blocks(of: 0, quoteDepth: 0)
  }

  /// Parses the document as one run of inlines, such as a table cell.
  package func inlines() -> [Inline] {
    var builder = BlockBuilder(document: self)
    return builder.inlinesOfParagraphs()
  }
}
