/// A value that can be kept as bytes.
@usableFromInline package protocol BinaryCodable {
  func encode(to writer: inout BinaryWriter)
  init(from reader: inout BinaryReader) throws(BinaryReader.Damage)
}

/// Cases are kept by their places.
extension BinaryCodable where Self: CaseIterable & Equatable {
  @inlinable package func encode(to writer: inout BinaryWriter) {
    let place = Self.allCases.enumerated().first { $0.element == self }?.offset ?? 0
    writer.write(count: UInt64(place))
  }

  @inlinable package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let place = try reader.readCount()
    guard place < UInt64(Self.allCases.count) else { throw BinaryReader.Damage() }
    self = Self.allCases[Self.allCases.index(Self.allCases.startIndex, offsetBy: Int(place))]
  }
}

/// Small numbers of either sign take one byte.
extension Int: BinaryCodable {
  @inlinable package func encode(to writer: inout BinaryWriter) {
    writer.write(count: UInt64(bitPattern: Int64((self << 1) ^ (self >> 63))))
  }

  @inlinable package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let value = try reader.readCount()
    self = Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
  }
}

extension Bool: BinaryCodable {
  @inlinable package func encode(to writer: inout BinaryWriter) {
    writer.write(count: self ? 1 : 0)
  }

  @inlinable package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    switch try reader.readCount() {
    case 0: self = false
    case 1: self = true
    default: throw BinaryReader.Damage()
    }
  }
}

extension String: BinaryCodable {
  @inlinable package func encode(to writer: inout BinaryWriter) { writer.write(bytes: utf8) }

  @inlinable package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(decoding: try reader.readBytes(), as: UTF8.self)
  }
}

extension Fingerprint: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    for word in [high, low] {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        writer.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let bytes = try reader.take(16)
    func word(_ part: ArraySlice<UInt8>) -> UInt64 {
      part.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(high: word(bytes.prefix(8)), low: word(bytes.suffix(8)))
  }
}

extension Optional: BinaryCodable where Wrapped: BinaryCodable {
  @inlinable package func encode(to writer: inout BinaryWriter) {
    writer.write(self != nil)
    if let self { writer.write(self) }
  }

  @inlinable package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let isThere: Bool = try reader.read()
    self = isThere ? .some(try reader.read()) : nil
  }
}

extension Array: BinaryCodable where Element: BinaryCodable {
  @inlinable package func encode(to writer: inout BinaryWriter) {
    writer.write(count: UInt64(count))
    for element in self { writer.write(element) }
  }

  @inlinable package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let count = try reader.readCount()
    // No value takes less than a byte, so a damaged number asks for no more room than there is.
    guard count <= UInt64(reader.rest) else { throw BinaryReader.Damage() }
    self = []
    reserveCapacity(Int(count))
    for _ in 0..<count { append(try reader.read()) }
  }
}

/// Kept in the order of the keys.
extension Dictionary: BinaryCodable where Key: BinaryCodable & Comparable, Value: BinaryCodable {
  @inlinable package func encode(to writer: inout BinaryWriter) {
    writer.write(count: UInt64(count))
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      writer.write(key)
      writer.write(value)
    }
  }

  @inlinable package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let count = try reader.readCount()
    guard count <= UInt64(reader.rest) else { throw BinaryReader.Damage() }
    self.init(minimumCapacity: Int(count))
    for _ in 0..<count {
      let key: Key = try reader.read()
      self[key] = try reader.read(Value.self)
    }
  }
}
