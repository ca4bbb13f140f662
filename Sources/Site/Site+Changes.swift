import Compiler
import Content
import Decisions
package import Exports

extension Site {
  /// The pages that tell those who answer what changed, `<locale>/-/what-changed.html`.
  ///
  /// - Parameter changes: what changed in each locale that has a former state.
  /// - Returns: a page for each of them, in their order.
  package func changesPages(_ changes: [TreeChanges]) -> [Page] {
    let told = changes.compactMap { change in
      LanguageTag(change.locale).flatMap { frames[$0] }.map { ($0, change) }
    }
    return told.map { frame, changes in
      let path = Self.changesPage(frame.locale)
      return frame.page(path, .plain, title: frame.phrases[.whatChanged]) { values in
        values.set(.kind) { $0.markup("changes") }
        values.set(.heading, text: frame.phrases[.whatChanged])
        values.set(.head) {
          $0.void("meta", .init("name", "robots"), .init("content", "noindex"))
        }
        values.set(.languages) { html in
          guard told.count > 1 else { return }
          for (other, _) in told {
            LanguageName.writeLink(
              to: other.locale,
              at: PageLinks.address(from: path, to: Self.changesPage(other.locale)),
              isCurrent: other.locale == frame.locale, to: &html)
          }
        }
        values.set(.body) { write(changes, frame, on: path, to: &$0) }
      }
    }
  }

  static func changesPage(_ locale: LanguageTag) -> String { "\(locale)/-/what-changed.html" }

  private func write(
    _ changes: TreeChanges, _ frame: LocaleFrame, on page: String, to html: inout HTMLWriter
  ) {
    let phrases = frame.phrases
    if changes.isEmpty { html.element("p", text: phrases[.changesNone]) }
    for repeated in changes.repeated {
      guard let step = repeated.steps.first else { continue }
      let count = "\(repeated.steps.count)"
      html.element("h2", text: phrases[.changesPlaces].replacing("{n}", with: count))
      html.element("ul", .init("class", "change-list")) {
        write(repeated.what, at: step, frame, on: page, to: &$0)
      }
    }
    for article in changes.articles {
      html.element("h2") { html in
        html.text(article.title)
        switch article.fate {
        case .added: html.element("span", .init("class", "badge"), text: phrases[.changeNew])
        case .removed: html.element("span", .init("class", "badge"), text: phrases[.changeGone])
        case .changed: break
        }
      }
      guard !article.changes.isEmpty else { continue }
      html.element("ul", .init("class", "change-list")) { html in
        for change in article.changes {
          write(change.what, at: change.step, frame, on: page, to: &html)
        }
      }
    }
  }

  /// Writes one change as a list item: the step, what happened, and the words that went and came.
  private func write(
    _ what: TreeChanges.What, at step: TreeChanges.Step, _ frame: LocaleFrame, on page: String,
    to html: inout HTMLWriter
  ) {
    html.element("li") { html in
      html.element("p") { html in
        writeName(of: step, frame, on: page, to: &html)
        html.markup(" ")
        html.element("span", .init("class", "code"), text: TreeChanges.spoken(step.code))
      }
      for line in Self.told(what, frame.phrases) { html.element("p", text: line) }
      guard case .text(_, let old, let new) = what else { return }
      for difference in TextDifference.lines(from: old, to: new) {
        let name: StaticString = difference.sign == .removed ? "del" : "ins"
        html.element(name, text: difference.line)
      }
    }
  }

  /// Writes the way to a step, as a link where it still stands.
  private func writeName(
    of step: TreeChanges.Step, _ frame: LocaleFrame, on page: String, to html: inout HTMLWriter
  ) {
    let words = step.trail.isEmpty ? step.title : step.trail.joined(separator: " › ")
    let id = Node.ID(step.id)
    guard let entry = library.article(ofPage: "\(frame.locale)/\(step.id).html"),
      let node = entry[id]
    else {
      return html.element("strong", text: words)
    }
    let shown = library.shownLocale(of: entry, near: frame.locale)
    let target = library.address(of: node, inArticle: entry.id, in: shown)
    let address = PageLinks.address(from: page, to: target.page, fragment: target.fragment)
    html.element("a", .init("href", address), text: words)
  }

  private static func told(_ what: TreeChanges.What, _ phrases: PhraseBook) -> [String] {
    func behind(_ further: Int) -> [String] {
      further == 0 ? [] : [phrases[.changeFurther].replacing("{n}", with: "\(further)")]
    }
    return switch what {
    case .added(let further): [phrases[.changeNew]] + behind(further)
    case .removed(let further): [phrases[.changeGone]] + behind(further)
    case .moved(let old, let code, let further):
      [
        phrases[.changeMoved].replacing("{n}", with: "\(old) (\(TreeChanges.spoken(code)))")
      ] + behind(further)
    case .code(let old, let new):
      [
        phrases[.changeCode].replacing("{n}", with: TreeChanges.spoken(old))
          .replacing("{m}", with: TreeChanges.spoken(new))
      ]
    case .kind: [phrases[.changeKind]]
    case .reordered(let order):
      [phrases[.changeOrder].replacing("{n}", with: order.joined(separator: " | "))]
    case .text: [phrases[.changeText]]
    }
  }
}
