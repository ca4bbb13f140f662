/// Results of former runs by name, each with the fingerprint of all that it was made of.
package struct Memo: Sendable, BinaryCodable {
  package struct Entry: Sendable, BinaryCodable {
    /// What the result was made of.
    package let key: Fingerprint
    package let value: ArraySlice<UInt8>

    package init(key: Fingerprint, value: some Collection<UInt8>) {
      self.key = key
      self.value = ArraySlice(value)
    }

    package func encode(to writer: inout BinaryWriter) {
      writer.write(key)
      writer.write(value)
    }

    package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
      key = try reader.read()
      value = try reader.readBytes()
    }
  }

  package private(set) var entries: [String: Entry]

  package init(_ entries: [String: Entry] = [:]) { self.entries = entries }

  /// Takes entries with their names, but for those that there is nothing to keep of.
  package init(_ named: [(name: String, entry: Entry?)]) {
    entries = [:]
    for (name, entry) in named { entries[name] = entry }
  }

  /// The result of a name, if it was made of the same.
  package func value(of name: String, madeOf key: Fingerprint) -> ArraySlice<UInt8>? {
    entries[name].flatMap { $0.key == key ? $0.value : nil }
  }

  package func encode(to writer: inout BinaryWriter) { writer.write(entries) }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    entries = try reader.read()
  }
}
