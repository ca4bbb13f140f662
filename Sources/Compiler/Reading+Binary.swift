package import Articles
import Content
package import Decisions
import Diagnostics
package import Storage

extension Reading: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(edition)
    writer.write(redirect)
    writer.write(isDraft)
    writer.write(diagnostics)
  }

  /// The text is not kept.
  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    edition = try reader.read()
    redirect = try reader.read()
    isDraft = try reader.read()
    diagnostics = try reader.read()
  }
}

extension Reading.Edition: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(id)
    writer.write(path, after: id)
    writer.write(locale)
    writer.write(title)
    writer.write(tree)
    writer.write(links.references.count)
    for reference in links.references {
      writer.write(reference.kind == .picture)
      writer.write(reference.destination)
      writer.write(reference.file, after: path)
      writer.write(reference.line)
    }
    writer.write(bookmarks)
    writer.write(uid)
    writer.write(sourcePrint)
    writer.write(renewedFrom)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    id = try reader.read()
    path = try reader.readText(after: id)
    locale = try reader.read()
    title = try reader.read()
    tree = try reader.read()
    var references: [Reference] = []
    for _ in 0..<(try reader.readSize()) {
      let kind: Reference.Kind = try reader.read(Bool.self) ? .picture : .link
      references.append(
        Reference(
          kind: kind, destination: try reader.read(), file: try reader.readText(after: path),
          line: try reader.read()))
    }
    links = LinkChecker.Links(path: path, references: references)
    bookmarks = try reader.read()
    uid = try reader.read()
    sourcePrint = try reader.read()
    renewedFrom = try reader.read()
  }
}

extension TreeOutline: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(kind)
    writer.write(nodes.count)
    var former: Library.Outline?
    var places: [Node.ID: Int] = [:]
    for (place, node) in nodes.enumerated() {
      writer.write(node.id.rawValue, after: former?.id.rawValue ?? "")
      writer.write(node.anchor, after: former?.anchor ?? "")
      writer.write(node.kind)
      writer.write(node.hasOwnPage)
      former = node
      places[node.id] = place
    }
    writer.write(anchors.count)
    for (anchor, id) in anchors.sorted(by: { $0.key < $1.key }) {
      writer.write(anchor)
      let place = places[id]
      writer.write(place)
      if place == nil { writer.write(id) }
    }
    writer.write(shape)
    writer.write(traces)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    kind = try reader.read()
    var nodes: [Library.Outline] = []
    for _ in 0..<(try reader.readSize()) {
      let id = try reader.readText(after: nodes.last?.id.rawValue ?? "")
      let anchor = try reader.readText(after: nodes.last?.anchor ?? "")
      nodes.append(
        Library.Outline(
          id: Node.ID(id), kind: try reader.read(), hasOwnPage: try reader.read(), anchor: anchor))
    }
    self.nodes = nodes
    var anchors: [String: Node.ID] = [:]
    for _ in 0..<(try reader.readSize()) {
      let anchor: String = try reader.read()
      if let place = try reader.read(Int?.self) {
        guard nodes.indices.contains(place) else { throw BinaryReader.Damage() }
        anchors[anchor] = nodes[place].id
      } else {
        anchors[anchor] = try reader.read(Node.ID.self)
      }
    }
    self.anchors = anchors
    shape = try reader.read()
    traces = try reader.read()
  }
}

extension ArticleKind: BinaryCodable {}
extension Node.Kind: BinaryCodable {}

extension Node.ID: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) { writer.write(rawValue) }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(try reader.read(String.self))
  }
}

extension Library.Outline: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(id)
    writer.write(kind)
    writer.write(hasOwnPage)
    writer.write(anchor)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    id = try reader.read()
    kind = try reader.read()
    hasOwnPage = try reader.read()
    anchor = try reader.read()
  }
}

extension NodeTrace: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(parent)
    writer.write(title)
    writer.write(print?.description)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    parent = try reader.read()
    title = try reader.read()
    let text: String? = try reader.read()
    print = text.flatMap { TextPrint($0) }
    guard (text == nil) == (print == nil) else { throw BinaryReader.Damage() }
  }
}

extension Redirects.Move: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    for text in [from, to, file] { writer.write(text) }
    writer.write(line)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    from = try reader.read()
    to = try reader.read()
    file = try reader.read()
    line = try reader.read()
  }
}

extension Reference: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(kind == .picture)
    writer.write(destination)
    writer.write(file)
    writer.write(line)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let isPicture: Bool = try reader.read()
    self.init(
      kind: isPicture ? .picture : .link, destination: try reader.read(), file: try reader.read(),
      line: try reader.read())
  }
}
