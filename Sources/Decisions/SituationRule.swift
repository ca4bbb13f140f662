import Content

/// Tells which of several sections beside each other are situations that a reader recognises
/// (patterns.md, 1, R5 to R7).
enum SituationRule {
  /// For each section, in order, the rule that takes it for one; `nil` for the others.
  static func situations(
    among sections: [Section], of parent: Section, _ context: DecisionFinder.Context
  ) -> [Rule?] {
    let vocabulary = context.vocabulary
    let title = parent.words
    let candidates = sections.map { isCandidate($0, vocabulary) }
    let words = sections.map(\.words)
    let rhetorical = zip(words, candidates).filter { $1 }.map(\.0)
    let isFAQ = isFAQ(rhetorical, context)
    var inner = context
    if vocabulary.isIssueTitle(title, isDiagnostic: false) { inner.isDiagnostic = true }
    let issues = zip(sections, candidates).map { $1 && isIssue($0, inner) }
    let issueCount = issues.count { $0 }
    let hasSameTask = isSameChoice(among: sections, candidates, vocabulary)
    let offered = OfferedHeadings.among(sections, candidates, by: parent.blocks, vocabulary)
    let questionCount = rhetorical.count { asks($0, vocabulary) }
    let allAreSituations =
      inner.isDiagnostic && issueCount >= 2
      || context.isFAQ && issueCount + questionCount >= 2
    // "Setup" above a list of bold problems is a group of them.
    let groups = sections.indices.map { index in
      inner.isDiagnostic && candidates[index] && !issues[index]
        && sections[index].groupsProblems(inner)
    }
    let named = sections.indices.filter {
      candidates[$0] && (issues[$0] || sections[$0].isOneProblem(vocabulary))
    }
    // "When the door stays closed" is divided into its cases.
    let isOccasion =
      title.starts(withAny: vocabulary[.occasions]) && issueCount >= 1
      && !named.contains { vocabulary.isOrder(words[$0]) || words[$0].isQuestion }
      && named.count { sections[$0].offersAction(vocabulary) } * 2 >= named.count
    let areProblems =
      (vocabulary.listsProblems(title) || isOccasion
        || (issueCount >= 1 && title.list.count > 1 && vocabulary.endsInTrouble(title)))
      && named.count >= 2 && !groups.contains(true)
      && !sections.contains { $0.listsProblems(vocabulary) }
    let joining = sections.indices.map {
      candidates[$0] && (issues[$0] || joins(sections[$0], inner))
    }
    // Reads all their links, so it comes last.
    func isOneOfThem(_ index: Int) -> Bool {
      joining[index]
        && (issues[index] || !isShared(sections[index], by: sections, vocabulary))
    }
    let areAnnounced = areAnnounced(sections, joining, by: parent, inner)
    let areAsked = !isFAQ && areAsked(sections, joining, by: parent, vocabulary)
    let areNamed = NamedTasks.are(
      zip(sections, candidates).filter { $1 }.map(\.0), under: parent, vocabulary)
    let chosen = ChosenHeadings.among(sections, candidates, vocabulary)
    let scenarios = sections.indices.filter {
      candidates[$0] && vocabulary.isNumberedScenario(words[$0]) && !isFAQ
    }
    let scenarioRule = scenarioRule(
      scenarios.map { sections[$0] }, issues: scenarios.count { issues[$0] }, inner)
    return sections.indices.map { index -> Rule? in
      guard candidates[index], areAsked || !groups[index] else { return nil }
      if scenarios.count >= 2, scenarios.contains(index) { return scenarioRule }
      if areAnnounced, joining[index] { return .issueHeadings }
      if areProblems, named.contains(index) { return .issueHeadings }
      if hasSameTask { return .sameTaskHeadings }
      if offered[index] { return .offeredHeadings }
      if areNamed || (areAsked && isOneOfThem(index)) { return .askedHeadings }
      if chosen[index] { return .chosenHeadings }
      if isFAQ, asks(words[index], vocabulary) || issues[index] { return .questionHeadings }
      if hasIssuePrefix(words[index], vocabulary) { return .issueHeadings }
      // Beside problems, "Check the connector" is a thing to try and no problem.
      if allAreSituations, isOneOfThem(index) { return .issueHeadings }
      return issues[index] && issueCount >= 2 ? .issueHeadings : nil
    }
  }

