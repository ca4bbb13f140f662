package import Articles
import Content
package import Decisions
import Diagnostics
package import Storage

extension Reading: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(edition)
    writer.write(redirect)
    writer.write(diagnostics)
  }

  /// The text is not kept.
  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    edition = try reader.read()
    redirect = try reader.read()
    diagnostics = try reader.read()
  }
}

extension Reading.Edition: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(id)
    writer.write(path)
    writer.write(locale)
    writer.write(title)
    writer.write(tree)
    writer.write(links.references)
    writer.write(bookmarks)
    writer.write(uid)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    id = try reader.read()
    path = try reader.read()
    locale = try reader.read()
    title = try reader.read()
    tree = try reader.read()
    links = LinkChecker.Links(path: path, references: try reader.read())
    bookmarks = try reader.read()
    uid = try reader.read()
  }
}

extension TreeOutline: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(kind)
    writer.write(nodes)
    writer.write(anchors)
    writer.write(shape)
    writer.write(traces)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    kind = try reader.read()
    nodes = try reader.read()
    anchors = try reader.read()
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
