/// A key that was pressed, or text that was pasted.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter with the control key, in lower case.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// Text between the marks of bracketed paste.
  case paste(String)
}

/// Turns a terminal's bytes into keys.
///
/// It takes bytes as they come: a key may be spread over several reads. What it does not know it
/// swallows whole, so that no part of an escape sequence is taken for a key.
package struct KeyParser: Sendable {
  private var pending: [UInt8] = []

  package init() {}

  /// Whether it has what may be a key or the beginning of one: a single escape.
  package var isWaiting: Bool { pending == [0x1B] }

  /// The keys that the bytes complete.
  package mutating func parse(_ bytes: [UInt8]) -> [Key] {
    pending += bytes
    var keys: [Key] = []
    while let (key, length) = next() {
      pending.removeFirst(length)
      if let key { keys.append(key) }
    }
    return keys
  }

  /// The key that the pending bytes are if no more come soon; other beginnings stay.
  package mutating func flush() -> [Key] {
    guard isWaiting else { return [] }
    pending = []
    return [.escape]
  }

  private var isPasting: Bool { pending.starts(with: Self.pasteStart) }

  private static let pasteStart: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  /// A longer escape sequence is none.
  private static let longestSequence = 32

  /// The first key and how many bytes it takes, no key for bytes to swallow; `nil` when more must
  /// come.
  private func next() -> (Key?, Int)? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1B: return sequence()
    case 0x0D, 0x0A: return (.enter, 1)
    case 0x09: return (.tab, 1)
    case 0x7F, 0x08: return (.backspace, 1)
    case 0x01...0x1A: return (.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0..<0x20: return (nil, 1)
    case 0x20..<0x7F: return (.character(Character(Unicode.Scalar(first))), 1)
    default: return wide(first)
    }
  }

  /// A character of several bytes (RFC 3629); a byte that begins none is swallowed.
  private func wide(_ first: UInt8) -> (Key?, Int)? {
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return (nil, 1)
    }
    let bytes = pending.prefix(length)
    let isBroken = bytes.dropFirst().contains { $0 & 0xC0 != 0x80 }
    if isBroken { return (nil, 1) }
    guard bytes.count == length else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else {
      return (nil, length)
    }
    return (.character(character), length)
  }

  private func sequence() -> (Key?, Int)? {
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["):
      if isPasting { return paste() }
      return control()
    case UInt8(ascii: "O"):
      guard pending.count > 2 else { return nil }
      return (Self.letters[pending[2]], 3)
    case 0x1B: return (.escape, 1)
    default: return (nil, 2)
    }
  }

  /// A control sequence (ECMA-48, 5.4): parameters, intermediates, a final byte.
  private func control() -> (Key?, Int)? {
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return pending.count > Self.longestSequence ? (nil, pending.count) : nil
    }
    let parameters = pending[2..<end]
    guard pending[end] == UInt8(ascii: "~") else { return (Self.letters[pending[end]], end + 1) }
    let number = Int(String(decoding: parameters.prefix { $0 != 0x3B }, as: UTF8.self))
    return (number.flatMap { Self.numbers[$0] }, end + 1)
  }

  private func paste() -> (Key?, Int)? {
    let start = Self.pasteStart.count
    let end = Self.pasteEnd
    guard pending.count >= start + end.count else { return nil }
    for index in start...(pending.count - end.count)
    where pending[index] == 0x1B && pending[index...].starts(with: end) {
      let text = String(decoding: pending[start..<index], as: UTF8.self)
      return (.paste(text), index + end.count)
    }
    return nil
  }

  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
  ]

  private static let numbers: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
  ]
}
