/// The different tokens of a document, and how often each stands in its fields.
///
/// A large library has millions of them, so all of a document stand in one array of bytes.
package struct SearchTerms: Hashable, Sendable {
  /// The fields of a document, in the order of `Counts`.
  enum Field: Int, CaseIterable { case names, symptoms, contexts, texts }
  typealias Counts = SIMD4<UInt32>

  /// For each token, sorted: the length of its UTF-8, that UTF-8, and a count for each field, as
  /// numbers of seven bits a byte, the low ones first (LEB128).
  package let bytes: ArraySlice<UInt8>

  /// Counts tokens.
  init(names: [String], symptoms: [String], contexts: [String], texts: [String]) {
    var counts: [String: Counts] = [:]
    counts.reserveCapacity(names.count + symptoms.count + contexts.count + texts.count)
    for (field, tokens) in zip(Field.allCases, [names, symptoms, contexts, texts]) {
      for token in tokens { counts[token, default: .zero][field.rawValue] += 1 }
    }
    var bytes: [UInt8] = []
    for (token, counts) in counts.sorted(by: { $0.key < $1.key }) {
      Self.append(UInt32(token.utf8.count), to: &bytes)
      bytes += token.utf8
      for field in counts.indices { Self.append(counts[field], to: &bytes) }
    }
    self.bytes = bytes[...]
  }

  /// Takes what `bytes` was, and shares its memory; `nil` for bytes of another shape.
  init?(kept: ArraySlice<UInt8>) {
    bytes = kept
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = Int(number(at: &index))
      guard length <= bytes.endIndex - index else { return nil }
      index += length
      for _ in Field.allCases { _ = number(at: &index) }
    }
  }

  /// Calls `body` with every token and its counts.
  func forEach(_ body: (_ token: String, _ counts: Counts) -> Void) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = min(Int(number(at: &index)), bytes.endIndex - index)
      let token = String(decoding: bytes[index..<index + length], as: UTF8.self)
      index += length
      var counts = Counts.zero
      for field in counts.indices { counts[field] = number(at: &index) }
      body(token, counts)
    }
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private func number(at index: inout Int) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return number
  }
}
