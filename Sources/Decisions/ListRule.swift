import Content

/// Reads bullets that each begin with a situation (patterns.md, 2, 3c and 3d).
enum ListRule {
  /// The situations of a list, or `nil` when its items do not exclude each other.
  ///
  /// - Parameters:
  ///   - list: a list.
  ///   - lead: the words of the sentence that introduces it.
  ///   - isDiagnostic: whether the headings above speak of problems.
  ///   - isInStep: whether it stands in an item of a numbered list.
  ///   - vocabulary: the words of the text's language.
  /// - Returns: the situations in the items' order.
  static func situations(
    _ list: List, lead: Words, isDiagnostic: Bool, isInStep: Bool = false,
    _ vocabulary: Vocabulary
  ) -> Situations? {
    guard list.items.count >= 2 else { return nil }
    if isDiagnostic || lead.isQuestion, let answers = AnswerRule.situations(list, vocabulary) {
      return Situations(.yesAndNo, answers)
    }
    if let bold = boldLeads(list, lead: lead, isDiagnostic: isDiagnostic, vocabulary) {
      return Situations(.boldSituations, bold)
    }
    guard list.start == nil else { return nil }
    if let questions = ShortQuestionRule.situations(list, vocabulary) {
      return Situations(.shortQuestions, questions)
    }
    if let platforms = PlatformRule.situations(list, lead: lead, vocabulary) {
      return Situations(.platforms, platforms)
    }
    if let answers = LabelledAnswerRule.situations(list, below: lead, vocabulary) {
      return Situations(.labelledAnswers, answers)
    }
    let offer = vocabulary.offer(lead, isInStep: isInStep)
    if let conditions = conditions(list, isOffered: offer == .choose, vocabulary) {
      return Situations(.conditions, conditions)
    }
    let isAnswer: ([Block]) -> Bool =
      offer == .choose
      ? { isAct($0, vocabulary) } : { isActing($0, vocabulary) }
    guard offer != nil, list.items.count(where: isAnswer) * 4 >= list.items.count * 3 else {
      return nil
    }
    return Situations(.alternatives, list.items.compactMap { whole($0, vocabulary) })
  }

  /// The items of a list that its writer calls a question, by their bold words or first sentence.
  static func marked(_ list: List, _ vocabulary: Vocabulary) -> [Draft] {
    list.items.compactMap { item in
      boldLead(item).map { situation($0.lead, $0.rest, line: $0.line, vocabulary) }
        ?? whole(item, vocabulary)
    }
  }

  /// Whether an item is something to do, or a case or problem to be in.
  private static func isAct(_ item: [Block], _ vocabulary: Vocabulary) -> Bool {
    guard case .paragraph(let text)? = item.first?.kind else { return false }
    let words = Words(text.firstSentence)
    return vocabulary.isOrder(words) || words.starts(withAny: vocabulary[.caseStarts])
      || vocabulary.isIssueTitle(words, isDiagnostic: false)
  }

  /// Whether an item says what to do somewhere, or leads to it.
  static func isActing(_ item: [Block], _ vocabulary: Vocabulary) -> Bool {
    let words = Words(item)
    return vocabulary.offersAction(words) || words.contains(any: paths)
      || item.contains(where: \.isProcedure)
  }

  /// A way through menus: "Settings > Accounts".
  private static let paths: PhraseSet = [">"]

