import Diagnostics
import Testing

@Suite struct NearestNamesTests {
  /// Levenshtein's table, as a textbook has it.
  private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for (index, byte) in left.enumerated() {
      var row = [index + 1]
      for (column, other) in right.enumerated() {
        let replaced = rows[index][column] + (byte == other ? 0 : 1)
        row.append(min(replaced, rows[index][column + 1] + 1, row[column] + 1))
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }

  private func name(_ random: inout SplitMix) -> String {
    String(
      decoding: (0..<Int(random.next() % 9)).map { _ in
        UInt8(ascii: "a") + UInt8(random.next() % 4)
      }, as: UTF8.self)
  }

  @Test(arguments: 0..<200)
  func `the nearest is the first of those with the smallest distance`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let names = (0..<20).map { _ in name(&random) }
    let wanted = name(&random)
    let bound = min(3, max(1, wanted.utf8.count / 2))
    let distances = names.map { distance(Array(wanted.utf8), Array($0.utf8)) }
    let least = distances.min() ?? 0
    let expected = least <= bound ? distances.firstIndex(of: least).map { names[$0] } : nil
    #expect(NearestNames(names).nearest(to: wanted, limit: 3) == expected)
    for (name, distance) in zip(names, distances) {
      let found = Suggestion.editDistance(Array(wanted.utf8), Array(name.utf8), atMost: 4)
      #expect(found == (distance <= 4 ? distance : nil))
    }
  }

  @Test func `names of other letters or lengths are not compared`() {
    let names = NearestNames((0..<2000).map { "head-\($0)" } + ["missing-page"])
    let found = names.search("missing-pages", limit: 5)
    #expect(found.nearest == "missing-page")
    #expect(found.compared < 10)
    #expect(names.search("missing-1", limit: 3).compared == 0)
  }

  @Test func `a name may be left out`() {
    let names = NearestNames(["note", "notes"])
    #expect(names.nearest(to: "note", limit: 3, except: "note") == "notes")
  }
}

/// Numbers that are the same every time.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
