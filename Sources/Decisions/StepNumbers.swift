/// The steps that a sentence sends the reader to.
struct StepNumbers: Equatable {
  var first: Int
  /// The last of several; `nil` for one step.
  var last: Int?

  /// Reads a sentence; `nil` when it sends nobody to a step, or to one of another text.
  init?(in sentence: Words) {
    guard let behind = sentence.behind(any: Vocabulary.stepJumps),
      let (first, rest) = behind.leadingNumber
    else { return nil }
    self.first = first
    var end = rest
    if let (last, rest) = rest.behindRange?.leadingNumber, last > first {
      self.last = last
      end = rest
    }
    if end.starts(withAny: Vocabulary.elsewhere), !end.starts(withAny: Vocabulary.here) {
      return nil
    }
  }

  /// The number of a heading such as "Step 3: Enable it".
  static func ofHeading(_ words: Words) -> Int? {
    words.droppingPrefix(Vocabulary.stepNames)?.leadingNumber?.number
  }
}

extension Words {
  /// The number that they begin with, and what follows; none has more than three digits.
  fileprivate var leadingNumber: (number: Int, rest: Words)? {
    let digits = list.first?.bytes.prefix { (0x30...0x39).contains($0) } ?? []
    guard (1...3).contains(digits.count),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return (number, dropping(digits.count))
  }

  /// What follows the dash or the word that leads to the last of several steps.
  fileprivate var behindRange: Words? {
    if let first = bytes.first, first == UInt8(ascii: "-") { return dropping(1) }
    if bytes.starts(with: Array("\u{2013}".utf8)) { return dropping(3) }
    return droppingPrefix(Vocabulary.stepRanges)
  }
}
