extension UInt8 {
  /// ASCII punctuation, which a backslash may escape (CommonMark 0.30, section 2.4).
  package var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  var isAlphanumeric: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// How many bytes the UTF-8 sequence takes that this byte begins.
  var scalarLength: Int {
    switch self {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}

/// The indentation and quote marks before a line's own text.
enum LinePrefix {
  /// Returns the offset behind the prefix of the line that begins at `start`.
  static func end(in bytes: [UInt8], from start: Int, to limit: Int, quoteDepth: Int) -> Int {
    var index = start
    var marks = 0
    while index < limit {
      switch bytes[index] {
      case 0x20, 0x09: index += 1
      case UInt8(ascii: ">") where marks < quoteDepth:
        marks += 1
        index += 1
      default: return index
      }
    }
    return index
  }
}

/// The address part of an inline link (CommonMark 0.30, section 6.3).
enum LinkDestination {
  /// Returns the offset behind `(destination "title")`, or `nil` when none begins at `start`.
  static func end(in bytes: [UInt8], at start: Int) -> Int? {
    var index = skipBlanks(bytes, start + 1)
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "<") {
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == UInt8(ascii: "\n") { return nil }
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index += 1
    } else {
      index = endOfBareDestination(bytes, index)
    }
    index = skipBlanks(bytes, index)
    guard index < bytes.count else { return nil }
    if let closer = titleCloser(bytes[index]) {
      index += 1
      while index < bytes.count, bytes[index] != closer {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index = skipBlanks(bytes, index + 1)
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
    return index + 1
  }

  private static func endOfBareDestination(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return index }
        depth -= 1
      case 0...0x20: return index
      default: break
      }
      index += 1
    }
    return index
  }

  private static func titleCloser(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  private static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09
    {
      index += 1
    }
    return index
  }
}
