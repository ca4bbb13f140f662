import Decisions

extension PermalinkReconciler {
  /// The ids of all nodes, article by article, and what the lock should say now.
  mutating func result() -> (ids: [[Node.ID]], permalinks: Permalinks) {
    match()
    var permalinks = Permalinks()
    permalinks.lock.moved = lock.moved
    permalinks.lock.retired = lock.retired
    for id in unfound { permalinks.lock.nodes[id] = lock.nodes[id] }
    var known = lock.nodes.mapValues(\.code)
    var taken = Set(lock.nodes.keys)
    let ids = articles.map { article in
      var ids: [Node.ID] = []
      for index in article.nodes.indices {
        if let id = article.published[index], lock.nodes[id] != nil {
          ids.append(id)
        } else {
          ids.append(fresh(article, index, ids, &taken, &permalinks.lock, &known))
          permalinks.added.append(ids[index])
        }
      }
      return ids
    }
    permalinks.added.sort()
    moveMerged(ids, &permalinks.lock)
    moveGenerated(&permalinks.lock)
    let codes = StepCode.assign(
      to: ids.flatMap { $0 } + permalinks.lock.nodes.keys, keeping: known,
      reserved: permalinks.lock.moved.values.compactMap(\.code)
        + permalinks.lock.retired.values.map(\.code))
    for (article, ids) in zip(articles, ids) {
      for (index, id) in ids.enumerated() {
        guard let code = codes[id] else { continue }
        permalinks.lock.nodes[id] = record(article, index, as: id, code, &permalinks.headings)
      }
    }
    permalinks.gone = free.filter { permalinks.lock.nodes[$0] != nil }
    permalinks.lost = losses(permalinks)
    return (ids, permalinks)
  }

  /// An id for a new node: its own, below its parent's published one, or with `-2`, … when that is
  /// or was another's.
  ///
  /// A retired node that is back gets its code back.
  private func fresh(
    _ article: Article, _ index: Int, _ ids: [Node.ID], _ taken: inout Set<Node.ID>,
    _ lock: inout PermalinkLock,
    _ codes: inout [Node.ID: StepCode]
  ) -> Node.ID {
    var own = article.nodes[index].id
    if let parent = article.traces[index].parent, parent < index,
      own.rawValue.hasPrefix(article.nodes[parent].id.rawValue + "/")
    {
      let suffix = own.rawValue.dropFirst(article.nodes[parent].id.rawValue.count)
      own = Node.ID(ids[parent].rawValue + suffix)
    }
    if !taken.contains(own) {
      if let retirement = lock.retired.removeValue(forKey: own) {
        codes[own] = retirement.code
      } else if article.traces[index].title == nil,
        let move = lock.moved.removeValue(forKey: own)
      {
        codes[own] = move.code
      }
    }
    var id = own
    var number = 2
    while taken.contains(id) || lock.moved[id] != nil || lock.retired[id] != nil
      || index > 0 && isArticle(id)
    {
      id = Node.ID("\(own)-\(number)")
      number += 1
    }
    taken.insert(id)
    return id
  }

  /// What the lock says of a node; the heading it stands under keeps its published anchor.
  private func record(
    _ article: Article, _ index: Int, as id: Node.ID, _ code: StepCode,
    _ headings: inout [String: [String: [String]]]
  ) -> PermalinkLock.Record {
    let node = article.nodes[index]
    let known = lock.nodes[id]
    let page = "\(article.id).html"
    var address = node.hasOwnPage ? "\(id).html" : page
    if !node.hasOwnPage, !node.anchor.isEmpty { address += "#\(node.anchor)" }
    let earlier = known.map { [$0.address] + $0.former } ?? []
    let anchors = earlier.filter { $0.hasPrefix(page + "#") }
      .map { String($0.dropFirst(page.count + 1)) }
      .filter { !article.bookmarks.contains($0) }
    if !node.anchor.isEmpty, let first = anchors.first {
      var kept = headings[article.id]?[node.anchor] ?? []
      kept += anchors.filter { !kept.contains($0) }
      headings[article.id, default: [:]][node.anchor] = kept
      if !node.hasOwnPage { address = "\(page)#\(first)" }
    }
    let trace = article.traces[index]
    return PermalinkLock.Record(
      code: code, address: address, former: earlier.filter { $0 != address },
      key: id == node.id ? nil : node.id, title: trace.title, print: trace.print,
      source: index == 0 ? article.source : nil)
  }

