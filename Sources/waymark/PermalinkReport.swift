import Compiler
import Decisions
import Exports

/// What `waymark permalinks` prints.
enum PermalinkReport {
  /// More new nodes than this are only counted.
  private static let shown = 20

  static func status(_ permalinks: Permalinks, content: String) -> String {
    let lock = permalinks.lock
    let published = lock.nodes.count - permalinks.added.count - permalinks.gone.count
    var lines = [
      content.prefixed(to: PermalinkLock.fileName) + ": \(published) published, "
        + "\(permalinks.added.count) new, \(permalinks.gone.count) lost, "
        + "\(lock.moved.count) moved, \(lock.retired.count) retired"
    ]
    lines += renamed(permalinks)
    lines += added(permalinks)
    for loss in permalinks.lost {
      lines += self.loss(loss, permalinks.orphan(loss.id.rawValue), content)
    }
    return lines.joined(separator: "\n")
  }

  private static func added(_ permalinks: Permalinks) -> [String] {
    guard !permalinks.added.isEmpty, permalinks.recorded != nil else { return [] }
    var lines = ["", "New; the next build records them:"]
    for id in permalinks.added.prefix(shown) {
      lines.append("  \(permalinks.lock.nodes[id]?.code.description ?? "")  \(id)")
    }
    if permalinks.added.count > shown { lines.append("  … and \(permalinks.added.count - shown)") }
    return lines
  }

  /// Nodes that were recognised under another id since the file was written, where other words made
  /// it; those that only stand in another place among their like need no writer.
  private static func renamed(_ permalinks: Permalinks) -> [String] {
    let changes = permalinks.lock.nodes.filter { id, record in
      guard let title = record.title, let old = permalinks.recorded?.nodes[id] else { return false }
      return old.key != record.key && old.title != title
    }
    guard !changes.isEmpty else { return [] }
    let lines = changes.sorted { $0.key < $1.key }.map { id, record in
      "  \(id): \"\(permalinks.recorded?.nodes[id]?.title ?? "")\" is now \"\(record.title ?? "")\""
    }
    return ["", "Renamed; they keep their addresses and codes:"] + lines
  }

  private static func loss(
    _ loss: Permalinks.Loss, _ orphan: Orphan?, _ content: String
  ) -> [String] {
    let folder = content.asContentOption
    var lines = ["", "Lost: \(loss.id) (\"\(loss.title)\")"]
    if let orphan {
      lines.append("  its source is gone, and its translations stay; if the source has a new name:")
      lines.append("    waymark mv \(orphan.id) \(orphan.successor ?? "NAME")\(folder)")
      lines.append("  if it is gone for good:")
      lines.append("    waymark permalinks retire \(loss.id) --reason \"…\"\(folder)")
    } else if let nearest = loss.nearest, loss.isProven {
      lines.append("  it has the text of '\(nearest)'; to record that:")
      lines.append("    waymark permalinks accept\(folder)")
    } else {
      if let nearest = loss.nearest {
        lines.append("  if '\(nearest)' takes its place:")
        lines.append("    waymark permalinks move \(loss.id) \(nearest)\(folder)")
      }
      lines.append("  if it is gone for good:")
      lines.append("    waymark permalinks retire \(loss.id) --reason \"…\"\(folder)")
    }
    return lines
  }
}
