import Content
import Diagnostics

/// Pipe tables whose rows do not have as many cells as the header (GFM, 4.10).
enum PipeTables {
  static func find(in file: MarkdownFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var index = 1
    while index < file.lines.count {
      defer { index += 1 }
      let line = file.lines[index]
      guard line.kind == .text, let columns = Row(line)?.delimiterCount,
        let header = Row(file.lines[index - 1]), file.lines[index - 1].kind == .text,
        header.isTableLike
      else { continue }
      guard header.count == columns else {
        found.append(mismatch(header.count, columns, at: line, file))
        continue
      }
      while index + 1 < file.lines.count, let row = Row(file.lines[index + 1]), row.continues {
        index += 1
        if row.count > columns { found.append(excess(row, columns, at: file.lines[index], file)) }
      }
    }
    return found
  }

  private static func mismatch(
    _ header: Int, _ columns: Int, at line: MarkdownFile.Line, _ file: MarkdownFile
  ) -> Diagnostic {
    Diagnostic(
      .warning, "bad-delimiter-row",
      "the header has \(header) cells and the row of dashes below it \(columns), so this is no table",
      at: SourceLocation(file.path, line: line.number, column: 1),
      hint: "write one `---` for each cell of the header, with `|` between them")
  }

  private static func excess(
    _ row: Row, _ columns: Int, at line: MarkdownFile.Line, _ file: MarkdownFile
  ) -> Diagnostic {
    Diagnostic(
      .warning, "ragged-row", "the row has \(row.count) cells, and the table \(columns) columns",
      at: SourceLocation(file.path, line: line.number, column: row.column(ofCell: columns)),
      hint: "write `\\|` for a `|` that belongs to the text, or give the table another column")
  }

  /// A line as a row of cells.
  private struct Row {
    private let bytes: ArraySlice<UInt8>
    private let line: ArraySlice<UInt8>
    /// The offsets of the pipes that no backslash escapes.
    private let pipes: [Int]

    /// `nil` for a blank line or one of another kind of text.
    init?(_ line: MarkdownFile.Line) {
      guard line.kind == .text else { return nil }
      var content = line.bytes.drop { $0.isBlank || $0 == UInt8(ascii: ">") }
      content = (content.droppingListMarker ?? content).trimmed
      guard !content.isEmpty else { return nil }
      bytes = content
      self.line = line.bytes
      var pipes: [Int] = []
      var isEscaped = false
      for index in content.indices {
        if content[index] == UInt8(ascii: "|"), !isEscaped { pipes.append(index) }
        isEscaped = content[index] == UInt8(ascii: "\\") && !isEscaped
      }
      self.pipes = pipes
    }

    var isTableLike: Bool { !pipes.isEmpty }

    /// Whether it is one more row below others: a line without a pipe is a row of one cell, unless it
    /// begins a block of another kind.
    var continues: Bool {
      isTableLike
        || !line.trimmed.starts(with: [UInt8(ascii: "#")])
          && line.trimmed.droppingListMarker == nil
    }

    var count: Int {
      let hasFirst = bytes.first == UInt8(ascii: "|")
      let hasLast = pipes.last == bytes.endIndex - 1 && bytes.count > 1
      return pipes.count + 1 - (hasFirst ? 1 : 0) - (hasLast ? 1 : 0)
    }

    /// The 1-based column at which a cell begins, the first being 0.
    func column(ofCell number: Int) -> Int {
      let index = bytes.first == UInt8(ascii: "|") ? number : number - 1
      guard pipes.indices.contains(index) else { return 1 }
      return line[..<pipes[index]].text.count + 1
    }

    /// How many cells it has when it is a row of dashes.
    var delimiterCount: Int? {
      let isPlain = bytes.allSatisfy {
        $0.isBlank || [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|")].contains($0)
      }
      guard isPlain, isTableLike else { return nil }
      let cells = bytes.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        .map { $0.trimmed }
      let inner = cells.enumerated().filter { index, cell in
        !cell.isEmpty || index > 0 && index < cells.count - 1
      }.map(\.element)
      guard !inner.isEmpty, inner.allSatisfy({ $0.contains(UInt8(ascii: "-")) }) else { return nil }
      return inner.count
    }
  }
}
