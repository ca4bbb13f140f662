/// Addresses as an `href` may hold them (WHATWG URL).
enum WebAddress {
  /// What an author's destination is by its form.
  enum Form: Equatable {
    /// A web page, mail address or phone number; the address is sound.
    case outside(String)
    /// A path inside the library, or only a fragment.
    case inside
    /// From the root of a server that nobody named, or unsafe, or broken.
    case unusable
  }

  static func form(of destination: String) -> Form {
    let bytes = destination.utf8
    guard let first = bytes.first else { return .unusable }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") { return .unusable }
    guard let colon = schemeEnd(bytes) else { return .inside }
    switch destination[..<colon].lowercased() {
    case "http", "https":
      return hasHost(destination[colon...]) ? .outside(encoded(destination)) : .unusable
    case "mailto", "tel": return .outside(encoded(destination))
    default: return .unusable
    }
  }

  /// The address with every byte that no URL may hold replaced by `%XX`.
  static func encoded(_ address: String) -> String {
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

  /// A path of ours as an address: `%`, `?` and `#` stand for themselves.
  static func encodedPath(_ path: String) -> String {
    guard path.utf8.contains(where: { !isPlain($0) }) else { return path }
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
    isLetterOrDigit(byte) || "-._~/".utf8.contains(byte)
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
