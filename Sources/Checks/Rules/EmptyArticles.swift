import Articles
import Compiler
import Content
import Diagnostics

/// Articles that hold nothing but headings, or not even those.
enum EmptyArticles {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    let article = inspection.article
    let isEmpty = article.blocks.allSatisfy { block in
      if case .heading = block.kind { true } else { false }
    }
    // What an article includes, or may not hold, has findings of its own.
    guard isEmpty, inspection.bytes.count <= SourceText.maximumSize,
      inspection.file.lines.allSatisfy(\.isWithoutText)
    else { return [] }
    return [
      Diagnostic(
        .warning, "empty-article", "the article has no text, so whoever chooses it reads nothing",
        at: SourceLocation(article.path, line: article.blocks.first?.line ?? 1),
        hint: "write its text, or delete the file")
    ]
  }
}

extension MarkdownFile.Line {
  /// Whether it is blank, a heading, a comment or of the front matter.
  fileprivate var isWithoutText: Bool {
    let text = bytes.trimmed
    return kind == .frontMatter || kind == .comment || text.isEmpty
      || text.first == UInt8(ascii: "#") || text.starts(with: Array("<!--".utf8))
  }
}
