package import Content
package import Storage

extension Text: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) { writer.write(pieces) }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(pieces: try reader.read())
  }
}

extension Text.Piece: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(source)
    writer.write(translation)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(source: try reader.read(), translation: try reader.read())
  }
}

extension TextUnit.ID: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) { writer.write(rawValue) }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(try reader.read(String.self))
  }
}

extension Inline: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    switch self {
    case .text(let text):
      writer.write(0)
      writer.write(text)
    case .code(let text):
      writer.write(1)
      writer.write(text)
    case .softBreak: writer.write(2)
    case .lineBreak: writer.write(3)
    case .emphasis(let inner):
      writer.write(4)
      writer.write(inner)
    case .strong(let inner):
      writer.write(5)
      writer.write(inner)
    case .link(let link, let inner):
      writer.write(6)
      writer.write(link)
      writer.write(inner)
    case .image(let image):
      writer.write(7)
      writer.write(image)
    case .element(let element, let inner):
      writer.write(8)
      writer.write(element)
      writer.write(inner)
    case .tag(let text):
      writer.write(9)
      writer.write(text)
    case .anchor(let text):
      writer.write(10)
      writer.write(text)
    case .unit(let id, let isContinuation, let inner):
      writer.write(isContinuation ? 12 : 11)
      writer.write(id)
      writer.write(inner)
    }
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    switch try reader.read(Int.self) {
    case 0: self = .text(try reader.read())
    case 1: self = .code(try reader.read())
    case 2: self = .softBreak
    case 3: self = .lineBreak
    case 4: self = .emphasis(try reader.read())
    case 5: self = .strong(try reader.read())
    case 6: self = .link(try reader.read(), try reader.read())
    case 7: self = .image(try reader.read())
    case 8: self = .element(try reader.read(), try reader.read())
    case 9: self = .tag(try reader.read())
    case 10: self = .anchor(try reader.read())
    case 11: self = .unit(try reader.read(), isContinuation: false, try reader.read())
    case 12: self = .unit(try reader.read(), isContinuation: true, try reader.read())
    default: throw BinaryReader.Damage()
    }
  }
}

extension Link: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(destination)
    writer.write(title)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(destination: try reader.read(), title: try reader.read())
  }
}

extension Element: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(attributes)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(try reader.read(), try reader.read())
  }
}

extension Element.Attribute: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(value)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(try reader.read(), try reader.read())
  }
}

extension Image: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(source)
    writer.write(alt)
    writer.write(title)
    writer.write(unit)
    writer.write(style)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      source: try reader.read(), alt: try reader.read(), title: try reader.read(),
      unit: try reader.read(), style: try reader.read())
  }
}

extension Image.Style: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(isIcon)
    writer.write(hasBorder)
    writer.write(lightbox)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      isIcon: try reader.read(), hasBorder: try reader.read(), lightbox: try reader.read())
  }
}
