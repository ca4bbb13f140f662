package import Content
package import Storage

extension TabGroup.Tab: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(ids)
    writer.write(condition)
    writer.write(title)
    writer.write(blocks)
    writer.write(line)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      ids: try reader.read(), condition: try reader.read(), title: try reader.read(),
      blocks: try reader.read(), line: try reader.read())
  }
}

extension Zone: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    switch condition {
    case .target(let target):
      writer.write(0)
      writer.write(target)
    case .pivots(let choices):
      writer.write(1)
      writer.write(choices)
    case .monikers(let range):
      writer.write(2)
      writer.write(range)
    }
    writer.write(label)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let condition: Condition =
      switch try reader.read(Int.self) {
      case 0: .target(try reader.read())
      case 1: .pivots(try reader.read())
      case 2: .monikers(try reader.read())
      default: throw BinaryReader.Damage()
      }
    self.init(condition, label: try reader.read())
  }
}

extension Column: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(span)
    writer.write(blocks)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(span: try reader.read(), blocks: try reader.read())
  }
}

extension Video: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(source)
    writer.write(title)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(source: try reader.read(), title: try reader.read())
  }
}

extension TextUnit.Span: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(id)
    writer.write(range.lowerBound)
    writer.write(range.upperBound)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let id: TextUnit.ID = try reader.read()
    let (start, end) = (try reader.read(Int.self), try reader.read(Int.self))
    guard start <= end else { throw BinaryReader.Damage() }
    self.init(id: id, range: start..<end)
  }
}
