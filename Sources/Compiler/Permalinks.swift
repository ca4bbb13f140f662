package import Decisions
import Diagnostics

/// The addresses of a library: what its lock should say, and how that differs from the file.
package struct Permalinks: Sendable {
  /// What `permalinks.json` should say now, new nodes included.
  package internal(set) var lock = PermalinkLock()
  /// What the file says; `nil` without a file, or with a broken one.
  package internal(set) var recorded: PermalinkLock?
  /// Whether the folder keeps a lock: it has one, or it is a help centre with a `waymark.yml`.
  package internal(set) var isKept = false
  /// The nodes that the file does not know yet, sorted.
  package internal(set) var added: [Node.ID] = []
  /// The nodes that were published and are gone, sorted; what stands below one is not listed.
  package internal(set) var lost: [Loss] = []
  /// Every recorded node that is in no article.
  package internal(set) var gone: Set<Node.ID> = []
  /// For each article, the published ids of headings whose text gives another id now.
  var headings: [String: [String: [String]]] = [:]
  /// The articles that lost their source and not their translations, sorted by id.
  package internal(set) var orphans: [Orphan] = []

  /// Whether the file, or the folder's configuration, cannot be read.
  var isBroken = false

  /// A published node that is gone.
  package struct Loss: Hashable, Sendable {
    package let id: Node.ID
    package let title: String
    /// The node that is most like it.
    package let nearest: Node.ID?
    /// Whether the two are so alike that `waymark permalinks accept` records the move.
    package let isProven: Bool
  }

  /// Whether every link that was given out still leads somewhere; else nothing may be published.
  package var isSound: Bool { lost.isEmpty && !isBroken }

  /// Whether the file says what it should.
  package var isUpToDate: Bool { !isKept || recorded == lock }
}

extension Permalinks {
  /// An address that was given out once and no longer is a node's own.
  package struct FormerAddress: Hashable, Sendable {
    /// Relative to a locale's folder: `old.html` or `article.html#old`.
    package let address: String
    package let target: Node.ID
  }

  /// The addresses that lead to another place now, sorted: redirect pages, or, where the page still
  /// exists, a pointer on it.
  package var formerAddresses: [FormerAddress] {
    var found = lock.nodes.flatMap { id, record in
      record.former.map { FormerAddress(address: $0, target: id) }
    }
    for (id, move) in lock.moved {
      let target = lock.destination(of: id)
      if lock.nodes[target] != nil {
        found.append(FormerAddress(address: move.address, target: target))
      }
    }
    let current = Set(lock.nodes.values.map(\.address))
    // Ends share the address of their step, which has the first id of all that do.
    let targets = Dictionary(
      found.filter { !current.contains($0.address) }.map { ($0.address, $0.target) },
      uniquingKeysWith: { min($0, $1) })
    return targets.map { FormerAddress(address: $0, target: $1) }
      .sorted { $0.address < $1.address }
  }

  /// What is gone for good, sorted by address; a node that moved to a retired one included.
  package var retirements: [PermalinkLock.Retirement] {
    let moved = lock.moved.compactMap { id, move in
      lock.retired[lock.destination(of: id)].map { retirement in
        var copy = retirement
        copy.address = move.address
        copy.code = move.code ?? retirement.code
        return copy
      }
    }
    return (Array(lock.retired.values) + moved)
      .sorted { ($0.address, $0.code) < ($1.address, $1.code) }
  }

  /// What became of the step with a code or an id that is gone for good; `nil` for any other.
  package func retirement(of name: String) -> PermalinkLock.Retirement? {
    if let code = StepCode(name) { return retirements.first { $0.code == code } }
    return lock.retired[lock.destination(of: Node.ID(name.lowercased()))]
  }

  /// The codes that were given to nodes which are now another, each with that node.
  package var formerCodes: [(code: StepCode, target: Node.ID)] {
    lock.moved.compactMap { id, move in
      let target = lock.destination(of: id)
      guard let code = move.code, lock.nodes[target] != nil else { return nil }
      return (code, target)
    }.sorted { $0.code < $1.code }
  }
}

extension Permalinks {
  /// What a writer must settle before anything is published; each at its line of the file.
  ///
  /// - Parameters:
  ///   - file: the bytes of the lock.
  ///   - questions: lost nodes that have a finding together.
  /// - Returns: an error for each other lost node.
  func findings(in file: [UInt8], besides questions: [LostQuestion] = []) -> [Diagnostic] {
    let lines = SourceLines(file)
    let told = Set(questions.flatMap(\.answers).map(\.id))
    return lost.filter { !told.contains($0.id) }.map { loss in
      let orphan = orphan(loss.id.rawValue)
      let fate = orphan == nil ? "is gone" : "its source is gone; its translations stay"
      return Diagnostic(
        .error, "lost-permalink", "'\(loss.id)' was published (\"\(loss.title)\") and \(fate)",
        at: PermalinkLock.location(of: loss.id.rawValue, in: lines),
        hint: orphan.map { hint(for: $0) } ?? hint(for: loss))
    }
  }

  private func hint(for orphan: Orphan) -> String {
    let retire = "`waymark permalinks retire \(orphan.id) --reason \"…\"`"
    guard let successor = orphan.successor else {
      return "put the source back; if it has another name now: `waymark mv \(orphan.id) NAME`; "
        + "if the article is gone for good: \(retire)"
    }
    return "if '\(successor)' is its source now: `waymark mv \(orphan.id) \(successor)`; if the "
      + "article is gone for good: \(retire)"
  }

  private func hint(for loss: Loss) -> String {
    let retire = "`waymark permalinks retire \(loss.id) --reason \"…\"`"
    guard let nearest = loss.nearest else { return "say why it is gone: \(retire)" }
    let move = "`waymark permalinks move \(loss.id) \(nearest)`"
    return loss.isProven
      ? "it has the text of '\(nearest)'; record that with `waymark permalinks accept`"
      : "if '\(nearest)' takes its place: \(move); if nothing does: \(retire)"
  }
}
