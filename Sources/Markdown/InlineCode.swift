/// A piece of running text as it is written: words, or marks that a translator must not change.
///
/// The bytes of all pieces together are the text, whatever it holds.
package indirect enum InlineCode: Hashable, Sendable {
  case text([UInt8])
  /// A mark by itself: a code span, a tag, a line break, an escape, an entity, an address.
  case mark([UInt8])
  /// Marks around text: emphasis, a link, a picture with its text.
  case pair(Pair)

  package struct Pair: Hashable, Sendable {
    package enum Kind: String, Sendable { case format, link, image }
    package var kind: Kind
    package var open: [UInt8]
    package var inside: [InlineCode]
    package var close: [UInt8]
  }

  /// The bytes as written.
  package var bytes: [UInt8] {
    switch self {
    case .text(let bytes), .mark(let bytes): bytes
    case .pair(let pair): pair.open + pair.inside.flatMap(\.bytes) + pair.close
    }
  }

  /// Reads running text.
  ///
  /// The marks are those of CommonMark 0.30, section 6, and DocFX's inline forms; what does not
  /// pair stays text.
  package static func codes(in bytes: [UInt8]) -> [InlineCode] {
    var reader = InlineCodeReader(bytes: bytes)
    return reader.codes(to: bytes.count, depth: 0)
  }
}

private struct InlineCodeReader {
  let bytes: [UInt8]
  private var index = 0
  /// Deeper nesting stays text.
  private static let maximumDepth = 16

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func codes(to end: Int, depth: Int) -> [InlineCode] {
    var found: [InlineCode] = []
    var text: [UInt8] = []
    while index < end {
      let start = index
      guard let code = code(to: end, depth: depth) else {
        text.append(bytes[start])
        index = start + 1
        continue
      }
      if !text.isEmpty { found.append(.text(text)) }
      text = []
      found.append(code)
    }
    if !text.isEmpty { found.append(.text(text)) }
    return found
  }

  private mutating func code(to end: Int, depth: Int) -> InlineCode? {
    switch bytes[index] {
    case UInt8(ascii: "\\"):
      guard index + 1 < end, bytes[index + 1].isPunctuation else { return nil }
      return mark(to: index + 2)
    case UInt8(ascii: "`"): return mark(to: endOfCodeSpan(end))
    case UInt8(ascii: "<"): return mark(to: endOfTag(end))
    case UInt8(ascii: "&"): return mark(to: endOfEntity(end))
    case UInt8(ascii: ":"): return mark(to: endOfTripleColon(end))
    case UInt8(ascii: "!"):
      guard index + 1 < end, bytes[index + 1] == UInt8(ascii: "[") else { return nil }
      return link(.image, openLength: 2, to: end, depth: depth)
    case UInt8(ascii: "["):
      if index + 1 < end, bytes[index + 1] == UInt8(ascii: "!") {
        return mark(to: endOfDirective(end))
      }
      return link(.link, openLength: 1, to: end, depth: depth)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      return emphasis(to: end, depth: depth)
    default: return nil
    }
  }

  private mutating func mark(to end: Int?) -> InlineCode? {
    guard let end else { return nil }
    defer { index = end }
    return .mark(Array(bytes[index..<end]))
  }

  private mutating func pair(
    _ kind: InlineCode.Pair.Kind, open: Range<Int>, close: Range<Int>, depth: Int
  ) -> InlineCode? {
    guard depth < Self.maximumDepth else { return nil }
    index = open.upperBound
    let inside = codes(to: close.lowerBound, depth: depth + 1)
    index = close.upperBound
    return .pair(
      .init(
        kind: kind, open: Array(bytes[open]), inside: inside, close: Array(bytes[close])))
  }
}

