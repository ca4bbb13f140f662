import Articles
import Compiler
import Content
import Decisions
import Diagnostics

/// Questions with more answers than a reader can look over.
enum ManyAnswers {
  /// A terminal of 24 lines shows so many beside the question, its way out and the prompt.
  static let limit = 20

  static func find(in inspection: Inspection) -> [Diagnostic] {
    inspection.tree.nodes.filter { $0.kind == .question }.compactMap { question in
      let count = question.choices.count { $0.role == .answer }
      guard count > limit else { return nil }
      let title = question.title.text.map { " '\($0.target.plainText)'" } ?? ""
      return Diagnostic(
        .warning, "many-answers",
        "the question\(title) has \(count) answers; readers look over \(limit) at most",
        at: SourceLocation(inspection.article.path, line: question.line),
        hint: "split them under several headings, so that readers choose a group first")
    }
  }
}
