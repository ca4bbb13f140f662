/// Looks through bytes without an early end: the compiler makes vectors of such loops, so that they
/// are faster than any search, and tell whether one is worth while.
extension Span where Element == UInt8 {
  /// Whether a byte of a range is among them.
  package func holds(_ range: ClosedRange<UInt8>) -> Bool {
    let (low, length) = (range.lowerBound, range.upperBound &- range.lowerBound)
    var found: UInt8 = 0
    for index in indices { found |= self[index] &- low <= length ? 1 : 0 }
    return found != 0
  }

  /// Whether a byte, which is not zero, and one of a range behind it are among them.
  package func holds(_ first: UInt8, _ range: ClosedRange<UInt8>) -> Bool {
    let (low, length) = (range.lowerBound, range.upperBound &- range.lowerBound)
    var found: UInt8 = 0
    var before: UInt8 = 0
    for index in indices {
      let byte = self[index]
      found |= (before == first ? 1 : 0) & (byte &- low <= length ? 1 : 0)
      before = byte
    }
    return found != 0
  }

  /// Whether a byte is among them.
  package func holds(_ byte: UInt8) -> Bool { holds(byte...byte) }

  /// Whether two bytes stand next to each other among them.
  package func holds(_ first: UInt8, _ second: UInt8) -> Bool { holds(first, second...second) }

  /// How often a byte is among them.
  package func count(of byte: UInt8) -> Int {
    var found = 0
    for index in indices where self[index] == byte { found += 1 }
    return found
  }
}

extension String {
  /// Whether two ASCII characters stand next to each other in it.
  package func holds(_ first: UInt8, _ second: UInt8) -> Bool {
    let bytes = utf8Span.span
    for index in bytes.indices.dropFirst() where bytes[index] == second {
      if bytes[index - 1] == first { return true }
    }
    return false
  }
}
