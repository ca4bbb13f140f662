import Content

/// Joins an ordered list with a later one that continues its numbers (patterns.md, 1, stage A8).
///
/// What stands between the two becomes the body of the step before it. A heading or a gap in the
/// numbers ends the list.
enum ListMerger {
  static func merge(_ blocks: [Block]) -> [Block] {
    guard blocks.hold({ $0.mayContinueList }) else { return blocks }
    var out: [Block] = []
    /// The index in `out` of the list that may be continued.
    var open: Int?
    for block in blocks.map({ $0.mapChildren(merge) }) {
      switch block.kind {
      case .heading, .thematicBreak:
        open = nil
      case .list(let list):
        guard let start = list.start else { break }
        if let index = open, case .list(var first) = out[index].kind, let firstStart = first.start,
          start == firstStart + first.items.count, start > 1, !first.items.isEmpty
        {
          first.items[first.items.count - 1] += out[(index + 1)...]
          first.items += list.items
          first.isTight = false
          out.removeSubrange((index + 1)...)
          out[index].kind = .list(first)
          continue
        }
        open = out.count
      default: break
      }
      out.append(block)
    }
    return out
  }
}

extension Block {
  /// Whether it is a list that does not begin at its first number.
  fileprivate var mayContinueList: Bool {
    if case .list(let list) = kind { list.start ?? 0 > 1 } else { false }
  }
}
