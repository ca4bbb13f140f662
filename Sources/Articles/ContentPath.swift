/// Paths inside the content folder, with `/` between their parts.
package enum ContentPath {
  /// Resolves an address such as `../includes/x.md` or `~/x.md` against the file that holds it.
  ///
  /// Returns `nil` when the path would leave the content folder, or names no file.
  package static func resolve(_ address: String, from file: String) -> String? {
    let hasBackslash = address.utf8.contains(UInt8(ascii: "\\"))
    let path = hasBackslash ? address.replacing("\\", with: "/") : address
    guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    if path.hasPrefix("~/") || path.hasPrefix("/") { parts = [] }
    for part in path.split(separator: "/") {
      switch part {
      case ".", "~": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// The address that leads from one page to another, such as `../a/b.html`.
  package static func relative(from page: String, to target: String) -> String {
    let from = page.split(separator: "/").dropLast()
    let to = target.split(separator: "/")
    var shared = 0
    while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    let up = Array(repeating: "..", count: from.count - shared)
    return (up + to[shared...].map(String.init)).joined(separator: "/")
  }
}
