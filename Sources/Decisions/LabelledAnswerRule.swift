import Content

/// Reads items below a question that each begin with an answer to it and then say what to do.
///
/// "What does the screen show?" above "Stripes: Replace the cable." is such a question, and the last
/// item may be for all other answers. Of "How do I …?", "Who can …?" and "Want more?" the items are no
/// answers to choose from: the question must ask what readers see, or be one for yes or no.
enum LabelledAnswerRule {
  /// The answers that a list's items begin with; `nil` unless each of them gives an order.
  static func situations(
    _ list: List, below question: Words, _ vocabulary: Vocabulary
  ) -> [Draft]? {
    guard question.isQuestion, list.start == nil, list.items.count >= 2,
      !question.starts(withAny: vocabulary[.questionStarts]),
      !question.contains(any: vocabulary[.preconditions]),
      question.starts(withAny: vocabulary[.choiceQuestions])
        || question.starts(withAny: vocabulary[.troubleQuestions])
        || question.starts(withAny: vocabulary[.yesNo])
        || question.contains(any: vocabulary[.showing])
    else { return nil }
    var answers: [Answer] = []
    for item in list.items {
      guard let answer = Answer(item), answer.saysWhatToDo(vocabulary) else { break }
      answers.append(answer)
    }
    guard answers.count >= 2, list.items.count - answers.count <= 1 else { return nil }
    let other = answers.count < list.items.count ? ListRule.wayOut(of: list, vocabulary) : nil
    guard other != nil || answers.count == list.items.count,
      Set(answers.map { Words($0.label) }).count == answers.count
    else { return nil }
    let drafts = answers.map {
      ListRule.situation($0.label, $0.rest, line: $0.line, isSolution: true, vocabulary)
    }
    return drafts + [other].compactMap { $0 }
  }

  private struct Answer {
    let label: Text
    let rest: [Block]
    let line: Int

    init?(_ item: [Block]) {
      guard let first = item.first, case .paragraph(let text) = first.kind,
        let (lead, rest) = text.splittingPlainLead ?? text.splittingBoldLead
      else { return nil }
      label = lead
      let own = Block(.paragraph(rest), line: first.line, file: first.file)
      self.rest = (rest.isBlank ? [] : [own]) + item.dropFirst()
      line = first.line
    }

    func saysWhatToDo(_ vocabulary: Vocabulary) -> Bool {
      vocabulary.isOrder(Words(rest))
    }
  }
}
