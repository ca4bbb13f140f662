extension LanguageTag {
  /// The tag among some that this one asks for: the same, else the only one of its language, else
  /// the first of all where that is of its language.
  ///
  /// - Parameter known: the tags that there are, the source's first.
  /// - Returns: `nil` when none of them is meant, or it cannot be said which.
  package func match(in known: [LanguageTag]) -> LanguageTag? {
    if known.contains(self) { return self }
    guard rawValue == language else { return nil }
    let own = known.filter { $0.language == language }
    return own.count == 1 || own.first == known.first ? own.first : nil
  }
}
