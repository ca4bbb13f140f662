import Content

/// Tokens one after another, with repetitions: their UTF-8 in one array, so that none of them costs
/// memory of its own.
struct TokenList: Equatable {
  private(set) var bytes: [UInt8] = []
  /// For each token the offset behind it in `bytes`.
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  init() {}

  /// Makes room for the tokens of a text of so many bytes, which together are seldom longer.
  init(room: Int) {
    bytes.reserveCapacity(room)
    ends.reserveCapacity(room / 4)
  }

  /// Where a token stands in `bytes`.
  func range(at index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Appends the token that stands in a range of some bytes.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    append(text.extracting(range))
  }

  mutating func append(_ token: Span<UInt8>) {
    bytes.append(token)
    ends.append(bytes.count)
  }

  mutating func append(_ token: ArraySlice<UInt8>) {
    bytes += token
    ends.append(bytes.count)
  }

  mutating func append(_ tokens: [String]) {
    for token in tokens {
      bytes += token.utf8
      ends.append(bytes.count)
    }
  }

  /// The tokens as texts.
  var strings: [String] {
    ends.indices.map { String(decoding: bytes[range(at: $0)], as: UTF8.self) }
  }

  /// The token at an index as text.
  func string(at index: Int) -> String { String(decoding: bytes[range(at: index)], as: UTF8.self) }
}

extension TokenList {
  /// The indices of the tokens from one on, in the order of the tokens' bytes.
  func sorted(from first: Int) -> [Int] {
    let keys = (first..<count).map { (beginning: beginning(of: $0), index: $0) }
    return keys.sorted { left, right in
      left.beginning == right.beginning
        ? bytes[range(at: left.index)].lexicographicallyPrecedes(bytes[range(at: right.index)])
        : left.beginning < right.beginning
    }.map(\.index)
  }

  /// The first eight bytes as a number, so that most tokens are compared at once.
  private func beginning(of index: Int) -> UInt64 {
    let range = range(at: index)
    return (0..<8).reduce(0) { key, offset in
      let place = range.lowerBound + offset
      return key << 8 | UInt64(place < range.upperBound ? bytes[place] : 0)
    }
  }
}
