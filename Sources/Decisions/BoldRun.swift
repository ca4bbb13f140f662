import Content

/// Reads paragraphs that each begin with bold words as the bullets that other writers make of them.
///
/// "**Error 1603** - Restart the computer." is one of several, for whoever sees that code. Most of
/// the bold words must name trouble: writers also begin notes so.
enum BoldRun {
  /// The paragraphs from an index on as a list, and how many blocks it takes.
  ///
  /// What stands under a paragraph is part of its item. `nil` without two of them.
  ///
  /// - Parameters:
  ///   - blocks: the text.
  ///   - index: where they begin.
  ///   - isOffered: whether the sentence above says to take one; then they need not name trouble.
  ///   - vocabulary: the words of the text's language.
  /// - Returns: the list, and how many blocks it takes.
  static func list(
    in blocks: [Block], at index: Int, isOffered: Bool, _ vocabulary: Vocabulary
  ) -> (list: Block, count: Int)? {
    guard blocks[index].beginsSituation(vocabulary) else { return nil }
    var items: [[Block]] = []
    for block in blocks[index...] {
      guard !block.isDirective else { break }
      if block.beginsSituation(vocabulary) || (!items.isEmpty && block.isWayOut(vocabulary)) {
        items.append([block])
      } else {
        items[items.count - 1].append(block)
      }
    }
    // A paragraph behind the last one may belong to all of them.
    let last = items[items.count - 1]
    items[items.count - 1] = Array(last.prefix(1) + last.dropFirst().prefix { !$0.isParagraph })
    let named = items.count { $0[0].namesTrouble(vocabulary) }
    guard items.count >= 2, items.allSatisfy({ $0.count <= longest }),
      isOffered || named * 2 > items.count
    else { return nil }
    return Block.bullets(items)
  }

  /// How many blocks a situation has at most; more stand there for themselves.
  private static let longest = 4
}

extension Block {
  fileprivate func namesTrouble(_ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text) = kind, let lead = text.splittingBoldLead?.lead else {
      return false
    }
    return vocabulary.isIssueTitle(Words(lead), isDiagnostic: true)
  }

  fileprivate var isParagraph: Bool {
    if case .paragraph = kind { return true }
    return false
  }

  /// Whether it is a paragraph of bold words and more, where they are no label such as "Note".
  fileprivate func beginsSituation(_ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text) = kind, text.pieces.first?.source.beginsBold == true,
      let (lead, rest) = text.splittingBoldLead, !rest.isBlank
    else { return false }
    let words = Words(lead)
    return vocabulary.label(words) == nil && !words.stem.isAny(of: vocabulary[.framing])
  }
}
