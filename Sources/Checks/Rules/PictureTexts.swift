import Articles
import Compiler
import Content
import Diagnostics

/// Pictures without words for those who do not see them, and links without words at all.
enum PictureTexts {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    var found: [Diagnostic] = []
    inspection.article.blocks.visit { block in
      for text in block.ownTexts {
        text.source.visit { inline in
          switch inline {
          case .image(let image) where image.alt.isBlank && image.style?.isIcon != true:
            found.append(
              Diagnostic(
                .warning, "missing-alt", "the picture '\(image.source)' has no text",
                at: inspection.location(of: block),
                hint: "write what it shows between `![` and `]`, for those who do not see it"))
          case .link(let link, let words) where !words.contains(where: \.isVisible):
            found.append(
              Diagnostic(
                .warning, "empty-link", "the link to '\(link.destination)' has no words",
                at: inspection.location(of: block),
                hint: "write its words between `[` and `]`, or delete it"))
          default: break
          }
        }
      }
    }
    return found
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
