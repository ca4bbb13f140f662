import Articles

/// Rewrites `expectations.yml` so that its walks begin and end where they did before an article
/// moved; all else stays as it is written.
struct ExpectationRewriter {
  static let path = "expectations.yml"

  /// The names that the article goes by, each with the one that takes its place.
  ///
  /// Its id, and the paths of its files without their ending; in lower case, the longest first.
  private let names: [(old: String, new: String)]
  /// The ids of other articles that begin with the article's id.
  private let others: [String]

  init(moves: [String: String], id: String, newID: String, others: [String]) {
    self.others = others.filter { $0.hasPrefix("\(id)/") }
    let files = moves.map { (old: $0.dropLast(3).lowercased(), new: String($1.dropLast(3))) }
    names = ([(old: id, new: newID)] + files).sorted {
      ($1.old.count, $0.old) < ($0.old.count, $1.old)
    }
  }

  /// The file with the article's new names, and how many were changed.
  func rewrite(_ bytes: [UInt8]) -> (bytes: [UInt8], count: Int) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes) else { return (bytes, 0) }
    var out = ""
    var rest = text[...]
    var count = 0
    // A value behind one of the two keys, in either style of YAML, with or without quotes.
    let key = /(?:^|[\n{,\s\-])(?:start|end):[ \t]*["']?/
    while let match = rest.firstMatch(of: key) {
      out += rest[..<match.range.upperBound]
      rest = rest[match.range.upperBound...]
      guard let name = names.first(where: { isNamed(rest, $0.old) }),
        !others.contains(where: { isNamed(rest, $0) })
      else { continue }
      out += name.new
      rest = rest.dropFirst(name.old.count)
      count += 1
    }
    return (Array((out + rest).utf8), count)
  }

  /// Whether a text begins with a name that ends there, or before a step of the article.
  private func isNamed(_ text: Substring, _ name: String) -> Bool {
    let word = text.prefix(name.count)
    guard word.lowercased() == name else { return false }
    let rest = text.dropFirst(name.count)
    guard let next = rest.first else { return true }
    return next.isWhitespace || "/\"',}#".contains(next) || rest.hasPrefix(".md")
  }
}
