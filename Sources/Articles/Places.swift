import Content
import Diagnostics

/// Knows where each assembled line comes from.
struct Places {
  let path: String
  let origins: [LineOrigin]

  /// The place of a 0-based assembled line.
  func location(ofLine line: Int) -> SourceLocation {
    guard origins.indices.contains(line) else { return SourceLocation(path) }
    return SourceLocation(origins[line].file ?? path, line: origins[line].line)
  }

  /// The block, and all inside it, with their lines in the author's files.
  func placed(_ block: Block, in document: Projection.Document) -> Block {
    var out = block.mapChildren { $0.map { placed($0, in: document) } }
    let line = document.assembledLine(block.line)
    guard origins.indices.contains(line) else { return out }
    out.line = origins[line].line
    out.file = origins[line].file
    if case .table(var table) = out.kind {
      table.rowLines = table.rowLines.map { row in
        let line = document.assembledLine(row)
        return origins.indices.contains(line) ? origins[line].line : row
      }
      out.kind = .table(table)
    }
    return out
  }
}

extension Projection.Document {
  /// The 0-based assembled line that a 1-based line of this document comes from.
  func assembledLine(_ line: Int) -> Int {
    lines.isEmpty ? 0 : lines[min(max(line - 1, 0), lines.count - 1)]
  }
}
