/// The node ids given out in one article, so that each is given once.
struct NodeIDs {
  private var used: Set<String> = []
  /// The last number given to each id, so that many duplicates are counted once.
  private var numbers: [String: Int] = [:]

  /// Returns the id, or with `-2`, `-3`, … the first that is free.
  mutating func unique(_ id: String) -> Node.ID {
    if used.insert(id).inserted { return Node.ID(id) }
    var number = numbers[id, default: 1] + 1
    while !used.insert("\(id)-\(number)").inserted { number += 1 }
    numbers[id] = number
    return Node.ID("\(id)-\(number)")
  }

  /// Text as one part of an id: lower case, no `/`, at most 60 characters, cut at a word's end.
  static func segment(_ slug: String) -> String {
    let isSafe = slug.utf8.allSatisfy { $0 == 0x2D || $0 == 0x5F || ($0 < 0x80 && $0.isWordByte) }
    let safe =
      isSafe
      ? slug
      : slug.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard safe.utf8.count > 60, safe.count > 60 else { return safe.isEmpty ? "section" : safe }
    let cut = safe.prefix(60)
    let word = cut.lastIndex(of: "-") ?? cut.endIndex
    return String(cut[..<word])
  }
}
