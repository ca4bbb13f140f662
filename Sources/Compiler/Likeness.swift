import Diagnostics

/// How much a node is like a recorded one.
struct Likeness {
  /// The share of the text behind the titles that is the same; `nil` when there is too little text.
  let text: Double?
  /// Whether the titles differ by no more than a slip of the pen.
  let hasNearTitle: Bool
  /// The share of words that the titles have in common.
  let title: Double

  init(_ trace: NodeTrace, _ record: PermalinkLock.Record) {
    let own = trace.title ?? ""
    let known = record.title ?? ""
    hasNearTitle = Self.isSlip(own, known)
    title = Self.sharedWords(own, known)
    if let print = trace.print, let other = record.print, !print.isScant, !other.isScant {
      text = print.likeness(to: other)
    } else {
      text = nil
    }
  }

  /// A score when the two are proven to be the same node, else `nil`: nearly the same text, or a
  /// title with a slip corrected above text that was not replaced.
  var proof: Double? {
    if let text {
      if text >= 0.75 { return text + (hasNearTitle ? 1 : 0) }
      return hasNearTitle && text >= 0.3 ? 0.5 + text : nil
    }
    return hasNearTitle ? 1 : nil
  }

  /// How good a proposal it is when there is no proof; 0 for none.
  ///
  /// Less than half of the words is what any two titles share.
  var guess: Double { max(text ?? 0, title >= 0.5 ? title : 0, hasNearTitle ? 0.9 : 0) }

  /// At most one letter in five differs, and no number and no short word: "Step 1" is not "Step 2".
  static func isSlip(_ left: String, _ right: String) -> Bool {
    guard left != right else { return !left.isEmpty }
    let first = words(left)
    let second = words(right)
    func exact(_ words: [Substring]) -> [Substring] {
      words.filter { $0.count < 3 || $0.contains(where: \.isNumber) }
    }
    guard exact(first) == exact(second) else { return false }
    let longer = max(left.utf8.count, right.utf8.count)
    guard abs(left.utf8.count - right.utf8.count) <= max(1, longer / 5) else { return false }
    return Suggestion.editDistance(
      Array(left.lowercased().utf8), Array(right.lowercased().utf8), atMost: max(1, longer / 5))
      != nil
  }

  static func sharedWords(_ left: String, _ right: String) -> Double {
    let first = Set(words(left))
    let second = Set(words(right))
    let all = first.union(second).count
    return all == 0 ? 0 : Double(first.intersection(second).count) / Double(all)
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { Substring(String($0)) }
  }
}
