import Content
package import Decisions

/// The digits that name a node in any language: a number and a Damm check digit (design.md, 4).
package struct StepCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Six digits, or eight in a library of more than 50,000 nodes.
  package let digits: String

  /// Makes the code of a number, which it pads to `width` digits.
  init(number: Int, width: Int) {
    let text = String(number)
    let padded = String(repeating: "0", count: max(0, width - text.count)) + text
    digits = padded + String(Self.check(padded.utf8.map { Int($0) - 48 }))
  }

  init(digits: String) { self.digits = digits }

  /// Reads what a caller says: digits of any script, with spaces, hyphens or `#`, and letters that
  /// look like digits; `nil` when they are too few or the check digit is wrong.
  package init?(_ spoken: String) {
    guard let numbers = Self.numbers(spoken), Self.check(numbers) == 0 else { return nil }
    digits = numbers.map(String.init).joined()
  }

  /// Whether a text is a step code but for a wrong digit.
  package static func isMistyped(_ spoken: String) -> Bool {
    numbers(spoken).map { check($0) != 0 } ?? false
  }

  /// Whether a text is digits as a step code has them, but not so many: some were lost, or one too
  /// many was heard.
  package static func isOfWrongLength(_ spoken: String) -> Bool {
    guard let count = digits(spoken)?.count else { return false }
    return (4...9).contains(count) && count != 6 && count != 8
  }

  /// The digits of a text that can be a code.
  private static func numbers(_ spoken: String) -> [Int]? {
    digits(spoken).flatMap { $0.count == 6 || $0.count == 8 ? $0 : nil }
  }

  /// The digits of a text that holds nothing else but what separates them.
  private static func digits(_ spoken: String) -> [Int]? {
    var numbers: [Int] = []
    var letters = 0
    for character in spoken where !character.isWhitespace && !separators.contains(character) {
      if let value = character.wholeNumberValue, (0...9).contains(value) {
        numbers.append(value)
      } else if let value = lookalikes[character] {
        numbers.append(value)
        letters += 1
      } else {
        return nil
      }
    }
    return letters <= 2 ? numbers : nil
  }

  private static let separators: Set<Character> = ["-", "\u{2010}", "\u{2011}", "–", "#"]
  private static let lookalikes: [Character: Int] = ["O": 0, "o": 0, "I": 1, "l": 1]

  /// In groups that are easy to read out: `412 097`, `1234 5678`.
  package var description: String {
    var groups = digits
    groups.insert(" ", at: digits.utf8.index(digits.startIndex, offsetBy: digits.utf8.count / 2))
    return groups
  }

  package static func < (left: StepCode, right: StepCode) -> Bool { left.digits < right.digits }

  /// The quasigroup of order 10 by Damm (2004), which catches every wrong digit and every swap of
  /// two neighbours.
  private static let quasigroup: [[Int]] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
  ]

  private static func check(_ numbers: [Int]) -> Int {
    numbers.reduce(0) { quasigroup[$0][$1] }
  }
}

extension StepCode {
  /// Above this many nodes, codes have two digits more.
  static let shortLimit = 50_000

  /// Gives every node a code: the one it has, else a hash of its id, or the next free number, in
  /// the order of ids.
  ///
  /// - Parameters:
  ///   - ids: all nodes.
  ///   - known: the codes that nodes have already.
  ///   - reserved: codes that may not be given again, besides the known ones.
  /// - Returns: a code for each of the ids; no two are the same.
  package static func assign(
    to ids: [Node.ID], keeping known: [Node.ID: StepCode] = [:], reserved: [StepCode] = []
  ) -> [Node.ID: StepCode] {
    let width = ids.count + reserved.count > shortLimit ? 7 : 5
    let space = width == 7 ? 10_000_000 : 100_000
    var taken = [Bool](repeating: false, count: space)
    for code in known.values + reserved {
      if let number = code.number(ofWidth: width) { taken[number] = true }
    }
    var codes: [Node.ID: StepCode] = [:]
    codes.reserveCapacity(ids.count)
    for id in ids.sorted() {
      if let code = known[id] {
        codes[id] = code
        continue
      }
      var number = Int(Digest(of: id.rawValue).value % UInt64(space))
      while taken[number] { number = (number + 1) % space }
      taken[number] = true
      codes[id] = StepCode(number: number, width: width)
    }
    return codes
  }

  /// The number without its check digit; `nil` for a code of another width.
  private func number(ofWidth width: Int) -> Int? {
    digits.utf8.count == width + 1 ? Int(digits.dropLast()) : nil
  }
}
