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
    return [
      Diagnostic(
        .warning, "missing-title",
        "the article has no title, so readers see its file's name",
        at: SourceLocation(article.path, line: article.blocks.first?.line ?? 1),
        hint: "write `# ` and the title on a line above the text")
    ]
  }
}
