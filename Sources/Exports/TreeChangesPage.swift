/// Tells what changed in the trees as a page that stands by itself, for writers and the service desk.
package enum TreeChangesPage {
  /// One HTML document with the changes of every locale, in their order; light and dark, no script.
  package static func render(_ locales: [TreeChanges]) -> [UInt8] {
    var html = XMLWriter(isDocument: false)
    html.element("html", ["lang": "en"]) { html in
      html.line(1)
      html.element("head") { html in
        html.element("meta", ["charset": "utf-8"])
        html.element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.element("meta", ["name": "robots", "content": "noindex"])
        html.element("title") { $0.text("What changed") }
        html.element("style") {
          $0.text(String(decoding: PackageResources.changes_css, as: UTF8.self))
        }
      }
      html.line(1)
      html.element("body") { html in
        html.element("main") { html in
          html.element("h1") { $0.text("What changed") }
          for changes in locales { section(changes, &html) }
        }
      }
      html.line(0)
    }
    return Array("<!DOCTYPE html>\n".utf8) + html.bytes + [0x0A]
  }

  private static func section(_ changes: TreeChanges, _ html: inout XMLWriter) {
    html.line(2)
    html.element("section") { html in
      html.element("h2") { $0.text("\(changes.locale): \(TreeChangesText.summary(changes))") }
      if !changes.repeated.isEmpty {
        html.element("h3") { $0.text("In several places") }
        list(changes.repeated, changes.locale, &html) { repeated, html in
          let places = "\(repeated.steps.count) places, such as "
          describe(repeated.what, at: repeated.steps[0], places, changes.locale, &html)
        }
      }
      for article in changes.articles {
        html.line(3)
        html.element("h3") { html in
          html.element("span", ["lang": changes.locale, "dir": "auto"]) { $0.text(article.title) }
          html.element("span", ["class": "id"]) {
            $0.text(" \(article.id)" + (article.fate == .changed ? "" : ", \(fate(article.fate))"))
          }
        }
        list(article.changes, changes.locale, &html) { change, html in
          describe(change.what, at: change.step, "", changes.locale, &html)
        }
      }
    }
  }

  private static func fate(_ fate: TreeChanges.Article.Fate) -> String {
    switch fate {
    case .added: "new"
    case .removed: "gone"
    case .changed: "changed"
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ locale: String, _ html: inout XMLWriter,
    _ write: (Element, inout XMLWriter) -> Void
  ) {
    guard !elements.isEmpty else { return }
    html.element("ul") { html in
      for element in elements {
        html.line(4)
        html.element("li") { html in write(element, &html) }
      }
    }
  }

  private static func describe(
    _ what: TreeChanges.What, at step: TreeChanges.Step, _ lead: String, _ locale: String,
    _ html: inout XMLWriter
  ) {
    html.text(lead)
    html.element("strong", ["lang": locale, "dir": "auto"]) {
      $0.text(step.trail.isEmpty ? step.title : step.trail.joined(separator: " › "))
    }
    html.element("span", ["class": "kind"]) {
      $0.text(" \(step.kind) \(TreeChanges.spoken(step.code)): \(TreeChangesText.headline(what))")
    }
    guard case .text(_, let old, let new) = what else { return }
    for difference in TextDifference.lines(from: old, to: new) {
      html.element(
        difference.sign == .removed ? "del" : "ins", ["lang": locale, "dir": "auto"]
      ) { $0.text(difference.line) }
    }
  }
}
