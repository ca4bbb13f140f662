package import Compiler
package import Content
import Decisions
import JSON

/// Writes a library's trees as one JSON document (the tree export, version 1).
package enum TreeJSON {
  /// The nodes of one article, as elements of the document's array of nodes.
  package struct Fragment: Sendable {
    private let nodes: JSONWriter

    fileprivate init(_ edition: Edition, _ converter: TreeConverter, _ layout: JSONWriter.Layout) {
      var json = JSONWriter(layout, depth: 2)
      var words = GatheredWords()
      for node in edition.tree.nodes { json.write(node, converter, &words) }
      nodes = json
    }

    /// UTF-8 JSON with commas between the nodes.
    package var bytes: [UInt8] { nodes.bytes }

    fileprivate func write(to json: inout JSONWriter) { json.append(elements: nodes) }
  }

  /// Renders the nodes of one article in a locale, for a caller that has its edition at hand.
  package static func fragment(
    of entry: Library.Entry, _ edition: Edition, in locale: LanguageTag, of library: Library
  ) -> Fragment {
    Fragment(edition, TreeConverter(library: library, entry: entry, locale: locale), .compact)
  }

  /// What ends such a document.
  package static let closing = Array("]}\n".utf8)

  /// What stands before and behind the nodes in a locale's document on one line, for a caller that
  /// writes them article by article, with commas between.
  package static func frame(
    of library: Library, in locale: LanguageTag
  ) -> (opening: [UInt8], closing: [UInt8]) {
    let whole = document(of: library, library.articles, locale, [], .compact)
    return (whole.dropLast(closing.count), closing)
  }

  /// Renders the trees of articles in a locale; without one, each article in its own.
  ///
  /// - Returns: UTF-8 JSON, members in the schema's order, with a line feed at its end.
  package static func render(
    _ library: Library, articles: [Library.Entry], locale: LanguageTag?
  ) async -> [UInt8] {
    let fragments = await TreeDocument.editions(of: library, articles, locale) {
      Fragment($0, $1, .indented)
    }
    return document(of: library, articles, locale, fragments.compactMap { $0 }, .indented)
  }

  private static func document(
    of library: Library, _ articles: [Library.Entry], _ locale: LanguageTag?,
    _ fragments: [Fragment], _ layout: JSONWriter.Layout
  ) -> [UInt8] {
    let heading = TreeDocument(heading: library, locale: locale)
    var json = JSONWriter(layout)
    json.object { json in
      json.member("version", heading.version)
      json.member("locale", heading.locale)
      json.member("source_locale", heading.sourceLocale)
      json.array("articles", of: TreeDocument.articles(articles, of: library, locale)) {
        $0.write($1)
      }
      json.key("nodes")
      json.array { json in for fragment in fragments { fragment.write(to: &json) } }
    }
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ article: TreeDocument.Article) {
    object { json in
      json.member("id", article.id)
      json.member("path", article.path)
      json.key("title")
      json.write(article.title)
      json.member("kind", article.kind)
      json.member("root", article.root)
    }
  }

  private mutating func write(_ text: TreeDocument.Text) {
    object { json in
      json.member("text", text.text)
      json.member("source", text.source)
      json.array("units", of: text.units) { $0.value($1) }
    }
  }
}