  /// What makes the numbered scenarios among sections answers: all of them or none, for who is in
  /// the first must find it beside the second.
  private static func scenarioRule(
    _ scenarios: [Section], issues: Int, _ context: DecisionFinder.Context
  ) -> Rule? {
    if context.isDiagnostic || issues * 2 > scenarios.count { return .issueHeadings }
    let acting = scenarios.count { $0.offersAction(context.vocabulary) }
    return acting * 2 > scenarios.count ? .sameTaskHeadings : nil
  }

  /// Whether headings beside each other are questions that readers ask.
  ///
  /// Writers also put rhetorical questions above what they explain ("What is DNS?", "Why use it?").
  /// So outside of an FAQ three are needed, half of the headings, and two of them in a reader's
  /// voice: in the first person, or to be answered with yes or no (patterns.md, 3b: 19 of 20).
  private static func isFAQ(_ words: [Words], _ context: DecisionFinder.Context) -> Bool {
    let questions = words.filter { asks($0, context.vocabulary) }
    if context.isFAQ { return !questions.isEmpty }
    return questions.count >= 3 && questions.count * 2 >= words.count
      && questions.count { isReadersVoice($0, context.vocabulary) } >= 2
  }

  private static func isReadersVoice(_ words: Words, _ vocabulary: Vocabulary) -> Bool {
    words.contains(any: vocabulary[.firstPerson]) || words.starts(withAny: vocabulary[.yesNo])
  }

  /// Whether a heading is a question, also one without its mark: "Why changes take longer".
  private static func asks(_ words: Words, _ vocabulary: Vocabulary) -> Bool {
    words.isQuestion || words.starts(withAny: vocabulary[.questionStarts])
  }

  /// Sections that only frame the others are no situations.
  private static func isCandidate(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    let words = section.words
    return !DecisionFinder.isNextSteps(section, vocabulary) && !vocabulary.isContact(section)
      && !words.stem.isAny(of: vocabulary[.framing])
      && !words.starts(withAny: vocabulary[.examples])
      && (!vocabulary.isContainer(words, isGeneral: true) || section.isPlainTrouble(vocabulary))
  }

  /// Whether a section without a word of trouble is a situation beside those that have one.
  ///
  /// "Check the connector" is a thing to try, "Diagnosis" a part of the text, "Requirements" and
  /// "Shortcuts" are for all of them.
  private static func joins(_ section: Section, _ context: DecisionFinder.Context) -> Bool {
    let (words, vocabulary) = (section.words, context.vocabulary)
    if words.starts(withAny: vocabulary[.checks]) { return false }
    if context.isFAQ || section.words.isQuestion { return true }
    let isListing =
      section.subsections.isEmpty && section.blocks.allSatisfy { $0.isBulletList || $0.isTable }
    if isListing, section.blocks.allSatisfy(\.isLinksOnly) { return false }
    let holdsReference = section.blocks.contains { block in
      guard case .table(let table) = block.kind else { return false }
      return TableRule.situations(table, isDiagnostic: true, vocabulary) == nil
    }
    return vocabulary.label(words) == nil && !words.starts(withAny: vocabulary[.preconditions])
      && (!isListing || section.offersAction(vocabulary))
      && !(section.subsections.isEmpty && holdsReference)
  }

  /// Whether a section is a task that others beside it send the reader to: "See [Reinstall the
  /// driver](#reinstall-the-driver)".
  private static func isShared(
    _ section: Section, by sections: [Section], _ vocabulary: Vocabulary
  ) -> Bool {
    vocabulary.isOrder(section.words) && sections.contains { $0.links(to: section) }
  }

  private static func isIssue(_ section: Section, _ context: DecisionFinder.Context) -> Bool {
    let (isDiagnostic, vocabulary) = (context.isDiagnostic, context.vocabulary)
    if isDiagnostic, section.showsError(vocabulary) { return true }
    if isDiagnostic, section.words.starts(withAny: vocabulary[.occasions]) { return true }
    return vocabulary.isIssueTitle(section.words, isDiagnostic: isDiagnostic)
      || IssueRule.problem(section, isDiagnostic: isDiagnostic, vocabulary)?.shape == .problem
      || IssueRule.problemByRunIns(section, isDiagnostic: isDiagnostic, vocabulary)?.shape
        == .problem
  }

  /// The question that a section asks when its sub-headings are situations.
  static func question(of section: Section, _ vocabulary: Vocabulary) -> Draft? {
    var context = DecisionFinder.Context(vocabulary)
    context.isDiagnostic = true
    let found = DecisionFinder.draft(of: section, in: context)
    return found.shape == .question ? found : nil
  }

