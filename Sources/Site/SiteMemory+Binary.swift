import Compiler
import Content
package import Storage

extension SiteMemory: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(base)
    writer.write(links)
    writer.write(articles)
    writer.write(parts)
    writer.write(lengths)
    writer.write(copies)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    base = try reader.read()
    links = try reader.read()
    articles = try reader.read()
    parts = try reader.read()
    lengths = try reader.read()
    copies = try reader.read()
  }
}

extension SiteMemory.Article: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(facts)
    writer.write(asked)
    writer.write(answers)
    writer.write(pages)
    writer.write(found)
    writer.write(trees)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    facts = try reader.read()
    asked = try reader.readBytes()
    answers = try reader.read()
    pages = try reader.read()
    found = try reader.read()
    trees = try reader.read()
  }
}

extension SiteMemory.Found: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(count)
    writer.write(titles)
    writer.write(content)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    count = try reader.read()
    guard count >= 0 else { throw BinaryReader.Damage() }
    titles = try reader.read()
    content = try reader.read()
  }
}

extension SiteMemory.Part: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(facts)
    writer.write(pages)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    facts = try reader.read()
    pages = try reader.read()
  }
}

extension SiteMemory.Extent: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(start)
    writer.write(count)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    start = try reader.read()
    count = try reader.read()
    guard start >= 0, count >= 0, start <= Int.max - count else { throw BinaryReader.Damage() }
  }
}
