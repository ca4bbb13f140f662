import Compiler
import Content
import Decisions
package import Exports

extension Site {
  /// Larger libraries get no pictures and no comparison of texts: both read every article again.
  private static let comparedArticles = 200
  /// With more trees than this, the page only links to their pictures.
  private static let shownTrees = 40

  /// The page for writers in every locale, `<locale>/-/writers.html`, and the pictures on it,
  /// `<locale>/-/trees/<article>.svg`.
  ///
  /// - Parameter changes: what changed since a former state, as `changesPages` shows it.
  /// - Returns: each page, followed by its pictures, in the order of locales.
  package func writersPages(_ changes: [TreeChanges] = []) async -> [Page] {
    let isSmall = library.isLocalized && library.articles.count <= Self.comparedArticles
    let progress =
      isSmall
      ? await TranslationProgress.compared(in: library) : TranslationProgress.counted(in: library)
    var pages: [Page] = []
    for frame in library.locales.compactMap({ frames[$0] }) {
      let trees = isSmall ? await drawnTrees(frame.locale) : []
      let path = "\(frame.locale)/-/writers.html"
      let page = frame.page(path, .plain, title: frame.phrases[.writers]) { values in
        values.set(.kind) { $0.markup("writers") }
        values.set(.heading, text: frame.phrases[.writers])
        values.set(.head) {
          $0.void("meta", .init("name", "robots"), .init("content", "noindex"))
        }
        values.set(.languages) {
          writeLanguages(of: "-/writers.html", current: frame.locale, to: &$0)
        }
        values.set(.body) { html in
          if changes.contains(where: { $0.locale == frame.locale.display }) {
            html.element("p") {
              $0.element("a", .init("href", "what-changed.html"), text: frame.phrases[.whatChanged])
            }
          }
          writeYield(frame, to: &html)
          write(progress, isSmall, frame, to: &html)
          write(trees, frame, to: &html)
        }
      }
      pages.append(page)
      pages += trees.map { Page(path: "\(frame.locale)/-/\($0.picture)", bytes: $0.bytes) }
    }
    return pages
  }

  /// How many articles hold decisions, how many procedures, and how many neither.
  private func writeYield(_ frame: LocaleFrame, to html: inout HTMLWriter) {
    let terms: [(Term, ArticleKind)] = [
      (.withDecisions, .diagnostic), (.withProcedures, .procedure), (.forReference, .reference),
    ]
    html.element("h2", text: frame.phrases[.articles])
    frame.writeTable(named: .articles, to: &html) { html in
      for (term, kind) in terms {
        let count = library.articles.count { $0.kind == kind }
        html.element("tr") { html in
          html.element("th", .init("scope", "row"), text: frame.phrases[term])
          frame.writeShare(count, of: library.articles.count, to: &html)
        }
      }
    }
  }

  private func write(
    _ progress: [TranslationProgress], _ isCompared: Bool, _ frame: LocaleFrame,
    to html: inout HTMLWriter
  ) {
    guard !progress.isEmpty else { return }
    let phrases = frame.phrases
    html.element("h2", text: phrases[.translations])
    frame.writeTable(named: .translations, to: &html) { html in
      html.element("tr") { html in
        for term in [Term.language, isCompared ? .complete : .translated, .needsWork] {
          html.element("th", .init("scope", "col"), text: phrases[term])
        }
      }
      for row in progress {
        html.element("tr") { html in
          html.element(
            "th", .init("scope", "row"), .init("lang", row.locale.display),
            text: LanguageName.name(of: row.locale))
          frame.writeShare(row.done, of: row.total, to: &html)
          html.element("td") { html in
            for (term, count) in row.work {
              html.element("div", text: "\(phrases[term]): \(count)")
            }
          }
        }
      }
    }
    frame.writeCommand("waymark translations", after: .translationsHint, to: &html)
  }

  private func write(_ trees: [DrawnTree], _ frame: LocaleFrame, to html: inout HTMLWriter) {
    html.element("h2", text: frame.phrases[.drawnTrees])
    if trees.count <= Self.shownTrees {
      for tree in trees { tree.writeShown(frame, to: &html) }
    } else {
      html.element("ul", .init("class", "list")) { html in
        for tree in trees { html.element("li") { tree.writeLink(to: &$0) } }
      }
    }
    if trees.isEmpty {
      let command = "waymark tree --format svg --locale \(frame.locale) --output trees"
      frame.writeCommand(command, after: .drawnTreesHint, to: &html)
    }
  }
}
