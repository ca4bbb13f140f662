/// Two exports side by side, with their nodes paired.
struct TreeComparison {
  private let old: TreeSide
  private let new: TreeSide
  private let matching: NodeMatching

  init(old: TreeDocument, new: TreeDocument) {
    self.old = TreeSide(old)
    self.new = TreeSide(new)
    matching = NodeMatching(old: self.old, new: self.new)
  }

  /// The articles with a change, sorted by id.
  func articles() -> [TreeChanges.Article] {
    var changes: [String: [TreeChanges.Change]] = [:]
    for position in new.nodes.indices {
      let found = changesOfNode(at: position)
      if !found.isEmpty { changes[new.nodes[position].article, default: []] += found }
    }
    for position in old.nodes.indices where isGone(position) {
      changes[old.nodes[position].article, default: []].append(
        .init(step: old.step(position), what: .removed(further: further(position))))
    }
    let ids = Set(old.articles.keys).union(new.articles.keys).sorted()
    return ids.compactMap { article($0, changes[$0] ?? []) }
  }

  private func article(_ id: String, _ changes: [TreeChanges.Change]) -> TreeChanges.Article? {
    let before = old.articles[id]
    guard let after = new.articles[id] else {
      return before.map { .init(id: id, title: $0.title.text, fate: .removed, changes: []) }
    }
    guard before != nil else {
      // What came from another article is told: its address is another one now.
      let moves = changes.filter { if case .added = $0.what { false } else { true } }
      return .init(id: id, title: after.title.text, fate: .added, changes: moves)
    }
    guard !changes.isEmpty else { return nil }
    return .init(id: id, title: after.title.text, fate: .changed, changes: changes)
  }
}

extension TreeComparison {
  private func changesOfNode(at position: Int) -> [TreeChanges.Change] {
    let step = new.step(position)
    guard let before = matching.oldPositions[position] else {
      guard isNew(position) else { return [] }
      return [.init(step: step, what: .added(further: further(new: position)))]
    }
    let left = old.nodes[before]
    let right = new.nodes[position]
    var found: [TreeChanges.What] = []
    if left.id != right.id {
      if !movesWithParent(position) {
        let further = new.behind(position).count { movesWithParent($0) }
        found.append(.moved(from: left.id, code: left.code, further: further))
      }
    } else if left.code != right.code {
      found.append(.code(from: left.code, to: right.code))
    }
    if left.kind != right.kind { found.append(.kind(from: left.kind, to: right.kind)) }
    found += textChanges(left, old.labels[left.id], right, new.labels[right.id])
    if let order = reordered(left, right) { found.append(.reordered(order)) }
    return found.map { .init(step: step, what: $0) }
  }

  private func textChanges(
    _ left: TreeDocument.Node, _ oldLabel: String?, _ right: TreeDocument.Node, _ newLabel: String?
  ) -> [TreeChanges.What] {
    var found: [TreeChanges.What] = []
    func compare(_ part: TreeChanges.Part, _ from: String, _ to: String) {
      if from != to { found.append(.text(part, from: from, to: to)) }
    }
    if let oldLabel, let newLabel { compare(.answer, oldLabel, newLabel) }
    // A title that is its answer's words changes with them; that is told once.
    if left.title.text != oldLabel || right.title.text != newLabel {
      compare(.title, left.title.text, right.title.text)
    }
    compare(.explanation, left.explanation?.text ?? "", right.explanation?.text ?? "")
    // A procedure's steps are part of its text; where they changed alone, they tell it better.
    if left.steps == nil || right.steps == nil || left.stepLines == right.stepLines {
      compare(.text, left.body.text, right.body.text)
    } else {
      compare(.steps, left.stepLines, right.stepLines)
    }
    return found
  }

  private func reordered(_ left: TreeDocument.Node, _ right: TreeDocument.Node) -> [String]? {
    let kept = right.choices.filter { choice in
      guard let position = new.positions[choice.to], let before = matching.oldPositions[position]
      else { return false }
      return left.choices.contains { $0.to == old.nodes[before].id }
    }
    let ranks = kept.compactMap { choice -> Int? in
      guard let position = new.positions[choice.to], let before = matching.oldPositions[position]
      else { return nil }
      return left.choices.firstIndex { $0.to == old.nodes[before].id }
    }
    return ranks == ranks.sorted() ? nil : kept.map(\.label.text)
  }
}

extension TreeComparison {
  /// Whether a new node is to be told: the topmost of those that are new, and no end that every
  /// remedy has.
  private func isNew(_ position: Int) -> Bool {
    guard !new.isUsualEnd(position) else { return false }
    guard let parent = new.parent(of: position) else { return true }
    return matching.oldPositions[parent] != nil
  }

  private func isGone(_ position: Int) -> Bool {
    guard matching.newPositions[position] == nil, !old.isUsualEnd(position) else { return false }
    guard let parent = old.parent(of: position) else { return true }
    return matching.newPositions[parent] != nil
  }

  private func further(new position: Int) -> Int {
    new.behind(position).count { matching.oldPositions[$0] == nil && !new.isUsualEnd($0) }
  }

  private func further(_ position: Int) -> Int {
    old.behind(position).count { matching.newPositions[$0] == nil && !old.isUsualEnd($0) }
  }
}

extension TreeComparison {
  /// Whether a node has another address only because a node before it on its way has one.
  private func movesWithParent(_ position: Int) -> Bool {
    guard let before = matching.oldPositions[position].map({ old.nodes[$0].id }) else {
      return false
    }
    let id = new.nodes[position].id
    var parent = new.parent(of: position)
    while let ancestor = parent {
      if let paired = matching.oldPositions[ancestor] {
        let (from, to) = (old.nodes[paired].id, new.nodes[ancestor].id)
        if from != to, before.hasPrefix(from), id.hasPrefix(to),
          before.dropFirst(from.count) == id.dropFirst(to.count)
        {
          return true
        }
      }
      parent = new.parent(of: ancestor)
    }
    return false
  }
}

extension TreeDocument.Node {
  fileprivate var stepLines: String {
    (steps ?? []).map { $0.text.split(separator: "\n").joined(separator: " ") }
      .joined(separator: "\n")
  }
}
