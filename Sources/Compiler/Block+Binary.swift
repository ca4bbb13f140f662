package import Content
package import Storage

extension Block: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(line)
    writer.write(file)
    writer.write(kind)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let line: Int = try reader.read()
    let file: String? = try reader.read()
    self.init(try reader.read(), line: line, file: file)
  }
}

extension Block.Kind: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    switch self {
    case .heading(let heading):
      writer.write(0)
      writer.write(heading)
    case .paragraph(let text):
      writer.write(1)
      writer.write(text)
    case .list(let list):
      writer.write(2)
      writer.write(list)
    case .code(let code):
      writer.write(3)
      writer.write(code)
    case .quote(let inner):
      writer.write(4)
      writer.write(inner)
    case .alert(let kind, let inner):
      writer.write(5)
      writer.write(kind)
      writer.write(inner)
    case .division(let name, let inner):
      writer.write(6)
      writer.write(name)
      writer.write(inner)
    case .table(let table):
      writer.write(7)
      writer.write(table)
    case .details(let summary, let inner):
      writer.write(8)
      writer.write(summary)
      writer.write(inner)
    case .tabs(let group):
      writer.write(9)
      writer.write(group.tabs)
    case .zone(let zone, let inner):
      writer.write(10)
      writer.write(zone)
      writer.write(inner)
    case .columns(let columns):
      writer.write(11)
      writer.write(columns)
    case .figure(let picture, let description):
      writer.write(12)
      writer.write(picture)
      writer.write(description)
    case .video(let video):
      writer.write(13)
      writer.write(video)
    case .thematicBreak: writer.write(14)
    case .html(let text, let units):
      writer.write(15)
      writer.write(text)
      writer.write(units)
    case .directive(let words):
      writer.write(16)
      writer.write(words)
    }
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    switch try reader.read(Int.self) {
    case 0: self = .heading(try reader.read())
    case 1: self = .paragraph(try reader.read())
    case 2: self = .list(try reader.read())
    case 3: self = .code(try reader.read())
    case 4: self = .quote(try reader.read())
    case 5: self = .alert(try reader.read(), try reader.read())
    case 6: self = .division(try reader.read(), try reader.read())
    case 7: self = .table(try reader.read())
    case 8: self = .details(summary: try reader.read(), try reader.read())
    case 9: self = .tabs(TabGroup(tabs: try reader.read()))
    case 10: self = .zone(try reader.read(), try reader.read())
    case 11: self = .columns(try reader.read())
    case 12: self = .figure(try reader.read(), description: try reader.read())
    case 13: self = .video(try reader.read())
    case 14: self = .thematicBreak
    case 15: self = .html(try reader.read(), try reader.read())
    case 16: self = .directive(try reader.read())
    default: throw BinaryReader.Damage()
    }
  }
}

extension Heading: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(level)
    writer.write(text)
    writer.write(id)
    writer.write(aliases)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      level: try reader.read(), text: try reader.read(), id: try reader.read(),
      aliases: try reader.read())
  }
}

extension List: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(start)
    writer.write(isTight)
    writer.write(items)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(start: try reader.read(), isTight: try reader.read(), items: try reader.read())
  }
}

extension CodeBlock: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(language)
    writer.write(text)
    writer.write(caption)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(language: try reader.read(), text: try reader.read(), caption: try reader.read())
  }
}

extension AlertKind: BinaryCodable {}
extension Table.Alignment: BinaryCodable {}

extension Table: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(alignments)
    writer.write(header)
    writer.write(rows)
    writer.write(rowLines)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      alignments: try reader.read(), header: try reader.read(), rows: try reader.read(),
      rowLines: try reader.read())
  }
}

extension Table.Cell: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) { writer.write(blocks) }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(blocks: try reader.read())
  }
}
