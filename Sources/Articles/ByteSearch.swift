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
    let bytes = span.extracting(first: limit ?? count)
    let end = bytes.count - needle.count
    var index = start
    if needle.count > 1 {
      while index <= end,
        let next = bytes.firstOffset(of: first, needle[1], from: index), next <= end
      {
        if has(needle, at: next) { return next }
        index = next + 1
      }
      return nil
    }
    while index <= end {
      if bytes[index] == first, has(needle, at: index) { return index }
      index += 1
    }
    return nil
  }
}