  /// `**I lost my phone.** Use …`: a bold sentence, then what to do.
  ///
  /// A bold name with a colon is a definition, and so is one whose text only describes. The bold
  /// words are situations under a heading that speaks of problems, under a sentence that offers a
  /// choice, or when they say so themselves: a problem, a condition, a question.
  private static func boldLeads(
    _ list: List, lead: Words, isDiagnostic: Bool, _ vocabulary: Vocabulary
  ) -> [Draft]? {
    var items = list.items.compactMap { boldLead($0) }
    guard items.count >= max(2, list.items.count - 1) else { return nil }
    let other = wayOut(of: list, vocabulary)
    guard items.count == list.items.count - (other == nil ? 0 : 1) else { return nil }
    // "Known or not?" above "**Known**: If you confirm …": the condition says more than its name.
    let areConditions = items.allSatisfy { item in
      item.rest.first.map { Words($0).starts(withAny: vocabulary[.ifs]) } ?? false
    }
    let areCodes = items.allSatisfy { Words($0.lead).areCodes }
    if areCodes { items = items.map { withMessage($0, vocabulary) } }
    let isSentence = items.allSatisfy { $0.lead.source.plainText.isSentence }
    let named = items.count { isSituation(Words($0.lead), vocabulary) }
    let isOffered =
      list.start == nil && vocabulary.offer(lead, isInStep: false) != nil
      && !(areConditions && vocabulary.tellsToTakeOne(lead))
    let leads = items.map { Words($0.lead) }
    let isNamed = areCodes || named * 2 > items.count && (isSentence || isDiagnostic)
    let isSameTask =
      isSentence && SituationRule.isSameChoice(leads, vocabulary)
      || SituationRule.arePlatforms(leads, vocabulary)
    // "Choose the tier by its use:" above "**Data is read many times a day.** Use the first one."
    let isChosen =
      isSentence && list.start == nil && lead.endsWithColon
      && lead.starts(withAny: vocabulary[.choosers])
      && items.allSatisfy { item in
        Words(item.lead).list.count >= shortestClause && vocabulary.isOrder(Words(item.rest))
      }
    guard
      isOffered || isNamed || isSameTask || isChosen
        || (isDiagnostic && isSentence && list.start == nil)
    else {
      return nil
    }
    // "**If you bought two of them**, they may …": under a problem, a condition may only explain.
    let areCases = isDiagnostic && leads.allSatisfy { $0.starts(withAny: vocabulary[.ifs]) }
    let drafts =
      zip(items, list.items).map { item, blocks in
        let found = situation(item.lead, item.rest, line: item.line, vocabulary)
        // "**If you have one**, and it is broken, call us." is a sentence, which is its own label.
        let isWhole = areCases && found.attempts.isEmpty && isActing(blocks, vocabulary)
        return isWhole ? whole(blocks, vocabulary) ?? found : found
      }
      + [other].compactMap { $0 }
    // The answer to a question may only explain.
    if items.allSatisfy({ Words($0.lead).isQuestion }) { return drafts }
    let acting = drafts.count { !$0.attempts.isEmpty }
    return acting * 2 > drafts.count || (areCases && acting * 2 == drafts.count) ? drafts : nil
  }

  /// How many words a case has at least; fewer are the name of a setting.
  private static let shortestClause = 3

  /// The last item, when it says without bold words what to do in any other case.
  static func wayOut(of list: List, _ vocabulary: Vocabulary) -> Draft? {
    guard let item = list.items.last, boldLead(item) == nil, let first = item.first,
      first.isWayOut(vocabulary), case .paragraph(let text) = first.kind
    else { return nil }
    guard let (lead, rest) = text.splittingPlainLead else { return whole(item, vocabulary) }
    let own = Block(.paragraph(rest), line: first.line, file: first.file)
    return situation(lead, [own] + item.dropFirst(), line: first.line, isSolution: true, vocabulary)
  }

  private static func isSituation(_ label: Words, _ vocabulary: Vocabulary) -> Bool {
    label.isQuestion || label.starts(withAny: vocabulary[.ifs])
      || label.starts(withAny: vocabulary[.caseStarts])
      || vocabulary.isIssueTitle(label, isDiagnostic: true)
  }

  private typealias Lead = (lead: Text, rest: [Block], line: Int)

  /// A code alone tells nobody which problem it is; the sentence beside it does, unless it is what
  /// to do.
  private static func withMessage(_ item: Lead, _ vocabulary: Vocabulary) -> Lead {
    guard let first = item.rest.first, case .paragraph(let text) = first.kind,
      !vocabulary.isAdvice(Words(text.firstSentence)), text.pieces.count > 1
    else { return item }
    let dash = Text.Piece(source: [.text(" – ")])
    let rest = Block(
      .paragraph(Text(pieces: Array(text.pieces.dropFirst()))), line: first.line, file: first.file)
    return (
      Text(pieces: item.lead.pieces + [dash, text.pieces[0]]), [rest] + item.rest.dropFirst(),
      item.line
    )
  }

  private static func boldLead(_ item: [Block]) -> Lead? {
    guard let first = item.first, case .paragraph(let text) = first.kind,
      let (lead, rest) = text.splittingBoldLead ?? text.splittingCodeLead,
      !rest.isBlank || item.count > 1
    else { return nil }
    let blocks = rest.isBlank ? [] : [Block(.paragraph(rest), line: first.line, file: first.file)]
    return (lead, blocks + item.dropFirst(), first.line)
  }

