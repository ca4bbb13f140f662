/// Numbers as bytes: seven bits in each, the low ones first; the last has its top bit clear (LEB128).
extension [UInt8] {
  mutating func append(number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Puts a number where there is room for it, and moves the index behind it.
  mutating func put(number: UInt32, at index: inout Int) {
    var rest = number
    while rest >= 0x80 {
      self[index] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest >>= 7
      index += 1
    }
    self[index] = UInt8(truncatingIfNeeded: rest)
    index += 1
  }
}

extension UInt32 {
  /// How many bytes it takes.
  var byteCount: Int { Swift.max(1, (UInt32.bitWidth - leadingZeroBitCount + 6) / 7) }
}

extension Span where Element == UInt8 {
  /// Reads the number that begins at an index, and moves the index behind it.
  func number(at index: inout Int) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while index < count {
      let byte = self[index]
      index += 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return number
  }
}
