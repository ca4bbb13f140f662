extension String {
  /// The text on one line, each run of white space as one space and none at its ends.
  package var condensed: String {
    isCondensed ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether its bytes alone show that nothing would change.
  private var isCondensed: Bool {
    let bytes = utf8Span.span
    var wasSpace = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 {
        if wasSpace { return false }
        wasSpace = true
        index += 1
      } else if let length = bytes.lengthOfPlainScalar(at: index) {
        // The other characters that end lines or leave space.
        if byte < 0x20 || byte == 0xC2, bytes.isSpace(at: index) { return false }
        wasSpace = false
        index += length
      } else {
        // A mark may join the space before it, and what begins so may be a space.
        if wasSpace || byte < 0x80 || (0xE1...0xE3).contains(byte) { return false }
        index += 1
      }
    }
    return !wasSpace || isEmpty
  }

  /// How many characters the text has, as `count` says, but quicker for most.
  package var characterCount: Int {
    let bytes = utf8Span.span
    var (index, characters) = (0, 0)
    while index < bytes.count {
      guard let length = bytes.lengthOfPlainScalar(at: index) else { return count }
      index += length
      characters += 1
    }
    return characters
  }
}

extension Span where Element == UInt8 {
  /// How many bytes the scalar at an index has, if it is one that never joins another such scalar in
  /// one character (UAX #29); `nil` for any other.
  ///
  /// Those are ASCII without the carriage return, Latin and phonetic letters, dashes and quotation
  /// marks, kana, and Chinese characters. The text must be valid UTF-8.
  fileprivate func lengthOfPlainScalar(at index: Int) -> Int? {
    switch self[index] {
    case 0x0D: nil
    case 0x00..<0x80: 1
    // U+0080 to U+02FF.
    case 0xC2...0xCB: 2
    // U+4000 to U+9FFF.
    case 0xE4...0xE9: 3
    // U+2010 to U+2027, and U+2030 to U+203F.
    case 0xE2 where self[index + 1] == 0x80 && (0x90...0xA7).contains(self[index + 2]): 3
    case 0xE2 where self[index + 1] == 0x80 && self[index + 2] >= 0xB0: 3
    // U+3001 to U+3029, U+3040 to U+307F, U+30C0 to U+30FF; voicing marks are between them.
    case 0xE3 where self[index + 1] == 0x80 && (0x81...0xA9).contains(self[index + 2]): 3
    case 0xE3 where self[index + 1] == 0x81 || self[index + 1] == 0x83: 3
    default: nil
    }
  }

  /// Whether a control character or one of the second Unicode block is white space.
  fileprivate func isSpace(at index: Int) -> Bool {
    self[index] < 0x20 || self[index + 1] == 0x85 || self[index + 1] == 0xA0
  }
}