  /// `If you have a new phone, …`, `For systems running X: …` in every item, most with what to do.
  private static func conditions(
    _ list: List, isOffered: Bool, _ vocabulary: Vocabulary
  ) -> [Draft]? {
    let areConditions = list.items.allSatisfy { item in
      guard case .paragraph(let text)? = item.first?.kind else { return false }
      let words = Words(text)
      if words.starts(withAny: vocabulary[.ifs]) { return true }
      // "**Known sender**: If you confirm …, dismiss the alert."
      if let rest = text.splittingBoldLead?.rest, Words(rest).starts(withAny: vocabulary[.ifs]) {
        return true
      }
      return words.starts(withAny: vocabulary[.caseStarts])
        && (isOffered || item.dropFirst().contains(where: \.isProcedure)
          || vocabulary.isGoal(words))
    }
    guard areConditions,
      isOffered || list.items.count(where: { isActing($0, vocabulary) }) * 2 > list.items.count,
      list.items.count(where: { isBareCondition($0, vocabulary) }) * 3 < list.items.count
    else { return nil }
    var drafts = list.items.compactMap { whole($0, vocabulary) }
    // "If nothing works, …" below the others is for whom none of them helped.
    if drafts.count == list.items.count, drafts.count > 2, let last = list.items.last,
      vocabulary.startsNextAttempt(Words(last))
    {
      drafts[drafts.count - 1].isOther = true
    }
    return drafts
  }

  /// "If the tab says so." without more: such items finish the sentence above them, "Do it by hand
  /// instead:", and say nothing to do.
  private static func isBareCondition(_ item: [Block], _ vocabulary: Vocabulary) -> Bool {
    guard item.count == 1, case .paragraph(let text)? = item.first?.kind, text.pieces.count == 1
    else { return false }
    let words = Words(text)
    return vocabulary.isSpaced && words.cut(at: ",", ":", "-", "–", ";") == nil
      && text.source.links.isEmpty
  }

  /// An item that is offered as it stands: its condition, else its first sentence, is its label.
  static func whole(_ item: [Block], _ vocabulary: Vocabulary) -> Draft? {
    guard let first = item.first, case .paragraph(let text) = first.kind else { return nil }
    let sentence = text.firstSentence
    var draft = Draft(shape: .problem, rule: .remedies, title: sentence, line: first.line)
    var body = item
    if let (condition, rest) = text.splittingCondition(vocabulary), !rest.isBlank || item.count > 1
    {
      draft.title = condition
      draft.idText = sentence
      draft.isOther = vocabulary.isCatchAll(Words(sentence))
      let own = Block(.paragraph(rest), line: first.line, file: first.file)
      body = (rest.isBlank ? [] : [own]) + item.dropFirst()
    }
    draft.attempts = [Attempt(body: body, line: first.line)]
    return draft
  }

  static func situation(
    _ label: Text, _ blocks: [Block], line: Int, isSolution: Bool = false,
    _ vocabulary: Vocabulary
  ) -> Draft {
    var draft = Draft(shape: .problem, rule: .remedies, title: label, line: line)
    let split = AttemptSplitter.split(blocks, isSolution: isSolution, vocabulary)
    draft.explanation = split.explanation
    draft.attempts = split.attempts
    return draft
  }
}

extension Vocabulary {
  /// "To change your number: Open the settings.", "To cancel, call …": a goal, then what to do.
  ///
  /// "To learn more, see …" leads to more text only.
  fileprivate func isGoal(_ words: Words) -> Bool {
    guard words.starts(withAny: self[.purposes]) else { return false }
    let behind = words.cut(at: ":", ",")?.behind
    return behind.map { isOrder($0) && !$0.starts(withAny: self[.readingOn]) } ?? false
  }
}

extension Text {
  /// The first sentence or unit.
  var firstSentence: Text { Text(pieces: Array(pieces.prefix(1))) }

  /// The last sentence or unit.
  var lastSentence: Text { Text(pieces: pieces.last.map { [$0] } ?? []) }
}

extension String {
  /// Whether it ends like a sentence.
  fileprivate var isSentence: Bool {
    last.map { ".?!。？！؟".contains($0) } ?? false
  }
}
