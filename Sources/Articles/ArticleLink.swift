/// Links from one article to another file of the content folder.
package enum ArticleLink {
  /// Splits a destination such as `../a/b.md?view=x#c` into the file, relative to the content
  /// folder, and the anchor (empty without one).
  ///
  /// Returns `nil` for addresses outside of the folder: with a scheme, absolute, or not `.md`.
  package static func split(_ destination: String, from path: String)
    -> (file: String, anchor: String)?
  {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let address = parts[0].prefix { $0 != "?" }
    guard !address.contains(":"), !address.hasPrefix("/"),
      address.lowercased().hasSuffix(".md"),
      let file = ContentPath.resolve(decoding(String(address)), from: path)
    else { return nil }
    return (file, parts.count > 1 ? String(parts[1]) : "")
  }

  /// Replaces `%20` and the like.
  package static func decoding(_ address: String) -> String {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    var out: [UInt8] = []
    var bytes = Array(address.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "%"), bytes.count >= 2,
        let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(value)
        bytes = bytes.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