  /// A section whose heading is still there, but has no node of its own any more, is part of the
  /// node that shows the heading.
  private func moveMerged(_ ids: [[Node.ID]], _ next: inout PermalinkLock) {
    for id in unfound {
      guard let record = lock.nodes[id], !record.isGenerated, let index = article(of: id) else {
        continue
      }
      let part = articles[index]
      let heading = String(id.rawValue.dropFirst(part.id.count + 1))
      guard let node = part.anchors[heading],
        let position = part.nodes.firstIndex(where: { $0.id == node })
      else { continue }
      next.nodes[id] = nil
      next.moved[id] = .init(to: ids[index][position], address: record.address, code: record.code)
    }
  }

  /// Ends that Waymark added go where their step went; other nodes stay recorded until a writer
  /// says what became of them.
  private func moveGenerated(_ next: inout PermalinkLock) {
    for id in unfound {
      guard let record = lock.nodes[id], record.isGenerated,
        let slash = id.rawValue.lastIndex(of: "/")
      else { continue }
      let step = Node.ID(String(id.rawValue[..<slash]))
      let isGone = next.moved[step] != nil || next.retired[step] != nil
      guard isGone || lock.nodes[step] != nil && !free.contains(step) else { continue }
      next.nodes[id] = nil
      next.moved[id] = .init(to: step, address: record.address, code: record.code)
    }
  }
}

extension PermalinkReconciler {
  /// More comparisons than this would take too long; then only equal texts count.
  private static let maximumComparisons = 4_000_000

  /// The lost nodes that stand below no other lost one, each with the new node most like it.
  private func losses(_ permalinks: Permalinks) -> [Permalinks.Loss] {
    let lost = unfound.filter {
      permalinks.lock.nodes[$0] != nil && lock.nodes[$0]?.isGenerated == false
    }
    guard !lost.isEmpty else { return [] }
    let all = Set(lost)
    let tops = lost.filter { id in
      var name = id.rawValue[...]
      while let slash = name.lastIndex(of: "/") {
        name = name[..<slash]
        if all.contains(Node.ID(String(name))) { return false }
      }
      return true
    }
    let fresh = candidates(permalinks, isNew: true)
    let others = candidates(permalinks, isNew: false)
    let isHuge = tops.count * (fresh.count + others.count) > Self.maximumComparisons
    return tops.compactMap { id in
      guard let record = lock.nodes[id] else { return nil }
      let nearest = isHuge ? nil : Self.nearest(to: record, id, in: fresh, others)
      return Permalinks.Loss(
        id: id, title: record.title ?? "", nearest: nearest?.id,
        isProven: nearest?.isProven ?? false)
    }
  }

  /// A node that may have taken a lost one's place.
  private struct Candidate {
    let id: Node.ID
    let trace: NodeTrace
  }

  private func candidates(_ permalinks: Permalinks, isNew: Bool) -> [Candidate] {
    let added = Set(permalinks.added)
    return articles.flatMap { article in
      zip(article.nodes, article.traces).enumerated().compactMap { index, pair in
        let id = article.published[index] ?? pair.0.id
        guard pair.1.title != nil, added.contains(id) == isNew else { return nil }
        return Candidate(id: id, trace: pair.1)
      }
    }
  }

  private static func nearest(
    to record: PermalinkLock.Record, _ id: Node.ID, in fresh: [Candidate], _ others: [Candidate]
  ) -> (id: Node.ID, isProven: Bool)? {
    var best: (score: Double, id: Node.ID, isProven: Bool)?
    for (candidates, isNew) in [(fresh, true), (others, false)] {
      for candidate in candidates {
        let likeness = Likeness(candidate.trace, record)
        let isProven = isNew && (likeness.proof ?? 0) >= 0.75
        let isNear = candidate.id.rawValue.prefix { $0 != "/" } == id.rawValue.prefix { $0 != "/" }
        let score =
          likeness.guess + (isProven ? 2 : 0) + (isNew ? 0.1 : 0) + (isNear ? 0.1 : 0)
        guard likeness.guess >= 0.3, score > best?.score ?? 0 else { continue }
        best = (score, candidate.id, isProven)
      }
    }
    return best.map { ($0.id, $0.isProven) }
  }
}
