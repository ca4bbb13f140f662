import Content

/// The different tokens of a document, and how often each stands in its fields.
///
/// A large library has millions of them, so all of a document stand in one array of bytes.
struct SearchTerms: Sendable {
  /// The fields of a document, in the order of `Counts`.
  enum Field: Int, CaseIterable { case names, symptoms, contexts, texts }
  typealias Counts = SIMD4<UInt32>

  /// For each token, in the order in which they occur first: the length of its UTF-8, that UTF-8,
  /// and a count for each field, the lengths and the counts as numbers of seven bits a byte.
  let bytes: ArraySlice<UInt8>

  /// Counts tokens.
  init(names: TokenList, symptoms: TokenList, contexts: TokenList, texts: TokenList) {
    let fields = [names, symptoms, contexts, texts]
    var table = TokenTable(capacity: fields.reduce(0) { $0 + $1.count })
    // Those of each token behind each other.
    var counts: [UInt32] = []
    for (field, list) in zip(Field.allCases, fields) {
      let text = list.bytes.span
      for index in 0..<list.count {
        let number = table.number(of: text, in: list.range(at: index))
        if number * fields.count == counts.count {
          for _ in fields { counts.append(0) }
        }
        counts[number * fields.count + field.rawValue] += 1
      }
    }
    let tokens = table.tokens
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tokens.bytes.count + tokens.count * 5)
    let text = tokens.bytes.span
    for number in 0..<tokens.count {
      let token = text.extracting(tokens.range(at: number))
      bytes.append(number: UInt32(token.count))
      bytes.append(token)
      for field in fields.indices {
        bytes.append(number: counts[number * fields.count + field])
      }
    }
    self.bytes = bytes[...]
  }

  /// Takes what `bytes` was, and shares its memory; `nil` for bytes of another shape.
  init?(kept: ArraySlice<UInt8>) {
    bytes = kept
    let span = kept.span
    var index = 0
    while index < span.count {
      let length = Int(span.number(at: &index))
      guard length <= span.count - index else { return nil }
      index += length
      for _ in Field.allCases { _ = span.number(at: &index) }
    }
  }

  /// Calls `body` with every token, as a range of some bytes, and its counts.
  func forEach(_ body: (_ text: Span<UInt8>, _ token: Range<Int>, _ counts: Counts) -> Void) {
    let text = bytes.span
    var index = 0
    while index < text.count {
      let length = min(Int(text.number(at: &index)), text.count - index)
      let start = index
      index += length
      var counts = Counts.zero
      for field in counts.indices { counts[field] = text.number(at: &index) }
      body(text, start..<start + length, counts)
    }
  }
}
