import Articles
import Content

/// Finds the decisions that a writer wrote (patterns.md, 1, stage B).
enum DecisionFinder {
  /// What the headings above a section say about it.
  struct Context {
    /// The words of the source text's language.
    let vocabulary: Vocabulary
    /// Under a heading such as `Troubleshoot` or `Known issues`, or in an article so titled.
    var isDiagnostic = false
    /// Under a heading such as `Frequently asked questions`.
    var isFAQ = false
    /// The headings of the article in plain words, by their ids in lower case.
    var titles: [String: String] = [:]

    init(_ vocabulary: Vocabulary, titles: [String: String] = [:]) {
      self.vocabulary = vocabulary
      self.titles = titles
    }

    func entering(_ section: Section) -> Context {
      let words = section.words
      var inner = self
      // "… and answers frequently asked questions" may be about one section, which says so itself.
      if section.heading?.level == 1, Words(section.blocks).contains(any: vocabulary[.answering]),
        !section.subsections.contains(where: {
          $0.words.contains(any: vocabulary[.questionLists])
        })
      {
        inner.isFAQ = true
      }
      if vocabulary.isContainer(words), !words.contains(any: vocabulary[.questionLists]) {
        inner.isDiagnostic = true
      }
      if words.contains(any: vocabulary[.questionLists]) { inner.isFAQ = true }
      return inner
    }
  }

  /// The draft of an article's root.
  static func find(in article: Article, _ vocabulary: Vocabulary) -> Draft {
    let outline = Section.outline(of: article, vocabulary)
    let context = Context(vocabulary, titles: outline.titles)
    let moved = LinkTableRule.moveLinkedSections(in: outline)
    let written = WrittenTreeRule.moveLinkedSections(in: moved, vocabulary)
    let repaired = LinkedRepairsRule.moveLinkedSections(in: written, vocabulary)
    var root = draft(of: repaired, in: context)
    if !root.decides, let problem = ChecksRule.singleProblem(repaired, vocabulary) {
      root = problem
    }
    // An article keeps its title, also where its only section took its place.
    root.title = outline.title
    return root
  }

  static func draft(of section: Section, in outer: Context) -> Draft {
    if section.directives.contains(.information) {
      var draft = empty(section, .information, .markedByWriter, section.allBlocks)
      draft.aliases = section.subsections.flatMap(\.anchors)
      draft.name = section.directives.name
      return draft
    }
    return unmarked(section, in: outer).obeying(section, outer)
  }

  private static func unmarked(_ section: Section, in outer: Context) -> Draft {
    let context = outer.entering(section)
    let vocabulary = context.vocabulary
    if isNextSteps(section, vocabulary),
      !section.blocks.contains(where: { MixedList.holdsQuestions($0, vocabulary) })
    {
      return empty(section, .information, .nextSteps, section.allBlocks)
    }
    if vocabulary.isContact(section), section.subsections.isEmpty {
      return empty(section, .contact, .contactSection, section.blocks)
    }
    let isDiagnostic =
      context.isDiagnostic || vocabulary.isIssueTitle(section.words, isDiagnostic: false)
    if let problem = IssueRule.problem(section, isDiagnostic: isDiagnostic, vocabulary) {
      return problem
    }
    if let problem = IssueRule.problemByRunIns(
      section, isDiagnostic: isDiagnostic, vocabulary)
    {
      return problem
    }
    if !section.answers.isEmpty { return linked(section, context) }
    if let problem = ChecksRule.problem(section, context) { return problem }
    let own = BlockRules.parts(of: section.blocks, under: section.title, in: context)
    return section.subsections.isEmpty
      ? leaf(section, own, vocabulary) : branch(section, own, context)
  }

  /// The question of a table of links, answered by the sections that it links to.
  private static func linked(_ section: Section, _ context: Context) -> Draft {
    var draft = empty(section, .question, .linkedSections, section.blocks)
    draft.parts = section.answers.map { answer in
      let isWayOut = context.vocabulary.isCatchAll(Words(answer.label))
      guard let target = answer.section else {
        var child = Draft(
          shape: .problem, rule: .remedies, title: answer.label, line: section.line)
        child.explanation = [Block(.paragraph(answer.label), line: section.line)]
        return Draft.Part(role: isWayOut ? .fallback : .answer, draft: child)
      }
      var child = self.draft(of: target, in: context)
      child = child.asSituation(isDiagnostic: context.isDiagnostic, context.vocabulary)
      child.label = answer.label
      return Draft.Part(role: isWayOut ? .fallback : .answer, draft: child)
    }
    draft.parts += section.subsections.map {
      Draft.Part(role: .topic, draft: self.draft(of: $0, in: context))
    }
    return draft
  }

  static func isNextSteps(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    section.subsections.isEmpty && section.words.stem.isAny(of: vocabulary[.nextSteps])
  }

