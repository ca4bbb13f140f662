import Content

/// Web addresses that stand in text without any marks (GFM specification, section 6.9).
enum BareAddress {
  private static let openings = ["https://", "http://", "ftp://", "www."].map { Array($0.utf8) }

  /// Whether a text is worth a closer look: most are not.
  static func mayHold(_ text: String) -> Bool {
    // The three bytes before, the last in the lowest place.
    var before: UInt32 = 0
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "/"), before & 0xFF == 0x2F { return true }
      if byte == UInt8(ascii: "."), before & 0xFF_FFFF == 0x77_7777 { return true }
      before = before << 8 | UInt32(byte)
    }
    return false
  }

  /// Cuts a text into texts and links.
  static func split(_ text: String, linking: Bool) -> [Inline] {
    guard linking, mayHold(text) else { return [.text(text)] }
    let bytes = Array(text.utf8)
    var out: [Inline] = []
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard let end = end(of: bytes, at: index) else {
        index += 1
        continue
      }
      if copied < index { out.append(.text(string(bytes[copied..<index]))) }
      let address = string(bytes[index..<end])
      let destination = address.hasPrefix("www.") ? "https://\(address)" : address
      out.append(.link(Link(destination: destination), [.text(address)]))
      index = end
      copied = end
    }
    if copied < bytes.count { out.append(.text(string(bytes[copied...]))) }
    return out
  }

  /// The offset behind the address that begins at `start`, or `nil` when none does.
  private static func end(of bytes: [UInt8], at start: Int) -> Int? {
    guard start == 0 || !bytes[start - 1].isWordByte,
      let opening = openings.first(where: { bytes.hasFolded($0, at: start) })
    else { return nil }
    let hostStart = start + (opening.last == UInt8(ascii: ".") ? 0 : opening.count)
    var end = hostStart
    while end < bytes.count, !endsAddress(bytes, at: end) { end += 1 }
    end = withoutPunctuation(bytes, start, end)
    let host = bytes[hostStart..<max(hostStart, end)].prefix { $0.isHostByte }
    let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }),
      parts.suffix(2).allSatisfy({ !$0.contains(UInt8(ascii: "_")) })
    else { return nil }
    return end
  }

  /// White space, `<`, quotes and the punctuation of East Asian text end an address.
  private static func endsAddress(_ bytes: [UInt8], at index: Int) -> Bool {
    switch bytes[index] {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    case 0xE3: index + 1 < bytes.count && bytes[index + 1] == 0x80
    case 0xEF: index + 1 < bytes.count && (bytes[index + 1] == 0xBC || bytes[index + 1] == 0xBD)
    default: false
    }
  }

  /// Punctuation at the end belongs to the sentence, and a `)` that nothing opened to it too.
  private static func withoutPunctuation(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start {
      let last = bytes[end - 1]
      if "?!.,:;*_~'".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")") {
        let inside = bytes[start..<end]
        guard
          inside.count(where: { $0 == UInt8(ascii: ")") })
            > inside.count(where: { $0 == UInt8(ascii: "(") })
        else { return end }
        end -= 1
      } else {
        return end
      }
    }
    return end
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }

  fileprivate var isHostByte: Bool {
    isWordByte || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self >= 0x80
  }
}
