/// Writes values as compact bytes that `BinaryReader` reads.
package struct BinaryWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ value: some BinaryCodable) { value.encode(to: &self) }

  // What other modules call is not generic: they would ask a witness for every byte.

  /// Writes bytes behind their number.
  package mutating func write(_ part: ArraySlice<UInt8>) { write(bytes: part) }

  /// Writes bytes alone.
  package mutating func append(_ part: [UInt8]) { bytes += part }

  mutating func write(bytes part: some Collection<UInt8>) {
    write(count: UInt64(part.count))
    bytes += part
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Writes seven bits a byte, the lowest first; the last byte has its top bit clear (LEB128).
  mutating func write(count: UInt64) {
    var rest = count
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Reads what `BinaryWriter` wrote; bytes that it did not write are found to be damaged.
package struct BinaryReader {
  /// The bytes are not what was expected.
  package struct Damage: Error {
    package init() {}
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether everything has been read.
  package var isAtEnd: Bool { position == bytes.endIndex }

  /// How many bytes are left.
  var rest: Int { bytes.endIndex - position }

  package mutating func read<Value: BinaryCodable>(_: Value.Type = Value.self) throws(Damage)
    -> Value
  {
    try Value(from: &self)
  }

  /// Reads bytes that stand behind their number.
  package mutating func readBytes() throws(Damage) -> ArraySlice<UInt8> {
    let count = try readCount()
    guard count <= UInt64(rest) else { throw Damage() }
    return try take(Int(count))
  }

  /// Takes the next bytes.
  package mutating func take(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest else { throw Damage() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func readCount() throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      guard shift < 63 || byte <= 1 else { throw Damage() }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw Damage()
  }
}
