import Content
import Decisions

/// A short trace of a text that tells whether another is nearly the same.
///
/// One-permutation MinHash: the hash of each word and pair of words falls into one of 16 buckets,
/// which keeps the low byte of its smallest. The share of equal buckets estimates the share of
/// words and pairs that two texts have in common.
package struct TextPrint: Hashable, Sendable, CustomStringConvertible {
  private static let bucketCount = 16

  /// The bytes of the buckets; `nil` for a bucket that nothing fell into.
  private let buckets: [UInt8?]

  /// Two digits a bucket, `--` for an empty one.
  package var description: String {
    buckets.map { bucket in
      guard let bucket else { return "--" }
      return (bucket < 16 ? "0" : "") + String(bucket, radix: 16)
    }.joined()
  }

  /// Reads what `description` wrote.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == Self.bucketCount * 2 else { return nil }
    var buckets: [UInt8?] = []
    for index in stride(from: 0, to: bytes.count, by: 2) {
      let pair = String(decoding: bytes[index...index + 1], as: UTF8.self)
      let value = UInt8(pair, radix: 16)
      guard value != nil || pair == "--" else { return nil }
      buckets.append(value)
    }
    self.buckets = buckets
  }

  init(words: [Substring]) {
    var smallest: [UInt64?] = Array(repeating: nil, count: Self.bucketCount)
    func take(_ hash: UInt64) {
      // The top bits choose the bucket, so that they and the kept byte are independent.
      let bucket = Int(hash >> 60)
      if let known = smallest[bucket], known <= hash { return }
      smallest[bucket] = hash
    }
    var previous: UInt64?
    for word in words {
      let hash = Digest(of: word.lowercased()).value
      take(Self.mix(hash))
      if let previous { take(Self.mix(previous &* 31 &+ hash)) }
      previous = hash
    }
    buckets = smallest.map { $0.map { UInt8(truncatingIfNeeded: $0) } }
  }

  /// Spreads the bits (the finalizer of MurmurHash3).
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value &*= 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value &*= 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }

  /// The share of equal buckets among those that either text fills, from 0 to 1.
  package func likeness(to other: TextPrint) -> Double {
    var filled = 0
    var equal = 0
    for (left, right) in zip(buckets, other.buckets) where left != nil || right != nil {
      filled += 1
      if left == right { equal += 1 }
    }
    return filled == 0 ? 0 : Double(equal) / Double(filled)
  }

  /// Whether there is too little text to compare.
  package var isScant: Bool { buckets.count { $0 != nil } < 4 }
}

extension TextPrint {
  /// The trace of what a node says besides its title, in the source language: its text, and the
  /// labels that lead on from it.
  init(of node: Node) {
    var text = ""
    for part in (node.explanation + node.body).flatMap(\.texts) {
      text += part.source.plainText + " "
    }
    for case .text(let label) in node.choices.map(\.label) {
      text += label.source.plainText + " "
    }
    self.init(words: text.split { !$0.isLetter && !$0.isNumber })
  }
}
