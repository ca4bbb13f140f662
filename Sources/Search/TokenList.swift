/// Tokens one after another, with repetitions: their UTF-8 in one array, so that none of them costs
/// memory of its own.
struct TokenList: Equatable {
  private(set) var bytes: [UInt8] = []
  /// For each token the offset behind it in `bytes`.
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  /// Where a token stands in `bytes`.
  func range(at index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Appends the token that stands in a range of some bytes.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    for index in range { bytes.append(text[index]) }
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
