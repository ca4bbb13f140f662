/// Different tokens, numbered from 0 in the order in which they came.
struct TokenTable {
  private(set) var tokens = TokenList()
  private var hashes: [UInt32] = []
  /// For each place the number of its token, one higher, or 0 where it is free.
  ///
  /// As many as a power of two, at least a third of them free.
  private var places: [UInt32]

  /// A table that need not grow for some tokens.
  init(capacity: Int = 0) {
    var size = 16
    while size * 2 < capacity * 3 { size *= 2 }
    places = Array(repeating: 0, count: size)
  }

  var count: Int { tokens.count }

  /// Adds a token, unless it is there.
  ///
  /// - Parameters:
  ///   - bytes: what holds it.
  ///   - range: where it stands in there.
  /// - Returns: its number.
  mutating func number(of bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    let hash = Self.hash(bytes, range)
    let mask = places.count - 1
    var place = Int(hash) & mask
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if hashes[number] == hash, isToken(number, bytes, range) { return number }
      place = (place + 1) & mask
    }
    tokens.append(bytes, range)
    hashes.append(hash)
    places[place] = UInt32(tokens.count)
    if tokens.count * 3 > places.count * 2 { grow() }
    return tokens.count - 1
  }

  private func isToken(_ number: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let own = tokens.range(at: number)
    guard own.count == range.count else { return false }
    let text = tokens.bytes.span
    for offset in 0..<own.count
    where text[own.lowerBound + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    let mask = places.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(number + 1)
    }
  }

  /// Differs from run to run, so that no text can be made of tokens that all share a place.
  private static let seed = UInt64.random(in: .min ... .max)

  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash = seed ^ UInt64(truncatingIfNeeded: range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(index + 8, range.upperBound)
      var word: UInt64 = 0
      while index < end {
        word = word << 8 | UInt64(bytes[index])
        index += 1
      }
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
