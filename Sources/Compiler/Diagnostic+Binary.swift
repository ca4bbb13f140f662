package import Content
package import Diagnostics
package import Storage

extension Diagnostic: BinaryCodable {
  private static let severities: [Severity] = [.error, .warning, .note]

  package func encode(to writer: inout BinaryWriter) {
    writer.write(Self.severities.firstIndex(of: severity) ?? 0)
    writer.write(code.rawValue)
    writer.write(message)
    writer.write(location.path)
    writer.write(location.line)
    writer.write(location.column)
    writer.write(hint)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let place: Int = try reader.read()
    guard Self.severities.indices.contains(place) else { throw BinaryReader.Damage() }
    let code: String = try reader.read()
    let message: String = try reader.read()
    let location = SourceLocation(
      try reader.read(), line: try reader.read(), column: try reader.read())
    self.init(
      Self.severities[place], Code(stringLiteral: code), message, at: location,
      hint: try reader.read())
  }
}

extension LanguageTag: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) { writer.write(rawValue) }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let text: String = try reader.read()
    guard let tag = LanguageTag(text) else { throw BinaryReader.Damage() }
    self = tag
  }
}
