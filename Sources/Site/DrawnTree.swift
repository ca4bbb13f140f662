import Compiler
import Content
import Decisions
import Exports

/// A picture of an article's tree on the page for writers.
struct DrawnTree {
  let title: String
  /// Relative to the page.
  let picture: String
  let bytes: [UInt8]

  /// The picture folded away under its title, loaded when it is looked at.
  func writeShown(_ frame: LocaleFrame, to html: inout HTMLWriter) {
    html.element("details", .init("class", "drawn-tree")) { html in
      html.element("summary", text: title)
      html.element("a", .init("href", WebAddress.encodedPath(picture))) { html in
        html.void(
          "img", .init("src", WebAddress.encodedPath(picture)),
          .init("alt", "\(frame.phrases[.drawnTrees]): \(title)"), .init("loading", "lazy"))
      }
    }
  }

  func writeLink(to html: inout HTMLWriter) {
    html.element("a", .init("href", WebAddress.encodedPath(picture)), text: title)
  }
}

extension Site {
  /// The trees of the articles with decisions that have a text in a locale, in the order of ids;
  /// in a picture that is opened by itself, each box leads to its step.
  func drawnTrees(_ locale: LanguageTag) async -> [DrawnTree] {
    let entries = library.articles.filter {
      $0.kind == .diagnostic && library.isTranslated($0, in: locale)
    }
    return await entries.concurrentMap { entry -> DrawnTree? in
      guard let edition = library.edition(of: entry, in: locale) else { return nil }
      let diagram = TreeDiagram(edition, of: entry, codes: library.codes)
      let picture = "trees/\(entry.id).svg"
      var addresses: [Node.ID: String] = [:]
      for node in entry.nodes {
        let target = library.address(of: node, inArticle: entry.id, in: locale)
        addresses[node.id] = PageLinks.address(
          from: "\(locale)/-/\(picture)", to: target.page, fragment: target.fragment)
      }
      return DrawnTree(
        title: diagram.title, picture: picture,
        bytes: TreeSVG.render(diagram, addresses: addresses))
    }.compactMap { $0 }
  }
}
