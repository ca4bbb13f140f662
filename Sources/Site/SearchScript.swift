/// A script of a search index, `waymarkSearch.add("NAME","TEXT",…);`: its texts are literals
/// (ECMA-262, 12.9.4), here as they stand in the script.
enum SearchScript {
  private static let opening = Array("waymarkSearch.add(\"".utf8)
  private static let between = Array("\",\"".utf8)
  private static let closing = Array("\");\n".utf8)

  /// The script of a name.
  static func bytes(_ name: String, _ texts: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(texts.reduce(64) { $0 + $1.count + between.count })
    bytes += opening
    bytes += name.utf8
    for text in texts {
      bytes += between
      bytes += text
    }
    return bytes + closing
  }

  /// The texts of a script; `nil` when it is none, or has another name.
  static func texts(in script: [UInt8], _ name: String) -> [ArraySlice<UInt8>]? {
    let head = opening + Array(name.utf8) + between
    guard script.starts(with: head), script.suffix(closing.count).elementsEqual(closing),
      script.count >= head.count + closing.count
    else { return nil }
    let body = script[head.count..<script.count - closing.count]
    // A quotation mark in a text has a backslash before it.
    var texts: [ArraySlice<UInt8>] = []
    var (start, index) = (body.startIndex, body.startIndex)
    let bytes = body.span
    while index < body.endIndex {
      switch bytes[index - body.startIndex] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\""):
        guard body[index...].starts(with: between) else { return nil }
        texts.append(body[start..<index])
        index += between.count
        start = index
      default: index += 1
      }
    }
    return index == body.endIndex ? texts + [body[start...]] : nil
  }
}

extension [UInt8] {
  /// The end of a line in a literal.
  static let escapedLineEnd = Array("\\n".utf8)

  /// Appends a text as a literal holds it; control characters become spaces.
  mutating func append(escaping text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case 0x0A: self += Self.escapedLineEnd
      case 0x09: self += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x00..<0x20: append(0x20)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      default: append(byte)
      }
    }
  }

  /// Appends a space and a number that is not negative.
  mutating func append(inBase36 number: Int) {
    append(0x20)
    append(digitsOf: number)
  }

  private mutating func append(digitsOf number: Int) {
    if number >= 36 { append(digitsOf: number / 36) }
    let digit = UInt8(truncatingIfNeeded: number % 36)
    append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
