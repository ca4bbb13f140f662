/// Finds the candidate nearest to a misspelt name, for a "did you mean" hint.
package enum Suggestion {
  /// Returns the candidate with the smallest edit distance to `name`, if that is at most `limit`.
  package static func nearest(to name: String, in candidates: [String], limit: Int = 5) -> String? {
    NearestNames(candidates).nearest(to: name, limit: limit)
  }

  /// Counts the insertions, deletions and replacements of bytes between two names (Levenshtein);
  /// `nil` when they are more than `most`.
  ///
  /// Only what lies so near to the diagonal is worked out (Ukkonen, 1985).
  package static func editDistance(_ left: [UInt8], _ right: [UInt8], atMost most: Int) -> Int? {
    guard abs(left.count - right.count) <= most else { return nil }
    var row = (0...right.count).map { Swift.min($0, most + 1) }
    for (index, byte) in left.enumerated() {
      let from = max(0, index - most)
      let to = min(right.count, index + most + 1)
      var diagonal = row[from]
      var before = from == 0 ? index + 1 : most + 1
      row[from] = before
      var least = before
      for column in from..<to {
        let replaced = diagonal + (byte == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        before = min(replaced, diagonal + 1, before + 1)
        row[column + 1] = before
        least = min(least, before)
      }
      if least > most { return nil }
    }
    return row[right.count] <= most ? row[right.count] : nil
  }
}
