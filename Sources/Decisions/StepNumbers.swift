/// The steps that a sentence sends the reader to.
struct StepNumbers: Equatable {
  var first: Int
  /// The last of several; `nil` for one step.
  var last: Int?

  /// Reads a sentence; `nil` when it sends nobody to a step, or to one of another text.
  ///
  /// "Go to step 4" and "Repeat steps 2–5" do; a mere mention ("the file from step 2") does not
  /// (patterns.md, 3e). Some languages put the verb last: there it must follow the number.
  init?(in sentence: Words, _ vocabulary: Vocabulary) {
    let (jumps, names) = (vocabulary[.stepJumps], vocabulary[.stepNames])
    guard
      let behind = sentence.behind(any: jumps)?.leadingNumber
        ?? sentence.behind(any: names)?
        .leadingNumber
    else { return nil }
    first = behind.number
    var end = behind.rest
    if let (last, rest) = end.behindRange(vocabulary)?.leadingNumber, last > first {
      self.last = last
      end = rest
    }
    if sentence.contains(any: jumps) {
      let isElsewhere = end.starts(withAny: vocabulary[.elsewhere])
      if isElsewhere, !end.starts(withAny: vocabulary[.here]) { return nil }
    } else if !end.starts(withAny: jumps) {
      return nil
    }
  }

  /// The number of a heading such as "Step 3: Enable it".
  static func ofHeading(_ words: Words, _ vocabulary: Vocabulary) -> Int? {
    words.droppingPrefix(vocabulary[.stepNames])?.leadingNumber?.number
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
  fileprivate func behindRange(_ vocabulary: Vocabulary) -> Words? {
    if let first = bytes.first, first == UInt8(ascii: "-") { return dropping(1) }
    if bytes.starts(with: Array("\u{2013}".utf8)) { return dropping(3) }
    return droppingPrefix(vocabulary[.stepRanges])
  }
}