  private static func empty(
    _ section: Section, _ shape: Draft.Shape, _ rule: Rule, _ body: [Block] = []
  ) -> Draft {
    let anchor = section.isBoldParagraph ? nil : section.heading?.id
    return Draft(
      shape: shape, rule: rule, title: section.title, anchor: anchor, line: section.line, body: body
    )
  }

  /// A section without sub-headings: its one question, else its steps, else what it says.
  private static func leaf(
    _ section: Section, _ own: BlockRules.Result, _ vocabulary: Vocabulary
  ) -> Draft {
    switch own.parts.count {
    case 0:
      let isProcedure = section.blocks.contains(where: \.holdsProcedure)
      var draft =
        isProcedure
        ? empty(section, .procedure, .procedure, section.blocks)
        : empty(section, .information, .information, section.blocks)
      draft.parts = options(in: section.blocks, vocabulary)
      return draft
    case 1 where !own.rest.contains(where: \.isProcedure):
      var draft = empty(section, own.parts[0].shape, own.parts[0].rule, own.rest)
      draft.parts = own.parts[0].parts
      return draft
    default:
      let steps = ownSteps(section, own.rest, vocabulary)
      var draft = empty(section, .menu, .topics, steps == nil ? own.rest : [])
      draft.parts = ([steps].compactMap { $0 } + own.parts).map {
        Draft.Part(role: .topic, draft: $0)
      }
      return draft
    }
  }

  /// The steps of a section that holds more than its steps, as a part of it.
  private static func ownSteps(
    _ section: Section, _ blocks: [Block], _ vocabulary: Vocabulary
  ) -> Draft? {
    guard blocks.contains(where: \.holdsProcedure) else { return nil }
    var steps = Draft(
      shape: .procedure, rule: .procedure, title: section.title, line: section.line)
    steps.body = blocks
    steps.parts = options(in: blocks, vocabulary)
    return steps
  }

  /// The questions that steps ask, as topics beside the steps.
  private static func options(
    in blocks: [Block], _ vocabulary: Vocabulary
  ) -> [Draft.Part] {
    BlockRules.options(in: blocks, vocabulary).map { Draft.Part(role: .topic, draft: $0) }
  }
}

extension DecisionFinder {
  /// A section with sub-headings: a question when they are situations, else a menu of topics.
  private static func branch(
    _ section: Section, _ own: BlockRules.Result, _ context: Context
  ) -> Draft {
    let vocabulary = context.vocabulary
    let isMarked = section.directives.contains(.question)
    let situations = section.subsections.map {
      isNextSteps($0, vocabulary) ? nil : Rule.markedByWriter
    }
    let rules =
      isMarked
      ? situations
      : SituationRule.situations(among: section.subsections, of: section, context)
    var parts: [Draft.Part] = []
    var wayOut: Draft?
    for (subsection, rule) in zip(section.subsections, rules) {
      var subsection = subsection
      if wayOut == nil, isNextSteps(subsection, vocabulary),
        let cut = WayOut(of: subsection, vocabulary)
      {
        wayOut = cut.draft
        subsection = cut.rest
        if subsection.blocks.isEmpty {
          wayOut?.anchor = subsection.isBoldParagraph ? nil : subsection.heading?.id
          continue
        }
      }
      var child = draft(of: subsection, in: context)
      // "Still having problems?" may give more to try.
      if rule != nil || vocabulary.isCatchAll(subsection.words) {
        // A method may be laid out under headings of its own.
        child = child.asSituation(
          isDiagnostic: context.isDiagnostic || rule == .chosenHeadings, vocabulary)
      }
      if rule == .questionHeadings {
        child = child.informing(vocabulary).droppingLetters(vocabulary)
      }
      let role = role(of: child, isSituation: rule != nil, vocabulary)
      parts.append(Draft.Part(role: role, draft: child))
    }
    let steps = ownSteps(section, own.rest, vocabulary)
    var draft = empty(section, .menu, .topics, steps == nil ? own.rest : [])
    draft.parts =
      ([steps].compactMap { $0 } + own.parts).map { Draft.Part(role: .topic, draft: $0) } + parts
    if let wayOut {
      let hasOther = draft.parts.contains { $0.role == .fallback }
      draft.parts.append(Draft.Part(role: hasOther ? .topic : .fallback, draft: wayOut))
    }
    let answers = draft.parts.count { $0.role == .answer }
    if answers >= 2 || (answers == 1 && context.isDiagnostic) {
      draft.shape = .question
      draft.rule = rules.compactMap { $0 }.first ?? .issueHeadings
    }
    return draft.shortened
  }

  private static func role(
    of child: Draft, isSituation: Bool, _ vocabulary: Vocabulary
  ) -> Choice.Role {
    if child.shape == .contact { return .topic }
    if vocabulary.isCatchAll(Words(child.title)), child.parts.isEmpty { return .fallback }
    return isSituation || child.shape == .problem ? .answer : .topic
  }
}
