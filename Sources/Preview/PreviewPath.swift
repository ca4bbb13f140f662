/// The paths that a preview answers to.
package enum PreviewPath {
  /// Decodes a request's path (RFC 3986, section 2.1) to one relative to the site's folder.
  ///
  /// `/nl-nl/a%20b.html` → `nl-nl/a b.html`; `/` → `index.html`, and a path that ends in `/` names
  /// the `index.html` in it. Returns `nil` for a path that could name anything outside: with a
  /// `..`, a `.`, a backslash, a control character, an encoded `/`, or bytes that are not UTF-8.
  package static func decode(_ raw: String) -> String? {
    guard raw.utf8.first == UInt8(ascii: "/") else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(raw.utf8.dropFirst())[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexValue),
        let low = rest.popFirst().flatMap(hexValue),
        high * 16 + low != UInt8(ascii: "/")
      else { return nil }
      bytes.append(high * 16 + low)
    }
    guard let path = String(validating: bytes, as: UTF8.self),
      !bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == 0x7F })
    else { return nil }
    if path.isEmpty { return "index.html" }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.dropLast().allSatisfy({ !$0.isEmpty }),
      !parts.contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    return path.hasSuffix("/") ? path + "index.html" : path
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
