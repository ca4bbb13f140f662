import Content

/// Finds what an article asks to have ready before somebody is called: "When you contact support,
/// have the following ready:" (patterns.md, 1, R12).
///
/// It stands in its place in the article, and is shown again where a reader is sent to a person.
enum Preparation {
  /// The blocks that say so, in document order, each with the list that it announces.
  static func blocks(in blocks: [Block], _ vocabulary: Vocabulary) -> [Block] {
    var found: [Block] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      if case .heading(let heading) = block.kind {
        guard vocabulary.isPreparation(Words(heading.text)) else { continue }
        let part = blocks[index...].prefix { $0.headingLevel ?? .max > heading.level }
        found += part
        index += part.count
        continue
      }
      guard block.isPlainText else { continue }
      let words = Words(block)
      // Most text says nothing of the kind in any sentence.
      guard words.contains(any: vocabulary[.collecting]),
        words.firstSentence(where: { vocabulary.isPreparation($0) }) != nil
      else { continue }
      found.append(block)
      if words.endsWithColon, index < blocks.count, blocks[index].isListing {
        found.append(blocks[index])
        index += 1
      }
    }
    return found
  }
}

extension Vocabulary {
  /// Whether a sentence or heading says what to have ready for a call.
  func isPreparation(_ sentence: Words) -> Bool {
    guard sentence.contains(any: self[.collecting]) else { return false }
    if sentence.contains(any: self[.calling]) { return true }
    // "If you open a support case, collect the following": the condition names the call.
    guard sentence.starts(withAny: self[.clauseStarts]), let cut = sentence.cut(at: ",") else {
      return false
    }
    return cut.before.contains(any: self[.people]) && cut.before.contains(any: self[.contacts])
      && cut.behind.contains(any: self[.collecting])
  }
}

extension Block {
  fileprivate var headingLevel: Int? {
    if case .heading(let heading) = kind { heading.level } else { nil }
  }

  fileprivate var isPlainText: Bool {
    switch kind {
    case .paragraph, .alert: true
    default: false
    }
  }

  fileprivate var isListing: Bool {
    switch kind {
    case .list, .table: true
    default: false
    }
  }
}
