import Content

/// Characters that no article needs and that a terminal or a page would obey.
enum ControlCharacter {
  /// Whether text may hold one, by a look that is faster than finding it: most holds none.
  static func mayStand(in bytes: Span<UInt8>) -> Bool {
    bytes.holds(0...0x08) || bytes.holds(0x0B...0x1F) || bytes.holds(0x7F)
      || bytes.holds(0xC2, 0x80...0x9F) || bytes.holds(0x80, 0xAA...0xAE)
  }

  /// Where they stand in UTF-8 text: C0 but for tab and line feed, DEL, C1, and U+202A to U+202E.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8 without NUL.
  ///   - limit: how many to find at most.
  /// - Returns: byte ranges in ascending order, one for each character.
  static func ranges(in bytes: [UInt8], limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (index, byte) in bytes.enumerated() where isSuspect[Int(byte)] {
      guard let length = length(in: bytes, at: index) else { continue }
      found.append(index..<index + length)
      if found.count == limit { break }
    }
    return found
  }

  /// Whether such a character may begin with this byte.
  private static let isSuspect: [Bool] = (0...255).map { byte in
    byte < 0x20 && byte != 0x09 && byte != 0x0A || [0x7F, 0xC2, 0xE2].contains(byte)
  }

  private static func length(in bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case 0xC2:
      return index + 1 < bytes.count && bytes[index + 1] < 0xA0 ? 2 : nil
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
      return (0xAA...0xAE).contains(bytes[index + 2]) ? 3 : nil
    default: return 1
    }
  }
}
