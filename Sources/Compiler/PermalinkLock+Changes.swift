package import Decisions

extension PermalinkLock {
  /// Why a change cannot be recorded, in the words of a diagnostic.
  package enum Refusal: Error, Hashable {
    case unknown(Node.ID)
    case sameNode(Node.ID)
    case living(Node.ID)
    case unknownTarget(Node.ID)
    case circle(Node.ID)

    package var message: String {
      switch self {
      case .unknown(let id): "'\(id)' was never published"
      case .sameNode(let id): "'\(id)' cannot move to itself"
      case .living(let id): "'\(id)' is still in the articles"
      case .unknownTarget(let id): "no node is called '\(id)'"
      case .circle(let id): "'\(id)' has moved to there already"
      }
    }

    package var hint: String {
      switch self {
      case .unknown: "`waymark permalinks` lists the ids that are lost"
      case .sameNode: "name the node that takes its place"
      case .living: "delete it from its article first, or give it a new address with `move`"
      case .unknownTarget: "name a node of the articles; `waymark tree` lists them"
      case .circle: "name a node that is in the articles now"
      }
    }
  }
}

extension Permalinks {
  /// Records that a node is now another one; what stands below it goes with it.
  ///
  /// A new node takes over the code of the old one. A node that is still there and is moved to a
  /// name that nobody has gets that name as its address.
  package mutating func move(_ old: Node.ID, to new: Node.ID) throws(PermalinkLock.Refusal) {
    guard old != new else { throw .sameNode(old) }
    guard lock.nodes[old] != nil || lock.moved[old] != nil else { throw .unknown(old) }
    let isLost = isLost(old)
    if !isLost, lock.nodes[old] != nil {
      guard lock.nodes[new] == nil, lock.moved[new] == nil, lock.retired[new] == nil else {
        throw .living(old)
      }
      rename(old, new)
    } else {
      guard lock.nodes[new] != nil, !self.isLost(new) else { throw .unknownTarget(new) }
      guard lock.destination(of: new) != old else { throw .circle(old) }
      for id in family(of: old) {
        let below = Node.ID(new.rawValue + id.rawValue.dropFirst(old.rawValue.count))
        merge(id, into: lock.nodes[below] != nil && !self.isLost(below) ? below : new)
      }
    }
    lost.removeAll { $0.id == old || $0.id.rawValue.hasPrefix(old.rawValue + "/") }
  }

  /// Records that a node is gone for good, and all that stood below it.
  package mutating func retire(
    _ id: Node.ID, reason: String, replacement: Node.ID?
  ) throws(PermalinkLock.Refusal) {
    guard lock.nodes[id] != nil else { throw .unknown(id) }
    guard isLost(id) else { throw .living(id) }
    if let replacement, lock.nodes[replacement] == nil || isLost(replacement) {
      throw .unknownTarget(replacement)
    }
    for member in family(of: id) {
      guard let record = lock.nodes.removeValue(forKey: member) else { continue }
      lock.retired[member] = PermalinkLock.Retirement(
        code: record.code, address: record.address, title: record.title, reason: reason,
        replacement: replacement)
    }
    lost.removeAll { $0.id == id || $0.id.rawValue.hasPrefix(id.rawValue + "/") }
  }

  /// Records every move that the texts prove.
  ///
  /// - Returns: the moves, in the order of the old ids.
  package mutating func acceptProven() throws(PermalinkLock.Refusal)
    -> [(from: Node.ID, to: Node.ID)]
  {
    var done: [(from: Node.ID, to: Node.ID)] = []
    for loss in lost where loss.isProven {
      guard let nearest = loss.nearest else { continue }
      try move(loss.id, to: nearest)
      done.append((loss.id, nearest))
    }
    return done
  }

  /// Whether a recorded node is in no article, by itself or with one above it.
  private func isLost(_ id: Node.ID) -> Bool { gone.contains(id) }

  /// The node and all recorded ones below it that share its fate.
  private func family(of id: Node.ID) -> [Node.ID] {
    let isLost = isLost(id)
    return lock.nodes.keys.filter {
      $0 == id || $0.rawValue.hasPrefix(id.rawValue + "/") && self.isLost($0) == isLost
    }.sorted() + (lock.nodes[id] == nil ? [id] : [])
  }

  private mutating func merge(_ id: Node.ID, into new: Node.ID) {
    gone.remove(id)
    if lock.nodes[id] == nil {
      lock.moved[id]?.to = new
      return
    }
    guard let record = lock.nodes.removeValue(forKey: id) else { return }
    var move = PermalinkLock.Move(to: new, address: record.address, code: record.code)
    // A node that the file does not know yet has a code that nobody was told.
    if let index = added.firstIndex(of: new), var target = lock.nodes[new] {
      added.remove(at: index)
      target.code = record.code
      target.former += record.former
      lock.nodes[new] = target
      move.code = nil
    } else {
      lock.nodes[new]?.former += record.former
    }
    lock.moved[id] = move
  }

  /// Gives a node that is still there, and all below it, another address.
  private mutating func rename(_ old: Node.ID, _ new: Node.ID) {
    for id in family(of: old) {
      guard var record = lock.nodes.removeValue(forKey: id) else { continue }
      let name = Node.ID(new.rawValue + id.rawValue.dropFirst(old.rawValue.count))
      let key = record.key ?? id
      record.key = key == name ? nil : key
      lock.moved[id] = PermalinkLock.Move(to: name, address: record.address, code: nil)
      lock.nodes[name] = record
    }
  }
}
