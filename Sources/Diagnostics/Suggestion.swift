/// Finds the candidate nearest to a misspelt name, for a "did you mean" hint.
package enum Suggestion {
  /// Returns the candidate with the smallest edit distance to `name`, if that is at most `limit`.
  ///
  /// The limit of five is DocFX's for bookmarks (dialect.md, 2.8). Ties go to the first in order.
  package static func nearest(to name: String, in candidates: [String], limit: Int = 5) -> String? {
    let wanted = Array(name.lowercased().utf8)
    let bound = min(limit, max(1, wanted.count / 2))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let bytes = Array(candidate.lowercased().utf8)
      guard abs(bytes.count - wanted.count) <= bound else { continue }
      let distance = editDistance(wanted, bytes)
      if distance <= bound, distance < (best?.distance ?? .max) { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Counts the insertions, deletions and replacements of bytes between two names (Levenshtein).
  package static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var previous = Array(0...right.count)
    var current = previous
    for (row, byte) in left.enumerated() {
      current[0] = row + 1
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (byte == other ? 0 : 1)
        current[column + 1] = min(replaced, previous[column + 1] + 1, current[column] + 1)
      }
      swap(&previous, &current)
    }
    return previous[right.count]
  }
}
