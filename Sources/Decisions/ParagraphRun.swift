import Content

extension [Block] {
  /// The paragraphs from an index on for which a test holds, one behind the other, each with the
  /// steps and notes under it.
  func items(from index: Int, where begins: (Block) -> Bool) -> [[Block]] {
    var items: [[Block]] = []
    for block in self[index...] {
      if begins(block) {
        items.append([block])
      } else if !items.isEmpty, block.mayFollow {
        items[items.count - 1].append(block)
      } else {
        break
      }
    }
    return items
  }
}

extension Block {
  /// The bullets that other writers make of paragraphs, and how many blocks they are.
  static func bullets(_ items: [[Block]]) -> (list: Block, count: Int)? {
    guard let first = items.first?.first else { return nil }
    let list = List(start: nil, isTight: false, items: items)
    return (
      Block(.list(list), line: first.line, file: first.file), items.map(\.count).reduce(0, +)
    )
  }

  /// Whether it says what to do when none of the cases before it holds.
  func isWayOut(_ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text) = kind else { return false }
    let lead = text.splittingBoldLead?.lead ?? text.splittingPlainLead?.lead
    return vocabulary.isCatchAll(Words(lead ?? text.firstSentence))
  }

  /// Whether it can belong to the paragraph above it: steps, bullets, a picture, a note.
  fileprivate var mayFollow: Bool {
    switch kind {
    case .list, .alert, .code, .quote, .division: true
    default: false
    }
  }
}
