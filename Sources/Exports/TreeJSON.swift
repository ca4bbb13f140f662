package import Compiler
package import Content
package import JSON

/// Writes a library's trees as one JSON document (the tree export, version 1).
package enum TreeJSON {
  /// Renders the trees of articles in a locale; without one, each article in its own.
  ///
  /// - Returns: UTF-8 JSON, members in the schema's order, with a line feed at its end.
  package static func render(
    _ library: Library, articles: [Library.Entry], locale: LanguageTag?,
    layout: JSONWriter.Layout = .indented
  ) async -> [UInt8] {
    let parts = await TreeDocument.parts(of: library, articles, locale) { part in
      var article = JSONWriter(layout, depth: 2)
      article.write(part.article)
      var nodes = JSONWriter(layout, depth: 2)
      for node in part.nodes { nodes.write(node) }
      return (article: article, nodes: nodes)
    }.compactMap { $0 }
    let heading = TreeDocument(heading: library, locale: locale)
    var json = JSONWriter(layout)
    json.object { json in
      json.member("version", heading.version)
      json.member("locale", heading.locale)
      json.member("source_locale", heading.sourceLocale)
      json.key("articles")
      json.array { json in for part in parts { json.append(elements: part.article) } }
      json.key("nodes")
      json.array { json in for part in parts { json.append(elements: part.nodes) } }
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