extension InlineCodeReader {
  private func endOfCodeSpan(_ end: Int) -> Int? {
    let length = runLength(at: index, end)
    var next = index + length
    while next < end {
      guard bytes[next] == UInt8(ascii: "`") else {
        next += 1
        continue
      }
      let closing = runLength(at: next, end)
      if closing == length { return next + closing }
      next += closing
    }
    return nil
  }

  private func runLength(at start: Int, _ end: Int) -> Int {
    var next = start
    while next < end, bytes[next] == bytes[start] { next += 1 }
    return next - start
  }

  private func endOfTag(_ end: Int) -> Int? {
    guard index + 1 < end else { return nil }
    let next = bytes[index + 1]
    guard next.isAlphanumeric || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
      return nil
    }
    return bytes[index..<end].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private func endOfEntity(_ end: Int) -> Int? {
    var next = index + 1
    while next < end, bytes[next].isAlphanumeric || bytes[next] == UInt8(ascii: "#") { next += 1 }
    guard next < end, next > index + 1, bytes[next] == UInt8(ascii: ";") else { return nil }
    return next + 1
  }

  /// `:::no-loc text="X":::` and the like (dialect.md, 9).
  private func endOfTripleColon(_ end: Int) -> Int? {
    guard runLength(at: index, end) >= 3 else { return nil }
    var next = index + 3
    while next + 2 < end {
      if bytes[next] == UInt8(ascii: ":"), runLength(at: next, end) >= 3 { return next + 3 }
      next += 1
    }
    return nil
  }

  /// `[!INCLUDE [title](path)]` (dialect.md, 6).
  private func endOfDirective(_ end: Int) -> Int? {
    closingBracket(from: index + 1, end).map { $0 + 1 }
  }

  /// The offset of the `]` that closes a bracket whose text begins at `start`.
  private func closingBracket(from start: Int, _ end: Int) -> Int? {
    var depth = 1
    var next = start
    while next < end {
      switch bytes[next] {
      case UInt8(ascii: "\\"): next += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return next }
      default: break
      }
      next += 1
    }
    return nil
  }

  private mutating func link(
    _ kind: InlineCode.Pair.Kind, openLength: Int, to end: Int, depth: Int
  ) -> InlineCode? {
    let start = index
    guard let bracket = closingBracket(from: start + openLength, end), bracket + 1 < end else {
      return nil
    }
    let closeEnd: Int?
    switch bytes[bracket + 1] {
    case UInt8(ascii: "("): closeEnd = LinkDestination.end(in: bytes, at: bracket + 1)
    case UInt8(ascii: "["): closeEnd = closingBracket(from: bracket + 2, end).map { $0 + 1 }
    default: closeEnd = nil
    }
    guard let closeEnd, closeEnd <= end else { return nil }
    return pair(
      kind, open: start..<start + openLength, close: bracket..<closeEnd, depth: depth)
  }

  /// The nearest run of the same length that may close the one here.
  private mutating func emphasis(to end: Int, depth: Int) -> InlineCode? {
    let start = index
    let mark = bytes[start]
    let length = runLength(at: start, end)
    guard length <= 3, mark != UInt8(ascii: "~") || length == 2, start + length < end,
      !isSpace(bytes[start + length]), mark == UInt8(ascii: "*") || !isWord(before: start)
    else { return nil }
    var next = start + length
    while next < end {
      if bytes[next] == UInt8(ascii: "\\") {
        next += 2
        continue
      }
      guard bytes[next] == mark else {
        next += 1
        continue
      }
      let run = runLength(at: next, end)
      let isClosing = run == length && !isSpace(bytes[next - 1])
      if isClosing, mark == UInt8(ascii: "*") || !isWord(at: next + run) {
        return pair(.format, open: start..<start + length, close: next..<next + run, depth: depth)
      }
      next += run
    }
    return nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
  private func isWord(at offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset].isAlphanumeric || bytes[offset] >= 0x80)
  }
  private func isWord(before offset: Int) -> Bool { offset > 0 && isWord(at: offset - 1) }
}
