import Content

/// Paths inside the content folder, with `/` between their parts.
package enum ContentPath {
  /// Resolves an address such as `../includes/x.md` or `~/x.md` against the file that holds it.
  ///
  /// Returns `nil` when the path would leave the content folder, or names no file.
  package static func resolve(_ address: String, from file: String) -> String? {
    let hasBackslash = address.utf8Span.span.holds(UInt8(ascii: "\\"))
    let path = hasBackslash ? address.replacing("\\", with: "/") : address
    let bytes = path.utf8Span.span
    guard !bytes.isEmpty, !bytes.holds(0) else { return nil }
    var out: [UInt8] = []
    if !isRooted(bytes) { appendFolder(of: file, to: &out) }
    var start = 0
    while start < bytes.count {
      let end = bytes.firstOffset(of: slash, from: start) ?? bytes.count
      let part = bytes.extracting(start..<end)
      start = end + 1
      switch part.count {
      case 0: continue
      case 1 where part[0] == dot || part[0] == tilde: continue
      case 2 where part[0] == dot && part[1] == dot:
        guard !out.isEmpty else { return nil }
        out.removeSubrange((out.lastIndex(of: slash) ?? 0)...)
      default:
        if !out.isEmpty { out.append(slash) }
        out.append(part)
      }
    }
    return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
  }

  /// Whether a path begins in the content folder: `/x.md` and `~/x.md` do.
  private static func isRooted(_ path: Span<UInt8>) -> Bool {
    path[0] == slash || path.count > 1 && path[0] == tilde && path[1] == slash
  }

  private static func appendFolder(of file: String, to out: inout [UInt8]) {
    let bytes = file.utf8Span.span
    var end = bytes.count - 1
    while end >= 0, bytes[end] != slash { end -= 1 }
    if end > 0 { out.append(bytes.extracting(0..<end)) }
  }

  /// The address that leads from one page to another, such as `../a/b.html`.
  package static func relative(from page: String, to target: String) -> String {
    let (from, to) = (page.utf8Span.span, target.utf8Span.span)
    // How many bytes the folders have together that both stand in.
    var shared = 0
    for index in 0..<min(from.count, to.count) {
      guard from[index] == to[index] else { break }
      if from[index] == Self.slash { shared = index + 1 }
    }
    var out = ""
    for index in shared..<from.count where from[index] == Self.slash { out += "../" }
    // A slash, or the start, stands before what is shared: no character is cut.
    out.append(contentsOf: target[target.utf8.index(target.startIndex, offsetBy: shared)...])
    return out
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
  private static let tilde = UInt8(ascii: "~")
}
