import Compiler
import Content
import Diagnostics

/// How far translations are, as a table for people to read.
package enum TranslationText {
  /// A table for each locale, and under it the passages that need work.
  ///
  /// - Parameters:
  ///   - report: the translations.
  ///   - limit: the most passages of each kind to quote for an article; `nil` quotes all.
  ///   - content: the content folder as commands name it.
  /// - Returns: the text, with a line feed at its end.
  package static func render(_ report: TranslationReport, limit: Int?, content: String) -> String {
    report.locales.map { locale in
      let heading = "\(locale.tag)\(report.source.map { ", from \($0)" } ?? ""): \(summary(locale))"
      return heading + "\n\n" + table(locale) + passages(locale, limit)
        + nextStep(locale, report, content)
    }.joined(separator: "\n")
  }

  private static func summary(_ locale: TranslationReport.Locale) -> String {
    let states: [(TranslationReport.Article.State, String)] = [
      (.missing, "missing"), (.differs, "not shown"), (.outdated, "older than the source"),
      (.untranslated, "with untranslated text"), (.unpaired, "without source text beside them"),
    ]
    let complete = "\(locale.count(.complete)) of \(locale.articles.count) articles are complete"
    let others = states.compactMap { state, words in
      let count = locale.count(state)
      return count == 0 ? nil : "\(count) \(words)"
    }
    return ([complete] + others).joined(separator: ", ")
  }

  /// What to do about it.
  private static func nextStep(
    _ locale: TranslationReport.Locale, _ report: TranslationReport, _ content: String
  ) -> String {
    let isDone = locale.articles.allSatisfy { $0.state == .complete || $0.state == .unpaired }
    guard report.source != nil, !isDone else { return "" }
    return
      "\nTo have it translated: waymark xliff export \(content.quotedForShell) --locale \(locale.tag) --needs-work "
      + "-o \(locale.tag).xlf\n"
  }

  private static let columns = [
    "article", "state", "by", "sentences", "current", "older", "same", "new",
  ]

  /// Columns of numbers are set to the right.
  private static func table(_ locale: TranslationReport.Locale) -> String {
    let rows = [columns] + locale.articles.map(cells)
    let widths = columns.indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        return column < 3 ? cell + space : space + cell
      }
      return "  " + cells.joined(separator: "  ").trimmingEnd + "\n"
    }.joined()
  }

  private static func cells(_ article: TranslationReport.Article) -> [String] {
    guard let translation = article.translation else {
      return [article.id, "missing", "", "", "", "", "", ""]
    }
    let origin =
      switch translation.origin {
      case .human: "people"
      case .machine: "machine"
      case .unknown: "?"
      }
    guard translation.isSideBySide else {
      return [article.id, state(article), origin, "\(translation.sentences)", "?", "?", "?", "?"]
    }
    return [
      article.id, state(article), origin, "\(translation.sentences)", "\(translation.current)",
      "\(translation.outdated.count)", "\(translation.untranslated.count)",
      "\(translation.missing.count)",
    ]
  }

  private static func state(_ article: TranslationReport.Article) -> String {
    switch article.state {
    case .missing: "missing"
    case .differs: "not shown"
    case .outdated: "older"
    case .untranslated: "untranslated"
    case .unpaired: "unpaired"
    case .complete: "complete"
    }
  }
}

extension TranslationText {
  /// What needs work, with its place.
  private static func passages(_ locale: TranslationReport.Locale, _ limit: Int?) -> String {
    var out = ""
    for translation in locale.articles.compactMap(\.translation) {
      func list(_ passages: [Translation.Passage], _ words: String) {
        for passage in passages.prefix(limit ?? passages.count) {
          out +=
            "\(passage.file ?? translation.path):\(passage.line): \(words): \(passage.source)\n"
        }
        more(passages.count, words)
      }
      func more(_ count: Int, _ words: String) {
        if let limit, count > limit { out += "  … and \(count - limit) more \(words)\n" }
      }
      if !translation.fits {
        out += "\(translation.path): not shown: its decisions are not those of the source\n"
      }
      list(translation.outdated, "older")
      list(translation.untranslated, "same as the source")
      for passage in translation.missing.prefix(limit ?? translation.missing.count) {
        out += "\(translation.path): new in the source: \(passage.source)\n"
      }
      more(translation.missing.count, "new in the source")
    }
    return out.isEmpty ? "" : "\n" + out
  }
}

extension String {
  fileprivate var trimmingEnd: Substring {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return text
  }
}
