/// Different tokens, numbered from 0 in the order in which they came.
struct TokenTable {
  private(set) var tokens = TokenList()
  /// What tells most tokens apart, in their order.
  private var keys: [Key] = []
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
    let token = bytes.extracting(range)
    let key = Key(token, seed: Self.seed)
    let mask = places.count - 1
    var place = Int(key.hash) & mask
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if keys[number] == key, isToken(number, token) { return number }
      place = (place + 1) & mask
    }
    tokens.append(token)
    keys.append(key)
    places[place] = UInt32(tokens.count)
    if tokens.count * 3 > places.count * 2 { grow() }
    return tokens.count - 1
  }

  /// Whether a token with the same key is the one of that number.
  private func isToken(_ number: Int, _ token: Span<UInt8>) -> Bool {
    let own = tokens.range(at: number)
    guard own.count == token.count else { return false }
    let text = tokens.bytes.span
    var offset = Key.wordLength
    while offset < token.count {
      if text[own.lowerBound + offset] != token[offset] { return false }
      offset += 1
    }
    return true
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    let mask = places.count - 1
    for (number, key) in keys.enumerated() {
      var place = Int(key.hash) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(number + 1)
    }
  }

  /// Differs from run to run, so that no text can be made of tokens that all share a place.
  private static let seed = UInt64.random(in: .min ... .max)
}

/// A token's first bytes and a hash of all.
private struct Key: Equatable {
  static let wordLength = 8

  /// The first eight bytes as a number; of a shorter token all.
  let beginning: UInt64
  let hash: UInt32

  init(_ token: Span<UInt8>, seed: UInt64) {
    var index = 0
    let beginning = Self.word(in: token, at: &index)
    var hash = Self.mix(beginning, into: seed ^ UInt64(truncatingIfNeeded: token.count))
    while index < token.count {
      hash = Self.mix(Self.word(in: token, at: &index), into: hash)
    }
    self.beginning = beginning
    self.hash = UInt32(truncatingIfNeeded: hash >> 32)
  }

  /// Takes up to eight bytes as a number.
  private static func word(in token: Span<UInt8>, at index: inout Int) -> UInt64 {
    let end = min(index + wordLength, token.count)
    var word: UInt64 = 0
    while index < end {
      word = word << 8 | UInt64(token[index])
      index += 1
    }
    return word
  }

  private static func mix(_ word: UInt64, into hash: UInt64) -> UInt64 {
    let mixed = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }
}