  /// "To change it from the portal" beside "To change it at sign-in", "For small organizations"
  /// beside "For large organizations": headings that differ in the way or the case only.
  ///
  /// Most of them must hold something to do: "Encryption in the cloud" beside "Encryption in mail"
  /// only divides a text.
  private static func isSameChoice(
    among sections: [Section], _ candidates: [Bool], _ vocabulary: Vocabulary
  ) -> Bool {
    // "In all other cases" is the way out of the cases.
    let all = zip(sections, candidates).filter { $1 && !vocabulary.isCatchAll($0.words) }.map(\.0)
    // Whoever verifies verifies all of it.
    guard !all.allSatisfy({ $0.words.starts(withAny: vocabulary[.checks]) }) else { return false }
    let words = all.map(\.words)
    return (isSameChoice(words, vocabulary) || arePlatforms(words, vocabulary))
      && all.count { $0.offersAction(vocabulary) } * 2 > all.count
  }

  /// Whether titles differ in the way or the case only.
  static func isSameChoice(_ all: [Words], _ vocabulary: Vocabulary) -> Bool {
    guard all.count >= 2 else { return false }
    if all.allSatisfy({
      $0.starts(withAny: vocabulary[.sameCases]) || vocabulary.isNumberedScenario($0)
    }) {
      return true
    }
    // "Change it for one user" beside "for all users" are cases; "DNS records for mail" beside "for
    // calls" are subjects.
    let areTasks = all.allSatisfy {
      vocabulary.isOrder($0) || $0.starts(withAny: vocabulary[.purposes])
    }
    let stems = all.map { words in
      let stem = words.list.prefix {
        !$0.isAny(of: vocabulary[.wayWords])
          && !(areTasks && $0.isAny(of: vocabulary[.sameCases]))
      }
      return stem.filter { !areTasks || !$0.isAny(of: vocabulary[.articles]) }
    }
    guard let first = stems.first, first.count >= 2 else { return false }
    return Set(all).count == all.count
      && stems.allSatisfy { stem in
        stem == first
          // "Assign a license for one user" beside "Assign licenses for several users".
          || (areTasks && stem.count == first.count
            && zip(stem, first).allSatisfy { $0.differsInEnding(from: $1) })
      }
  }

  /// "Windows" beside "On an iPhone": each names another device, system or tool, and little else.
  static func arePlatforms(_ all: [Words], _ vocabulary: Vocabulary) -> Bool {
    let names = all.compactMap { platform($0, vocabulary) }
    return names.count >= 2 && names.count == all.count && Set(names).count == all.count
  }

  /// The device, system or tool that words name, with little else: "iphone" of "on an iPhone".
  static func platform(_ words: Words, _ vocabulary: Vocabulary) -> Words? {
    var rest = words
    let fillers = [PhraseList.sameCases, .wayWords, .articles]
    for list in fillers { rest = rest.droppingPrefix(vocabulary[list]) ?? rest }
    guard let behind = rest.droppingPrefix(vocabulary[.platforms]), behind.list.count <= 2
    else { return nil }
    return rest.before(behind).stem
  }

  /// Whether the heading above headings, or the sentence above them, asks which of them it is, or is
  /// left for them to finish: "What would you like to do?", "It connects, but …".
  ///
  /// Half of them must hold something to do. An article's title in the reader's voice, such as "Which
  /// plan do I need?", is what the whole text answers.
  private static func areAsked(
    _ sections: [Section], _ candidates: [Bool], by parent: Section, _ vocabulary: Vocabulary
  ) -> Bool {
    let all = zip(sections, candidates).filter { $1 }.map(\.0)
    let lead = parent.blocks.last { !$0.isBulletList }.flatMap(lastSentence)
    let isOwnQuestion =
      parent.heading?.level == 1 && parent.words.contains(any: vocabulary[.firstPerson])
    guard all.count >= 2,
      (vocabulary.asksWhich(parent.words) && !isOwnQuestion) || parent.words.isUnfinished
        || lead.map({ vocabulary.tellsToTakeOne($0) }) == true
        || parent.blocks.prefix(2).contains(where: {
          lastSentence($0)?.contains(any: vocabulary[.announcingChoices]) == true
        })
    else { return false }
    return !all.contains { $0.words.isQuestion || vocabulary.isNumberedStep($0.words) }
      && all.count { $0.offersAction(vocabulary) } * 2 >= all.count
  }

