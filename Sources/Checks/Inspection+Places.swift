import Articles
import Compiler
import Content
import Decisions
import Diagnostics

extension Inspection {
  /// Where a node's text begins, be it in the article or in a fragment.
  func location(of node: Node) -> SourceLocation {
    SourceLocation(holder(of: node)?.file ?? article.path, line: node.line)
  }

  /// The table, list or other block of a fragment that a node was made of; `nil` for the article's
  /// own text.
  func holder(of node: Node) -> Block? {
    guard !article.includes.isEmpty, let title = node.title.text?.source.plainText, !title.isEmpty
    else { return nil }
    var found: Block?
    article.blocks.visit { block in
      guard found == nil, block.file != nil, block.begins(on: node.line),
        block.texts.contains(where: { $0.source.plainText.contains(title) })
      else { return }
      found = block
    }
    return found
  }
}

extension Block {
  /// Whether it, or a part of it that may be an answer, begins on a line.
  fileprivate func begins(on line: Int) -> Bool {
    if self.line == line { return true }
    if case .table(let table) = kind { return table.rowLines.contains(line) }
    return false
  }
}
