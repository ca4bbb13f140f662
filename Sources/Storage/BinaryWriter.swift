/// Writes values as compact bytes that `BinaryReader` reads.
///
/// What is written for each value or byte can be inlined, or other modules would ask a witness for
/// every one.
@usableFromInline package struct BinaryWriter {
  @usableFromInline var written: [UInt8] = []

  @inlinable package init() {}

  package var bytes: [UInt8] { written }

  /// The same bytes in no more room than they take, for whoever holds them long.
  package var trimmedBytes: [UInt8] {
    var trimmed: [UInt8] = []
    trimmed.reserveCapacity(written.count)
    trimmed += written
    return trimmed
  }

  @inlinable package mutating func write(_ value: some BinaryCodable) { value.encode(to: &self) }

  /// Writes bytes behind their number.
  package mutating func write(_ part: ArraySlice<UInt8>) { write(bytes: part) }

  /// Writes a text of which only the end takes room where it begins like another.
  package mutating func write(_ text: String, after former: String) {
    var shared = 0
    for (own, other) in zip(text.utf8, former.utf8) {
      guard own == other else { break }
      shared += 1
    }
    write(count: UInt64(shared))
    write(bytes: text.utf8.dropFirst(shared))
  }

  /// Writes bytes alone.
  package mutating func append(_ part: [UInt8]) { written += part }

  @inlinable mutating func write(bytes part: some Collection<UInt8>) {
    write(count: UInt64(part.count))
    written += part
  }

  mutating func append(_ byte: UInt8) { written.append(byte) }

  /// Writes seven bits a byte, the lowest first; the last byte has its top bit clear (LEB128).
  @inlinable mutating func write(count: UInt64) {
    var rest = count
    while rest >= 0x80 {
      written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    written.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Reads what `BinaryWriter` wrote; bytes that it did not write are found to be damaged.
@usableFromInline package struct BinaryReader {
  /// The bytes are not what was expected.
  @usableFromInline package struct Damage: Error {
    @inlinable package init() {}
  }

  @usableFromInline let bytes: ArraySlice<UInt8>
  @usableFromInline var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Whether everything has been read.
  package var isAtEnd: Bool { position == bytes.endIndex }

  /// How many bytes are left.
  @inlinable package var rest: Int { bytes.endIndex - position }

  @inlinable package mutating func read<Value: BinaryCodable>(
    _: Value.Type = Value.self
  ) throws(Damage) -> Value {
    try Value(from: &self)
  }

  /// Reads bytes that stand behind their number.
  @inlinable package mutating func readBytes() throws(Damage) -> ArraySlice<UInt8> {
    let count = try readCount()
    guard count <= UInt64(rest) else { throw Damage() }
    return try take(Int(count))
  }

  /// Reads a text that was written after another.
  package mutating func readText(after former: String) throws(Damage) -> String {
    let (shared, end) = (try readCount(), try readBytes())
    let whole = former.utf8
    guard shared <= UInt64(whole.count) else { throw Damage() }
    if end.isEmpty, Int(shared) == whole.count { return former }
    return String(decoding: whole.prefix(Int(shared)) + end, as: UTF8.self)
  }

  /// Reads how many values follow, a byte or more each.
  package mutating func readSize() throws(Damage) -> Int {
    let size = try read(Int.self)
    guard 0...rest ~= size else { throw Damage() }
    return size
  }

  /// Takes the next bytes.
  @inlinable package mutating func take(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest else { throw Damage() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  @inlinable mutating func readCount() throws(Damage) -> UInt64 {
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