  /// The last sentence of a paragraph; `nil` for other blocks.
  private static func lastSentence(_ block: Block) -> Words? {
    guard case .paragraph = block.kind else { return nil }
    return Words(block).lastSentence
  }

  /// Whether the text above headings says that they are problems, or reasons for the one that its
  /// title names: "Choose the symptom:", "There are several reasons why".
  ///
  /// Links to the headings may stand between. Half of the headings must hold something to do.
  private static func areAnnounced(
    _ sections: [Section], _ candidates: [Bool], by parent: Section,
    _ context: DecisionFinder.Context
  ) -> Bool {
    guard context.isDiagnostic || parent.words.isQuestion,
      let lead = parent.blocks.last(where: { !$0.isBulletList })
    else { return false }
    let vocabulary = context.vocabulary
    let all = zip(sections, candidates).filter { $1 }.map(\.0)
    return all.count >= 2
      && Words(lead).sentences.suffix(2).contains {
        $0.contains(any: vocabulary[.announcingProblems])
      }
      && !all.contains {
        $0.words.isQuestion || vocabulary.isNumberedStep($0.words)
          || vocabulary.isOrder($0.words)
      }
      && all.count { $0.offersAction(vocabulary) } * 2 >= all.count
  }

  static func hasIssuePrefix(_ words: Words, _ vocabulary: Vocabulary) -> Bool {
    words.cut(at: ":")?.before.stem.isAny(of: vocabulary[.issueNames]) ?? false
  }
}

extension Section {
  /// Whether it may be a single problem: it is no task, and neither headings nor a table group
  /// problems in it.
  fileprivate func isOneProblem(_ vocabulary: Vocabulary) -> Bool {
    subsections.isEmpty && !vocabulary.isOrder(words) && !blocks.contains(where: \.isTable)
  }

  /// Whether it begins with the error as a program prints it, such as `ERROR: Access is denied`.
  fileprivate func showsError(_ vocabulary: Vocabulary) -> Bool {
    guard case .code(let code)? = blocks.first?.kind else { return false }
    return Words(code.text).starts(withAny: vocabulary[.failureStarts])
  }

  /// Whether its own text, or its headings, already tell several problems apart.
  fileprivate func groupsProblems(_ context: DecisionFinder.Context) -> Bool {
    guard !words.isQuestion || !context.isFAQ else { return false }
    if subsections.isEmpty {
      return blocks.contains { block in
        BlockRules.question(block, lead: words, isDiagnostic: true, context.vocabulary)?.rule
          == .boldSituations
      }
    }
    return SituationRule.question(of: self, context.vocabulary)?.rule == .issueHeadings
  }

  /// Whether it names a kind of trouble and is no list of several: "Gateway timeout errors" above a
  /// text about it.
  fileprivate func isPlainTrouble(_ vocabulary: Vocabulary) -> Bool {
    isOneProblem(vocabulary) && words.list.count >= 2 && !blocks.isEmpty
      && !vocabulary.listsProblems(words)
      && !words.contains(any: vocabulary[.questionLists])
      && !words.contains(any: vocabulary[.troubleshooting])
  }

  /// Whether its heading and those below say that it holds the problems: "Known errors".
  fileprivate func listsProblems(_ vocabulary: Vocabulary) -> Bool {
    subsections.count >= 2 && vocabulary.isContainer(words, isGeneral: true)
  }

  /// Whether it has steps, or a sentence of advice.
  func offersAction(_ vocabulary: Vocabulary) -> Bool {
    let all = allBlocks
    return all.contains(where: \.isProcedure) || vocabulary.offersAction(Words(all))
  }
}

extension Vocabulary {
  /// "Scenario 1: …", "Case A: …"; without a number or letter, scenarios are what a product can be
  /// used for.
  fileprivate func isNumberedScenario(_ words: Words) -> Bool {
    guard words.starts(withAny: self[.scenarios]), let number = words.list.dropFirst().first else {
      return false
    }
    return number.stem.isEmpty || (number.stem.count == 1 && number.bytes.last?.isWordByte == false)
  }
}

extension Words {
  /// Whether a word is another one, but for an ending of up to two letters: "license", "licenses".
  fileprivate func differsInEnding(from other: Words) -> Bool {
    let (short, long) =
      bytes.count <= other.bytes.count ? (bytes, other.bytes) : (other.bytes, bytes)
    return long.starts(with: short)
      && (long.count == short.count || (short.count >= 4 && long.count - short.count <= 2))
  }
}
