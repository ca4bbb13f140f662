import Content

/// Paths inside the content folder, with `/` between their parts.
package enum ContentPath {
  /// Resolves an address such as `../includes/x.md` or `~/x.md` against the file that holds it.
  ///
  /// Returns `nil` when the path would leave the content folder, or names no file.
  package static func resolve(_ address: String, from file: String) -> String? {
    let hasBackslash = address.utf8Span.span.holds(UInt8(ascii: "\\"))
    let path = hasBackslash ? address.replacing("\\", with: "/") : address
    guard !path.isEmpty, !path.utf8Span.span.holds(0) else { return nil }
    let isRooted = path.hasPrefix("~/") || path.hasPrefix("/")
    var out: [UInt8] = []
    if !isRooted, let slash = file.utf8.lastIndex(of: Self.slash) { out += file.utf8[..<slash] }
    for part in path.utf8.split(separator: Self.slash) {
      if part.elementsEqual(".".utf8) || part.elementsEqual("~".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard !out.isEmpty else { return nil }
        out.removeSubrange((out.lastIndex(of: Self.slash) ?? 0)...)
      } else {
        if !out.isEmpty { out.append(Self.slash) }
        out += part
      }
    }
    return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
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
}
