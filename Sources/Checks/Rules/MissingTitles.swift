import Articles
import Compiler
import Content
import Diagnostics

/// Articles that are called by their file's name because nothing in them is a title.
enum MissingTitles {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    let article = inspection.article
    let hasHeading = inspection.headings.contains {
      $0.heading.level == 1 && !$0.heading.text.isBlank
    }
    guard !hasHeading, article.frontMatter["title"] == nil, !article.blocks.isEmpty else {
      return []
    }
    if let slip = article.frontMatter.entries.first(where: { $0.key.isNearlyTitle }) {
      return [
        Diagnostic(
          .warning, "missing-title",
          "the article has no title, so readers see its file's name; its front matter has '\(slip.key)'",
          at: SourceLocation(article.path, line: slip.line), hint: "did you mean 'title'?")
      ]
    }
    return [
      Diagnostic(
        .warning, "missing-title",
        "the article has no title, so readers see its file's name",
        at: SourceLocation(article.path, line: article.blocks.first?.line ?? 1),
        hint: "write `# ` and the title on a line above the text")
    ]
  }
}

extension String {
  /// Whether it is `title` but for its capitals, a letter, or the order of its letters.
  fileprivate var isNearlyTitle: Bool {
    let (own, title) = (Array(lowercased().utf8), Array("title".utf8))
    return own.sorted() == title.sorted()
      || Suggestion.editDistance(own, title, atMost: 1) != nil
  }
}
