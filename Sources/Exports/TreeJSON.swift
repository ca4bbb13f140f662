package import Compiler
package import Content
import JSON

/// Writes a library's trees as one JSON document (the tree export, version 1).
package enum TreeJSON {
  /// What the document says of one article.
  package struct Fragment: Sendable {
    fileprivate let article: JSONWriter
    fileprivate let nodes: JSONWriter

    fileprivate init(_ part: TreeDocument.Part, _ layout: JSONWriter.Layout) {
      var article = JSONWriter(layout, depth: 2)
      article.write(part.article)
      var nodes = JSONWriter(layout, depth: 2)
      for node in part.nodes { nodes.write(node) }
      (self.article, self.nodes) = (article, nodes)
    }
  }

  /// Renders the tree of one article in a locale, for a caller that has its edition at hand;
  /// `nil` for an edition without a tree.
  package static func fragment(
    of entry: Library.Entry, _ edition: Edition, in locale: LanguageTag, of library: Library
  ) -> Fragment? {
    TreeDocument.Part(entry, edition, library: library, locale: locale).map {
      Fragment($0, .compact)
    }
  }

  /// Renders the trees of articles in a locale; without one, each article in its own.
  ///
  /// - Returns: UTF-8 JSON, members in the schema's order, with a line feed at its end.
  package static func render(
    _ library: Library, articles: [Library.Entry], locale: LanguageTag?
  ) async -> [UInt8] {
    let fragments = await TreeDocument.parts(of: library, articles, locale) {
      Fragment($0, .indented)
    }
    return join(fragments.compactMap { $0 }, of: library, locale, .indented)
  }

  /// Renders a locale's document of what `fragment` made of its articles, on one line.
  ///
  /// - Parameters:
  ///   - fragments: in the order of the library's articles.
  ///   - library: their library.
  ///   - locale: their locale.
  /// - Returns: UTF-8 JSON, members in the schema's order, with a line feed at its end.
  package static func join(
    _ fragments: [Fragment], of library: Library, in locale: LanguageTag
  ) -> [UInt8] {
    join(fragments, of: library, locale, .compact)
  }

  private static func join(
    _ fragments: [Fragment], of library: Library, _ locale: LanguageTag?,
    _ layout: JSONWriter.Layout
  ) -> [UInt8] {
    let heading = TreeDocument(heading: library, locale: locale)
    var json = JSONWriter(layout)
    json.reserve(fragments.reduce(0) { $0 + $1.article.bytes.count + $1.nodes.bytes.count + 2 })
    json.object { json in
      json.member("version", heading.version)
      json.member("locale", heading.locale)
      json.member("source_locale", heading.sourceLocale)
      json.key("articles")
      json.array { json in for part in fragments { json.append(elements: part.article) } }
      json.key("nodes")
      json.array { json in for part in fragments { json.append(elements: part.nodes) } }
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
      json.member("title", article.title)
      json.member("kind", article.kind)
      json.member("root", article.root)
    }
  }

  fileprivate mutating func write(_ node: TreeDocument.Node) {
    object { json in
      json.member("id", node.id)
      json.member("code", node.code)
      json.member("kind", node.kind)
      json.member("article", node.article)
      json.member("parent", node.parent)
      json.member("line", node.line)
      json.member("title", node.title)
      json.member("explanation", node.explanation)
      json.member("body", node.body)
      if let steps = node.steps { json.array("steps", of: steps) { $0.write($1) } }
      json.array("choices", of: node.choices) { json, choice in
        json.object { json in
          json.member("role", choice.role)
          json.member("label", choice.label)
          json.member("to", choice.to)
        }
      }
      if let jumps = node.jumps { json.array("jumps", of: jumps) { $0.write($1) } }
    }
  }

  private mutating func write(_ jump: TreeDocument.Jump) {
    object { json in
      json.member("text", jump.text)
      json.member("to", jump.to)
      json.member("step", jump.step)
      json.member("url", jump.url)
    }
  }

  private mutating func member(_ name: String, _ text: TreeDocument.Text?) {
    guard let text else { return }
    key(name)
    write(text)
  }

  private mutating func write(_ text: TreeDocument.Text) {
    object { json in
      json.member("text", text.text)
      json.member("source", text.source)
      json.array("units", of: text.units) { $0.value($1) }
    }
  }
}
