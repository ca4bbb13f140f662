/// Looks through bytes without an early end: the compiler makes vectors of such loops, so that they
/// are faster than any search, and tell whether one is worth while. Inside another function it does
/// not; so they stay functions of their own.
extension Span where Element == UInt8 {
  /// Whether a byte of a range is among them.
  @inline(never) package func holds(_ range: ClosedRange<UInt8>) -> Bool {
    let (low, length) = (range.lowerBound, range.upperBound &- range.lowerBound)
    var found: UInt8 = 0
    for index in indices { found |= self[index] &- low <= length ? 1 : 0 }
    return found != 0
  }

  /// Whether a byte, which is not zero, and one of a range behind it are among them.
  @inline(never) package func holds(_ first: UInt8, _ range: ClosedRange<UInt8>) -> Bool {
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
    visitOffsets(of: byte) { _ in found += 1 }
    return found
  }

  /// Calls `body` with the offset of each occurrence of a byte.
  package func visitOffsets(of byte: UInt8, _ body: (Int) -> Void) {
    var start = 0
    while start < count {
      let end = Swift.min(start + 64, count)
      // One look at many bytes passes over those that hold none.
      if extracting(start..<end).holds(byte) {
        for index in start..<end where self[index] == byte { body(index) }
      }
      start = end
    }
  }

  /// The offset of the first of a byte at or behind `start`.
  package func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      let end = Swift.min(index + 64, count)
      if extracting(index..<end).holds(byte) {
        while self[index] != byte { index += 1 }
        return index
      }
      index = end
    }
    return nil
  }

  /// The offset of the first two bytes that stand next to each other, at or behind `start`.
  package func firstOffset(of first: UInt8, _ second: UInt8, from start: Int) -> Int? {
    var index = start
    while index + 1 < count {
      let end = Swift.min(index + 64, count - 1)
      // One look at many bytes passes over those that hold none.
      if extracting(index..<end + 1).holds(first, second) {
        while self[index] != first || self[index + 1] != second { index += 1 }
        return index
      }
      index = end
    }
    return nil
  }
}

extension String {
  /// Whether two ASCII characters stand next to each other in it.
  package func holds(_ first: UInt8, _ second: UInt8) -> Bool {
    utf8Span.span.holds(first, second)
  }
}
