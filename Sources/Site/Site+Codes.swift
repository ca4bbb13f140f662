import Compiler
import Content
import Decisions

extension Site {
  /// The pages that lead from a step code to its step, one for each pair of first digits.
  func codePages() -> [Page] {
    guard let first = library.locales.first, let frame = frames[first] else { return [] }
    var steps: [Substring: [(code: StepCode, node: Library.Outline, entry: Library.Entry)]] = [:]
    for entry in library.articles {
      for node in entry.nodes {
        guard let code = library.codes[node.id] else { continue }
        steps[code.digits.prefix(2), default: []].append((code, node, entry))
      }
    }
    return steps.sorted { $0.key < $1.key }.map { digits, found in
      let path = "c/\(digits).html"
      return frame.page(path, .bare, title: frame.phrases[.codes]) { values in
        values.set(.kind) { $0.markup("codes") }
        values.set(.heading, text: frame.phrases[.codes])
        values.set(.body) { html in
          html.element("ul") { html in
            for step in found.sorted(by: { $0.code < $1.code }) {
              write(step.code, step.node, of: step.entry, on: path, to: &html)
            }
          }
        }
      }
    }
  }

  private func write(
    _ code: StepCode, _ node: Library.Outline, of entry: Library.Entry, on page: String,
    to html: inout HTMLWriter
  ) {
    html.element("li", .init("id", code.digits)) { html in
      html.element("strong", text: code.description)
      for locale in library.locales(of: entry) {
        let target = library.address(of: node, inArticle: entry.id, in: locale)
        let address = PageLinks.address(from: page, to: target.page, fragment: target.fragment)
        html.markup(" ")
        html.element(
          "a", .init("href", address), .init("hreflang", locale.display),
          text: "\(LanguageName.name(of: locale)): "
            + library.title(of: entry, in: locale).target.plainText)
      }
    }
  }
}
