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

extension Inline: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    func write(_ kind: Int, _ texts: [String] = [], _ inner: [Inline]? = nil) {
      writer.write(kind)
      for text in texts { writer.write(text) }
      if let inner { writer.write(inner) }
    }
    switch self {
    case .text(let text): write(0, [text])
    case .code(let text): write(1, [text])
    case .softBreak: write(2)
    case .lineBreak: write(3)
    case .emphasis(let inner): write(4, [], inner)
    case .strong(let inner): write(5, [], inner)
    case .link(let link, let inner): write(6, [link.destination, link.title], inner)
    case .image(let image):
      write(7, [image.source, image.alt, image.title])
      writer.write(image.unit?.rawValue)
      writer.write(image.style)
    case .element(let element, let inner):
      write(8, [element.name])
      writer.write(element.attributes.map { [$0.name, $0.value] })
      writer.write(inner)
    case .tag(let text): write(9, [text])
    case .anchor(let text): write(10, [text])
    case .unit(let id, let isContinuation, let inner):
      write(isContinuation ? 12 : 11, [id.rawValue], inner)
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
    case 6:
      let link = Link(destination: try reader.read(), title: try reader.read())
      self = .link(link, try reader.read())
    case 7:
      let (source, alt, title) = (
        try reader.read(String.self), try reader.read(String.self), try reader.read(String.self)
      )
      let unit = try reader.read(String?.self).map { TextUnit.ID($0) }
      self = .image(
        Image(source: source, alt: alt, title: title, unit: unit, style: try reader.read()))
    case 8:
      let name: String = try reader.read()
      let attributes = try reader.read([[String]].self)
      guard attributes.allSatisfy({ $0.count == 2 }) else { throw BinaryReader.Damage() }
      self = .element(
        Element(name, attributes.map { .init($0[0], $0[1]) }), try reader.read())
    case 9: self = .tag(try reader.read())
    case 10: self = .anchor(try reader.read())
    case 11: self = .unit(.init(try reader.read()), isContinuation: false, try reader.read())
    case 12: self = .unit(.init(try reader.read()), isContinuation: true, try reader.read())
    default: throw BinaryReader.Damage()
    }
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
