import Content

/// Reads sections of which the last sentence above them says to take one.
///
/// "Choose the method that suits you.", "There are two ways to do this:" and "The page you use depends
/// on whether …" do.
enum OfferedHeadings {
  /// For each section whether it is one of those that readers choose between.
  ///
  /// Each must hold steps of its own; a question among them is answered, and none of the ways.
  /// Sections that are steps themselves are all to be taken.
  ///
  /// - Parameters:
  ///   - sections: the sections below one heading.
  ///   - candidates: for each, whether it may be a situation at all.
  ///   - blocks: what stands between the heading above and the first of them.
  ///   - vocabulary: the words of the text's language.
  /// - Returns: the sections that the text names in bold, where it names two; else all of them.
  static func among(
    _ sections: [Section], _ candidates: [Bool], by blocks: [Block], _ vocabulary: Vocabulary
  ) -> [Bool] {
    let none = candidates.map { _ in false }
    // A note may stand between the sentence and the headings.
    guard candidates.count(where: { $0 }) >= 2, let last = blocks.last(where: { !$0.isAlert }),
      case .paragraph = last.kind
    else { return none }
    let lead = Words(last).lastSentence
    let offer = vocabulary.offer(lead, isInStep: false)
    guard
      offer == .choose || (offer == .cases && lead.endsWithColon)
        || lead.contains(any: vocabulary[.offeringSections])
    else { return none }
    var ways = zip(sections, candidates).map { $1 && !$0.words.isQuestion }
    // "… on either the **Users** page or the **Rights** page": other sections are no ways to do it.
    let names = PhraseSet(last.boldWords, isSpaced: vocabulary.isSpaced)
    let named = zip(sections, ways).map { $1 && $0.words.contains(any: names) }
    if named.count(where: { $0 }) >= 2 { ways = named }
    let all = zip(sections, ways).filter { $1 }.map(\.0)
    let areWays =
      all.count >= 2 && !all.contains { vocabulary.isNumberedStep($0.words) }
      && all.allSatisfy { $0.allBlocks.contains(where: \.isProcedure) }
    return areWays ? ways : none
  }
}

extension Block {
  /// What stands in bold letters, each part in lower case.
  fileprivate var boldWords: [String] {
    var found: [String] = []
    for text in texts {
      text.source.visit { inline in
        guard case .strong(let inner) = inline else { return }
        let words = inner.plainText.lowercased()
        if words.contains(where: \.isLetter) { found.append(words) }
      }
    }
    return found
  }

  fileprivate var isAlert: Bool {
    if case .alert = kind { return true }
    return false
  }
}
