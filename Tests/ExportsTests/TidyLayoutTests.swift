import CustomDump
import Testing

@testable import Exports

@Suite struct TidyLayoutTests {
  @Test func `a parent stands level with the middle of its children`() {
    let layout = TidyLayout(parents: [nil, 0, 0, 0], heights: [10, 20, 20, 20], gap: 10)
    expectNoDifference(layout.middles, [40, 10, 40, 70])
    expectNoDifference(layout.height, 80)
  }

  @Test(arguments: 0..<200)
  func `no two boxes of a level are nearer than the gap`(seed: UInt64) {
    var random = Seeded(state: seed &* 2 &+ 1)
    let count = Int.random(in: 1...80, using: &random)
    let parents = (0..<count).map { $0 == 0 ? nil : Int.random(in: 0..<$0, using: &random) }
    // The layout wants children in the order of a walk, so each box is sorted behind its parent.
    let order = walkingOrder(parents)
    let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let sorted = order.map { parents[$0].flatMap { positions[$0] } }
    let heights = (0..<count).map { _ in Double(Int.random(in: 10...60, using: &random)) }
    let layout = TidyLayout(parents: sorted, heights: heights, gap: 5)
    var levels: [Int: [Int]] = [:]
    var depths: [Int] = []
    for (index, parent) in sorted.enumerated() {
      depths.append(parent.map { depths[$0] + 1 } ?? 0)
      levels[depths[index], default: []].append(index)
    }
    for members in levels.values {
      for (upper, lower) in zip(members, members.dropFirst()) {
        let space =
          (layout.middles[lower] - heights[lower] / 2)
          - (layout.middles[upper] + heights[upper] / 2)
        #expect(space >= 4.99)
      }
    }
    #expect(layout.middles.indices.allSatisfy { layout.middles[$0] - heights[$0] / 2 >= -0.01 })
  }

  private func walkingOrder(_ parents: [Int?]) -> [Int] {
    var order: [Int] = []
    var open = [0]
    while let next = open.popLast() {
      order.append(next)
      open += parents.indices.filter { parents[$0] == next }.reversed()
    }
    return order
  }
}

/// Numbers that are the same for the same seed (xorshift64*).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 2_685_821_657_736_338_717
  }
}
