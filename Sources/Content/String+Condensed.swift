extension String {
  /// The text on one line, each run of white space as one space and none at its ends.
  package var condensed: String {
    isCondensed ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether its bytes alone show that nothing would change.
  private var isCondensed: Bool {
    var wasSpace = true
    for byte in utf8 {
      switch byte {
      case 0x20:
        if wasSpace { return false }
        wasSpace = true
      case 0x21..<0x80: wasSpace = false
      // Other white space, or what may begin with the same byte.
      case 0x00..<0x20, 0xC2, 0xE1...0xE3: return false
      // A mark may join the space before it.
      default: if wasSpace { return false }
      }
    }
    return !wasSpace || isEmpty
  }
}
