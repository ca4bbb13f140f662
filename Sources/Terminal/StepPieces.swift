import Content
import Decisions

/// A procedure cut into what is shown at once when its steps are shown one by one.
enum StepPieces {
  /// The blocks of each step; none for a node without steps.
  ///
  /// What stands before the first step, between two lists or after the last belongs to the step it
  /// stands at.
  static func of(_ node: Node) -> [[Block]] {
    guard !node.steps.isEmpty else { return [] }
    var pieces: [[Block]] = []
    var before: [Block] = []
    for block in node.body {
      guard case .list(let list) = block.kind, let start = list.start else {
        if pieces.isEmpty { before.append(block) } else { pieces[pieces.count - 1].append(block) }
        continue
      }
      for (index, item) in list.items.enumerated() {
        let step = List(start: start + index, isTight: list.isTight, items: [item])
        pieces.append(before + [Block(.list(step), line: block.line, file: block.file)])
        before = []
      }
    }
    return pieces
  }
}
