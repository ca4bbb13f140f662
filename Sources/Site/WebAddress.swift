/// An address outside of the site, as an `href` may hold it (WHATWG URL).
struct WebAddress: Equatable {
  let text: String

  /// Takes a web page's, mail or telephone address; `nil` for one that no browser could follow.
  init?(_ address: String) {
    guard let colon = Self.schemeEnd(address.utf8) else { return nil }
    switch address[..<colon].lowercased() {
    case "http", "https":
      guard Self.hasHost(address[colon...]) else { return nil }
    case "mailto", "tel": break
    default: return nil
    }
    text = Self.encoded(address)
  }

  /// The address with every byte that no URL may hold replaced by `%XX`.
  private static func encoded(_ address: String) -> String {
    guard !address.utf8.allSatisfy({ isAllowed($0) && $0 != UInt8(ascii: "%") }) else {
      return address
    }
    let bytes = Array(address.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      let isStray =
        byte == UInt8(ascii: "%")
        && !(index + 2 < bytes.count && isHex(bytes[index + 1]) && isHex(bytes[index + 2]))
      if isAllowed(byte), !isStray {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// An id as the fragment of an address.
  static func encodedFragment(_ id: String) -> String { encodedPath(id) }

  /// A path of ours as an address: `%`, `?` and `#` stand for themselves.
  static func encodedPath(_ path: String) -> String {
    if path.utf8Span.span.isPlainPath { return path }
    var out: [UInt8] = []
    for byte in path.utf8 {
      if isPlain(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  /// Letters, digits and `-._~/` (RFC 3986, section 2.3).
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "/"):
      true
    default: isLetterOrDigit(byte)
    }
  }

  /// Unreserved and reserved characters and `%` (RFC 3986, section 2).
  private static func isAllowed(_ byte: UInt8) -> Bool {
    isPlain(byte) || ":?#@!$&'()*+,;=%".utf8.contains(byte)
  }

  /// Where the `:` behind a scheme stands; `nil` for an address without one.
  private static func schemeEnd(_ bytes: String.UTF8View) -> String.Index? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = bytes[..<colon]
    let isScheme = scheme.allSatisfy { isLetterOrDigit($0) || "+-.".utf8.contains($0) }
    return isScheme && !scheme.isEmpty ? colon : nil
  }

  /// Whether `://` and a plausible host follow.
  private static func hasHost(_ rest: Substring) -> Bool {
    guard rest.hasPrefix("://") else { return false }
    let host = rest.utf8.dropFirst(3).prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty, host.first != UInt8(ascii: ":") else { return false }
    return host.allSatisfy { isLetterOrDigit($0) || "-._~:@".utf8.contains($0) || $0 >= 0x80 }
      && hasPlausiblePort(host)
  }

  private static func hasPlausiblePort(_ host: Substring.UTF8View) -> Bool {
    guard let colon = host.lastIndex(of: UInt8(ascii: ":")) else { return true }
    let port = host[host.index(after: colon)...]
    return port.count <= 5
      && port.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension Span where Element == UInt8 {
  /// Whether all bytes are letters, digits or `-._~/`.
  ///
  /// Without an early end or a branch, and as a function of its own, the compiler looks at many
  /// bytes at once.
  @inline(never) fileprivate var isPlainPath: Bool {
    var found: UInt8 = 0
    for index in indices {
      let byte = self[index]
      let isLetter: UInt8 = (byte | 0x20) &- UInt8(ascii: "a") < 26 ? 1 : 0
      // `-`, `.` and `/` stand before the digits.
      let isDigitOrMark: UInt8 = byte &- UInt8(ascii: "-") < 13 ? 1 : 0
      let isLine: UInt8 = byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~") ? 1 : 0
      found |= (isLetter | isDigitOrMark | isLine) ^ 1
    }
    return found == 0
  }
}
