/// Names among which the nearest to each of many misspelt ones is looked for, for a "did you mean"
/// hint.
///
/// A name is compared letter by letter only when its length and its letters allow that it is nearer
/// than the nearest so far.
package struct NearestNames: Sendable {
  /// A file that holds more names of a kind that are not found was not misspelt: so many are looked
  /// for, and the rest get no proposal.
  package static let maximumInFile = 1000

  private struct Candidate {
    let place: Int
    let bytes: [UInt8]
    let letters: LetterCounts
  }

  private let names: [String]
  private var byLength: [Int: [Candidate]] = [:]

  package init(_ names: [String]) {
    self.names = names
    for (place, name) in names.enumerated() {
      let bytes = Array(name.lowercased().utf8)
      byLength[bytes.count, default: []].append(
        Candidate(place: place, bytes: bytes, letters: LetterCounts(bytes)))
    }
  }

  /// Returns the candidate with the smallest edit distance to `name`, if that is at most `limit`.
  ///
  /// The limit of five is DocFX's for bookmarks (dialect.md, 2.8). Ties go to the first in order.
  package func nearest(to name: String, limit: Int = 5, except: String? = nil) -> String? {
    search(name, limit: limit, except: except).nearest
  }

  /// The nearest name, and how many were compared letter by letter.
  package func search(
    _ name: String, limit: Int, except: String? = nil
  ) -> (nearest: String?, compared: Int) {
    let wanted = Array(name.lowercased().utf8)
    let letters = LetterCounts(wanted)
    let bound = min(limit, max(1, wanted.count / 2))
    var best: (distance: Int, place: Int)?
    var compared = 0
    for difference in 0...max(0, bound) where difference <= best?.distance ?? bound {
      for length in Set([wanted.count - difference, wanted.count + difference]) {
        for candidate in byLength[length] ?? [] where names[candidate.place] != except {
          let most = best.map { $0.distance - (candidate.place < $0.place ? 0 : 1) } ?? bound
          guard difference <= most, letters.leastDistance(to: candidate.letters) <= most else {
            continue
          }
          compared += 1
          if let distance = Suggestion.editDistance(wanted, candidate.bytes, atMost: most) {
            best = (distance, candidate.place)
          }
        }
      }
    }
    return (best.map { names[$0.place] }, compared)
  }
}

/// How often each letter stands in a name, up to four times: a bit for each time.
private struct LetterCounts {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ bytes: [UInt8]) {
    for byte in bytes {
      let once = UInt64(1) << UInt64(byte & 31)
      let twice = once << 32
      if low & once == 0 {
        low |= once
      } else if low & twice == 0 {
        low |= twice
      } else if high & once == 0 {
        high |= once
      } else {
        high |= twice
      }
    }
  }

  /// No fewer edits turn one name into the other: each adds at most one letter that it lacks.
  func leastDistance(to other: LetterCounts) -> Int {
    let missing = (low & ~other.low).nonzeroBitCount + (high & ~other.high).nonzeroBitCount
    let added = (other.low & ~low).nonzeroBitCount + (other.high & ~high).nonzeroBitCount
    return max(missing, added)
  }
}
