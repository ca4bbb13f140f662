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
    let tree = inspection.tree
    return tree.nodes.filter { $0.kind == .question }.compactMap { question in
      let answers = question.choices.filter { $0.role == .answer }
      let count = answers.count
      guard count > limit else { return nil }
      let first = answers.first.flatMap { tree[$0.target] }
      let holder = first.flatMap { inspection.holder(of: $0) }
      let title = question.title.text.map { " '\($0.target.plainText)'" } ?? ""
      return Diagnostic(
        .warning, "many-answers",
        "the question\(title) has \(count) answers; readers look over \(limit) at most",
        at: holder.map { inspection.location(of: $0) } ?? inspection.location(of: question),
        hint: "split them under several headings, so that readers choose a group first")
    }
  }
}
