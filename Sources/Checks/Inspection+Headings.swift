import Articles
import Compiler
import Content
import Diagnostics

extension Inspection {
  /// The headings outside of quotes, lists and tables, in document order.
  var headings: [(heading: Heading, block: Block)] {
    article.blocks.compactMap { block in
      if case .heading(let heading) = block.kind { return (heading, block) }
      return nil
    }
  }

  /// Where a block begins, be it in the article or in a fragment.
  func location(of block: Block) -> SourceLocation {
    SourceLocation(block.file ?? article.path, line: block.line)
  }
}
