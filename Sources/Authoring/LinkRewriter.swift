import Articles

/// Rewrites the addresses in files so that they lead where they led before an article moved.
struct LinkRewriter {
  /// New paths by old ones, of the article's editions.
  let moves: [String: String]
  let isLocalized: Bool
  /// The article's id before and after; a locale without an edition links to it all the same.
  let id: String
  let newID: String

  /// Whether a file is one that links may stand in.
  static func holdsLinks(_ path: String) -> Bool {
    let lower = path.lowercased()
    return lower.hasSuffix(".md") || lower == "toc.yml" || lower.hasSuffix("/toc.yml")
  }

  func rewrite(_ bytes: [UInt8], of path: String) -> (bytes: [UInt8], count: Int) {
    var out: [UInt8] = []
    var copied = 0
    var count = 0
    let ranges = DestinationScanner(bytes).ranges.sorted { $0.lowerBound < $1.lowerBound }
    for range in ranges where range.lowerBound >= copied {
      let address = String(decoding: bytes[range], as: UTF8.self)
      guard let changed = rewritten(address, in: path), changed != address else { continue }
      out += bytes[copied..<range.lowerBound] + Array(changed.utf8)
      copied = range.upperBound
      count += 1
    }
    return (out + bytes[copied...], count)
  }

  /// The address as it must read now; `nil` for one that stays.
  private func rewritten(_ address: String, in path: String) -> String? {
    let end = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    let file = String(address[..<end])
    guard !file.isEmpty, !file.hasPrefix("/"), !file.contains(":"),
      let target = ContentPath.resolve(ArticleLink.decoding(file), from: path)
    else { return nil }
    let isMoving = moves[path] != nil
    let newTarget = moved(target)
    guard newTarget != nil || isMoving else { return nil }
    let destination = newTarget ?? target
    let encoded: String
    if file.hasPrefix("~/") {
      guard newTarget != nil else { return nil }
      encoded = "~/" + destination
    } else {
      encoded = ContentPath.relative(from: moves[path] ?? path, to: destination)
    }
    let keepsForm =
      newTarget == nil
      && ContentPath.resolve(
        ArticleLink.decoding(file), from: moves[path] ?? path) == target
    if keepsForm { return nil }
    return Self.encode(encoded) + address[end...]
  }

  /// Escapes what would end an address.
  private static func encode(_ path: String) -> String {
    path.replacing(" ", with: "%20").replacing("(", with: "%28").replacing(")", with: "%29")
  }

  /// Where a file is now, when it belongs to the article.
  private func moved(_ path: String) -> String? {
    if let new = moves[path] { return new }
    let lower = path.lowercased()
    if let old = moves.keys.first(where: { $0.lowercased() == lower }) { return moves[old] }
    guard isLocalized, let slash = path.firstIndex(of: "/"),
      lower[lower.index(after: slash)...] == "\(id).md"
    else { return nil }
    return "\(path[..<slash])/\(newName).md"
  }

  /// The new name as it is written.
  private var newName: String {
    guard let new = moves.values.min(), let slash = new.firstIndex(of: "/") else { return newID }
    return String(new[new.index(after: slash)...].dropLast(3))
  }
}
