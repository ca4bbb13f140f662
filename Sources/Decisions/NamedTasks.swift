import Content

/// Reads sections whose tasks the heading above them names as alternatives.
///
/// "Turn reminders on or off" above "To turn on reminders:" and "To turn off reminders:" asks what
/// the reader wants. A heading without "or" only says what its parts are about, one with "and" names tasks that follow each
/// other, and an article's title names all that it holds.
enum NamedTasks {
  /// Whether the sections below a heading are such tasks.
  ///
  /// - Parameters:
  ///   - sections: those that may be situations at all.
  ///   - parent: the section above them.
  ///   - vocabulary: the words of the text's language.
  /// - Returns: whether each is an order or a goal whose verb the heading has, and says what to do.
  static func are(_ sections: [Section], under parent: Section, _ vocabulary: Vocabulary) -> Bool {
    guard sections.count >= 2, (parent.heading?.level ?? 1) > 1,
      parent.words.contains(any: vocabulary[.ors]), !parent.words.contains(any: vocabulary[.ands])
    else { return false }
    let named = Set(parent.words.list.map(\.stem))
    return sections.allSatisfy { section in
      let words = section.words
      let task = words.droppingPrefix(vocabulary[.purposes]) ?? words
      let isTask = vocabulary.isOrder(words) || task != words
      return isTask && task.list.first.map { named.contains($0.stem) } == true
        && section.offersAction(vocabulary)
    }
  }
}
