import Content

extension Array where Element == UInt8 {
  /// Whether the bytes from `offset` on begin with `prefix`.
  func has(_ prefix: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + prefix.count <= count else { return false }
    for index in 0..<prefix.count where self[offset + index] != prefix[index] { return false }
    return true
  }

  /// How often `needle` occurs, without overlaps.
  func count(of needle: [UInt8]) -> Int {
    var found = 0
    var start = 0
    while let offset = firstOffset(of: needle, from: start) {
      found += 1
      start = offset + needle.count
    }
    return found
  }

  /// The offset of the first occurrence of `needle` at or behind `start`, before `limit`.
  package func firstOffset(of needle: [UInt8], from start: Int, to limit: Int? = nil) -> Int? {
    guard let first = needle.first else { return start }
    let bytes = span
    let end = (limit ?? count) - needle.count
    var index = start
    while index <= end {
      // One look at many bytes passes over those that hold no beginning of it.
      let next = Swift.min(index + 64, end + 1)
      let part = bytes.extracting(index..<next + Swift.min(needle.count, 2) - 1)
      if next - index < 64 || part.holds(beginningOf: needle) {
        while index < next {
          if bytes[index] == first, has(needle, at: index) { return index }
          index += 1
        }
      }
      index = next
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Whether the first two bytes of a needle, or its only one, are among them.
  fileprivate func holds(beginningOf needle: [UInt8]) -> Bool {
    needle.count == 1 ? holds(needle[0]) : holds(needle[0], needle[1])
  }
}
