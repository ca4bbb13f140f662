/// Places the boxes of a tree from left to right: each parent level with the middle of its
/// children, no two boxes over each other, and nothing looser than it must be.
///
/// The contours of subtrees are compared level by level (Reingold and Tilford, 1981), with boxes of
/// any height.
struct TidyLayout {
  /// The middle of each box, from the top, in the order of the boxes.
  private(set) var middles: [Double]
  /// From the top of the topmost box to the bottom of the lowest.
  private(set) var height = 0.0

  /// The top and bottom of a subtree at each level, the root's first; its root's middle is 0.
  private typealias Contour = [ClosedRange<Double>]

  /// Lays out boxes whose parents stand before them, children in order.
  ///
  /// - Parameters:
  ///   - parents: for each box the position of its parent; `nil` for the first only.
  ///   - heights: the height of each box.
  ///   - gap: the least space between two boxes above each other.
  init(parents: [Int?], heights: [Double], gap: Double) {
    middles = Array(repeating: 0, count: parents.count)
    var children: [[Int]] = Array(repeating: [], count: parents.count)
    for (index, parent) in parents.enumerated() {
      if let parent { children[parent].append(index) }
    }
    var contours: [Contour] = Array(repeating: [], count: parents.count)
    for index in parents.indices.reversed() {
      let half = heights[index] / 2
      contours[index] = [-half...half] + stack(children[index], contours, gap: gap)
      for child in children[index] { contours[child] = [] }
    }
    for (index, parent) in parents.enumerated() {
      if let parent { middles[index] += middles[parent] }
    }
    let top = zip(middles, heights).map { $0 - $1 / 2 }.min() ?? 0
    let bottom = zip(middles, heights).map { $0 + $1 / 2 }.max() ?? 0
    for index in middles.indices { middles[index] -= top }
    height = bottom - top
  }

  /// Stacks subtrees as close as they go; their middles become relative to the middle of all.
  private mutating func stack(_ children: [Int], _ contours: [Contour], gap: Double) -> Contour {
    guard let first = children.first, let last = children.last else { return [] }
    var stacked = contours[first]
    for child in children.dropFirst() {
      let contour = contours[child]
      let shift = zip(stacked, contour).map { $0.upperBound + gap - $1.lowerBound }.max() ?? 0
      middles[child] = shift
      for (level, range) in contour.enumerated() {
        let moved = (range.lowerBound + shift)...(range.upperBound + shift)
        if level < stacked.count {
          stacked[level] = min(stacked[level].lowerBound, moved.lowerBound)...moved.upperBound
        } else {
          stacked.append(moved)
        }
      }
    }
    let middle = (middles[first] + middles[last]) / 2
    for child in children { middles[child] -= middle }
    return stacked.map { ($0.lowerBound - middle)...($0.upperBound - middle) }
  }
}
