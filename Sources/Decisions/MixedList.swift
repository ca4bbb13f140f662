import Content

/// Reads lists of which only some items ask the reader something; the others stay what they are.
enum MixedList {
  /// The items that ask, and those that do not, each in their order.
  struct Cut {
    var asking: List
    var rest: List
  }

  /// Cuts a list in two; `nil` for one that asks nothing, or in all of its items.
  static func cut(_ list: List, _ vocabulary: Vocabulary) -> Cut? {
    guard list.start == nil, list.items.count >= fewest else { return nil }
    return questions(in: list, vocabulary) ?? cases(in: list, vocabulary)
  }

  /// Whether bullets are a reader's questions and their answers, whatever the heading above them:
  /// all of them, or several beside remarks (patterns.md, 1, R6).
  static func holdsQuestions(_ block: Block, _ vocabulary: Vocabulary) -> Bool {
    guard case .list(let list) = block.kind, list.start == nil, list.items.count >= 2 else {
      return false
    }
    return list.items.allSatisfy { isQuestion($0, vocabulary) }
      || questions(in: list, vocabulary) != nil
  }

  /// Cuts questions from the remarks that writers put among them under "More information".
  ///
  /// "**Does it keep my settings?** It does." stands beside "**Keep the box.** You may need it." One
  /// or two bold questions among other bullets are rhetorical more often than not.
  private static func questions(in list: List, _ vocabulary: Vocabulary) -> Cut? {
    let asking = list.items.filter { isQuestion($0, vocabulary) }
    guard asking.count >= fewest, asking.count < list.items.count,
      asking.count * 2 >= list.items.count
    else { return nil }
    return Cut(
      asking: list.holding(asking),
      rest: list.holding(list.items.filter { !isQuestion($0, vocabulary) }))
  }

  /// Cuts the cases that each have their own steps from the orders before them.
  ///
  /// Whoever has done "Open the form." chooses between "If you report a fault:" and "If you ask for a
  /// refund:".
  private static func cases(in list: List, _ vocabulary: Vocabulary) -> Cut? {
    let before = list.items.prefix { !isCase($0, vocabulary) }
    let cases = list.items.dropFirst(before.count)
    guard !before.isEmpty, cases.count >= 2, cases.allSatisfy({ isCase($0, vocabulary) }),
      before.allSatisfy({ vocabulary.isOrder(Words($0)) })
    else { return nil }
    return Cut(asking: list.holding(Array(cases)), rest: list.holding(Array(before)))
  }

  private static let fewest = 3

  /// Whether an item begins with a question in bold and goes on; "**Want more?**" is none.
  private static func isQuestion(_ item: [Block], _ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text)? = item.first?.kind,
      text.pieces.first?.source.beginsBold == true, let (lead, rest) = text.splittingBoldLead
    else { return false }
    let words = Words(lead)
    let asks =
      words.starts(withAny: vocabulary[.yesNo]) || words.starts(withAny: vocabulary[.questionWords])
      || (!vocabulary.isSpaced && words.contains(any: vocabulary[.questionWords]))
    return words.isQuestion && asks && (!rest.isBlank || item.count > 1)
  }

  /// Whether an item is a condition and nothing else, above the steps for it.
  private static func isCase(_ item: [Block], _ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text)? = item.first?.kind,
      item.dropFirst().contains(where: \.isProcedure)
    else { return false }
    let words = Words(text)
    return words.endsWithColon && words.starts(withAny: vocabulary[.ifs])
  }
}

extension List {
  /// The list with other items.
  fileprivate func holding(_ items: [[Block]]) -> List {
    List(start: start, isTight: isTight, items: items)
  }
}
