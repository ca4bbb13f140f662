/// Pairs the nodes of two trees that are the same step for the people who answer.
///
/// In this order: the same id; the same step code; in one article the same words, then nearly the
/// same words; in different articles the same words, where no other node has them; the same children;
/// the ends behind "yes" and "no" of a remedy that is the same.
struct NodeMatching {
  /// The position of the new node for each old one that has one.
  private(set) var newPositions: [Int: Int] = [:]
  /// The position of the old node for each new one that has one.
  private(set) var oldPositions: [Int: Int] = [:]

  /// Words shared by both, at least, for a node to be the same (Dice's coefficient).
  private static let likeness = 0.6
  /// More nodes than this are not compared with each other: it would take too long.
  private static let maximumCompared = 300

  init(old: TreeSide, new: TreeSide) {
    pair(old, new) { side, position in side.nodes[position].id }
    pair(old, new) { side, position in
      side.nodes[position].code.isEmpty
        ? nil : "\(side.nodes[position].kind) \(side.nodes[position].code)"
    }
    pair(old, new) { side, position in
      side.words(position).map { "\(side.nodes[position].article)\n\($0)" }
    }
    pairAlike(old, new)
    pair(old, new) { side, position in side.words(position) }
    pairParents(old, new)
    pairUsualEnds(old, new)
  }

  /// Pairs nodes of the same kind that most of the paired children of either stand under.
  private mutating func pairParents(_ old: TreeSide, _ new: TreeSide) {
    for position in old.nodes.indices.reversed() where newPositions[position] == nil {
      let children = old.children(of: position).compactMap { newPositions[$0] }
      let parents = children.compactMap { new.parent(of: $0) }
      guard let parent = parents.first(where: { oldPositions[$0] == nil }),
        parents.count(where: { $0 == parent }) * 2 > old.children(of: position).count,
        new.nodes[parent].kind == old.nodes[position].kind
      else { continue }
      join(position, parent)
    }
  }

  /// Pairs nodes that are alone with their key on either side.
  private mutating func pair(
    _ old: TreeSide, _ new: TreeSide, by key: (TreeSide, Int) -> String?
  ) {
    var positions: [String: (old: [Int], new: [Int])] = [:]
    for index in old.nodes.indices where newPositions[index] == nil {
      if let key = key(old, index) { positions[key, default: ([], [])].old.append(index) }
    }
    for index in new.nodes.indices where oldPositions[index] == nil {
      if let key = key(new, index) { positions[key, default: ([], [])].new.append(index) }
    }
    for pair in positions.values where pair.old.count == 1 && pair.new.count == 1 {
      join(pair.old[0], pair.new[0])
    }
  }

  private mutating func pairUsualEnds(_ old: TreeSide, _ new: TreeSide) {
    for (before, after) in newPositions.sorted(by: { $0.key < $1.key }) {
      let left = old.usualEnds(of: before).filter { newPositions[$0] == nil }
      let right = new.usualEnds(of: after).filter { oldPositions[$0] == nil }
      for position in left {
        let other = right.first {
          new.nodes[$0].kind == old.nodes[position].kind && oldPositions[$0] == nil
        }
        if let other { join(position, other) }
      }
    }
  }

  private mutating func pairAlike(_ old: TreeSide, _ new: TreeSide) {
    let left = Dictionary(
      grouping: old.nodes.indices.filter { newPositions[$0] == nil && old.words($0) != nil }
    ) { old.nodes[$0].article }
    let right = Dictionary(
      grouping: new.nodes.indices.filter { oldPositions[$0] == nil && new.words($0) != nil }
    ) { new.nodes[$0].article }
    for (article, rest) in left {
      let others = right[article] ?? []
      guard rest.count <= Self.maximumCompared, others.count <= Self.maximumCompared else {
        continue
      }
      pairAlike(rest.map { ($0, old.nodes[$0]) }, others.map { ($0, new.nodes[$0]) })
    }
  }

  private mutating func pairAlike(
    _ old: [(position: Int, node: TreeDocument.Node)],
    _ new: [(position: Int, node: TreeDocument.Node)]
  ) {
    let words = new.map { WordCount($0.node) }
    var candidates: [(likeness: Double, old: Int, new: Int)] = []
    for (position, node) in old {
      let own = WordCount(node)
      for (index, other) in new.enumerated() where other.node.kind == node.kind {
        let likeness = own.likeness(to: words[index])
        if likeness >= Self.likeness { candidates.append((likeness, position, other.position)) }
      }
    }
    candidates.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for candidate in candidates
    where newPositions[candidate.old] == nil && oldPositions[candidate.new] == nil {
      join(candidate.old, candidate.new)
    }
  }

  private mutating func join(_ old: Int, _ new: Int) {
    newPositions[old] = new
    oldPositions[new] = old
  }
}

/// How often each word occurs.
private struct WordCount {
  private var counts: [Substring: Int] = [:]
  private var total = 0

  init(_ node: TreeDocument.Node) {
    for text in [node.title.text, node.body.text] {
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        counts[word, default: 0] += 1
        total += 1
      }
    }
  }

  /// From 0, no word in common, to 1, the same words.
  func likeness(to other: WordCount) -> Double {
    guard total + other.total > 0 else { return 0 }
    let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(shared) / Double(total + other.total)
  }
}
