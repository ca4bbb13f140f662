import Content

/// Reads what a section of links says to readers who found no answer: "If your question wasn't
/// answered here, ask in the forum" (patterns.md, 1, R12).
///
/// That is the way out of the article's questions, and no link to read on.
struct WayOut {
  /// The end, named by the sentence that says whom it is for.
  let draft: Draft
  /// The section without it.
  let rest: Section

  /// Cuts a section; `nil` for one that says nothing of the kind.
  init?(of section: Section, _ vocabulary: Vocabulary) {
    var section = section
    for (index, block) in section.blocks.enumerated() {
      switch block.kind {
      case .paragraph(let text):
        let after = section.blocks[(index + 1)...].prefix(while: \.isBulletList)
        guard
          let draft = Self.end(text, at: block.line, followedBy: Array(after), vocabulary)
        else { continue }
        section.blocks.removeSubrange(index...index + after.count)
        (self.draft, rest) = (draft, section)
        return
      case .list(var list) where list.start == nil:
        guard
          let (item, draft) = list.items.enumerated().lazy.compactMap({ number, item in
            Self.end(item, vocabulary).map { (number, $0) }
          }).first
        else { continue }
        list.items.remove(at: item)
        section.blocks[index] = Block(.list(list), line: block.line, file: block.file)
        if list.items.isEmpty { section.blocks.remove(at: index) }
        (self.draft, rest) = (draft, section)
        return
      default: continue
      }
    }
    return nil
  }

  private static func end(_ item: [Block], _ vocabulary: Vocabulary) -> Draft? {
    guard let first = item.first, case .paragraph(let text) = first.kind else { return nil }
    return end(text, at: first.line, followedBy: Array(item.dropFirst()), vocabulary)
  }

  private static func end(
    _ text: Text, at line: Int, followedBy after: [Block], _ vocabulary: Vocabulary
  ) -> Draft? {
    let sentence = text.firstSentence
    let words = Words([Block(.paragraph(text), line: line)] + after)
    guard vocabulary.isCatchAll(Words(sentence)), words.contains(any: vocabulary[.people]) else {
      return nil
    }
    let others = Text(pieces: Array(text.pieces.dropFirst()))
    var draft = Draft(shape: .contact, rule: .contactSection, title: sentence, line: line)
    draft.body = (others.isBlank ? [] : [Block(.paragraph(others), line: line)]) + after
    if draft.body.isEmpty { draft.body = [Block(.paragraph(text), line: line)] }
    return draft
  }
}
