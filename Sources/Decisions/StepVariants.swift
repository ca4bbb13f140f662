import Content

/// Reads zones that vary the first steps of a procedure as those steps.
///
/// Writers give the first step once for each product ("Go to the admin center at …") in zones, and
/// go on with step 2 behind them. Asking for the product would tear the procedure apart; the step
/// shows its variants instead.
enum StepVariants {
  static func joined(_ blocks: [Block]) -> [Block] {
    guard blocks.contains(where: \.isZone) else { return blocks }
    var out: [Block] = []
    var index = 0
    while index < blocks.count {
      let zones = blocks[index...].prefix { $0.isZone }
      if let list = joined(Array(zones), with: blocks[(index + zones.count)...].first) {
        out.append(list)
        index += zones.count + 1
      } else {
        out += zones.isEmpty ? [blocks[index]] : Array(zones)
        index += max(zones.count, 1)
      }
    }
    return out
  }

  /// The list that continues what the zones begin, with one step more; `nil` for other blocks.
  private static func joined(_ zones: [Block], with next: Block?) -> Block? {
    guard let first = zones.first, let next, case .list(var list) = next.kind,
      let start = list.start, start > 1,
      zones.allSatisfy({ $0.lastNumber == start - 1 })
    else { return nil }
    list.start = start - 1
    list.items.insert(zones, at: 0)
    list.isTight = false
    return Block(.list(list), line: first.line, file: first.file)
  }
}

extension Block {
  fileprivate var isZone: Bool {
    if case .zone = kind { return true }
    return false
  }

  /// The number of the last step of the list that a zone ends with.
  fileprivate var lastNumber: Int? {
    guard case .zone(_, let inner) = kind else { return nil }
    for block in inner.reversed() {
      guard case .list(let list) = block.kind else { continue }
      return list.start.map { $0 + list.items.count - 1 }
    }
    return nil
  }
}
