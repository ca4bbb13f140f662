import Articles
import Compiler
import Content
import Decisions
import Diagnostics

/// Answers whose translation has its label, such as "**Problem:**", elsewhere than its source, so
/// that readers choose by the whole sentence with its label.
enum MisplacedLabels {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    guard inspection.article.isSideBySide else { return [] }
    let tree = inspection.tree
    return tree.nodes.filter { $0.kind == .question }.flatMap { question in
      question.choices.filter { $0.role == .answer }.compactMap { choice in
        guard let text = choice.label.text, text.hasBoldInTranslationOnly,
          let node = tree[choice.target]
        else { return nil }
        return Diagnostic(
          .warning, "misplaced-label",
          "the translation of '\(text.source.plainText.condensed)' does not begin with its label, so readers "
            + "choose by all of it: '\(text.targetWords.condensed)'",
          at: inspection.location(of: node),
          hint: "write first, in bold, what the source has before the colon")
      }
    }
  }
}

extension Text {
  fileprivate var hasBoldInTranslationOnly: Bool {
    pieces.contains { piece in
      guard let translation = piece.translation else { return false }
      return translation.hold(\.isBold) && !piece.source.hold(\.isBold)
    }
  }
}

extension Inline {
  fileprivate var isBold: Bool { if case .strong = self { true } else { false } }
}
