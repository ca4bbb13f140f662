import Content

/// The situations that a block tells apart, in its order, and the rule that found them.
struct Situations {
  var rule: Rule
  var drafts: [Draft]
  /// Whether they only lead on, so that they are topics of a menu.
  var isMenu = false

  /// `nil` without any.
  init?(_ rule: Rule, _ drafts: [Draft]?) {
    guard let drafts, !drafts.isEmpty else { return nil }
    self.rule = rule
    self.drafts = drafts
  }
}

/// Finds decisions among the blocks of one section, between two headings.
enum BlockRules {
  struct Result {
    /// The questions, in document order.
    var parts: [Draft] = []
    /// The blocks that no rule took.
    var rest: [Block] = []
  }

  /// Cuts the blocks of a section into questions and the rest.
  ///
  /// - Parameters:
  ///   - blocks: the blocks between two headings.
  ///   - title: the heading above them.
  ///   - context: what the headings above say.
  /// - Returns: the questions, and the blocks that no rule took, with the comments among them.
  static func parts(
    of blocks: [Block], under title: Text, in context: DecisionFinder.Context
  ) -> Result {
    var reader = PartReader(title: title, context: context)
    var index = 0
    while index < blocks.count { index += reader.take(blocks, at: index) }
    return reader.result
  }

  static func question(
    _ block: Block, lead: Words, isDiagnostic: Bool, isInStep: Bool = false,
    _ vocabulary: Vocabulary
  ) -> Draft? {
    var found: Situations?
    switch block.kind {
    case .table(let table):
      found = TableRule.situations(table, isDiagnostic: isDiagnostic, vocabulary)
    case .list(let list):
      found = ListRule.situations(
        list, lead: lead, isDiagnostic: isDiagnostic, isInStep: isInStep, vocabulary)
    default: break
    }
    let minimum = isDiagnostic && block.isTable ? 1 : 2
    guard let found, found.drafts.count >= minimum else { return nil }
    var draft = Draft(shape: .question, rule: found.rule, title: .empty, line: block.line)
    if found.isMenu {
      draft.shape = .menu
      draft.parts = found.drafts.map { Draft.Part(role: .topic, draft: $0.asTopic) }
      return draft
    }
    draft.parts = found.drafts.map { situation in
      let situation = situation.informing(vocabulary)
      let isOther = situation.isOther || vocabulary.isCatchAll(Words(situation.title))
      return Draft.Part(role: isOther ? .fallback : .answer, draft: situation)
    }
    return draft
  }

  /// The questions inside a text that is shown whole: in its lists, and in the steps of its lists.
  ///
  /// - Parameters:
  ///   - blocks: the text.
  ///   - title: what the text is about; it asks where cases exclude each other and no sentence asks.
  ///   - vocabulary: the words of its language.
  /// - Returns: the questions in document order, those of steps last.
  static func questions(
    within blocks: [Block], under title: Text, _ vocabulary: Vocabulary
  ) -> [Draft] {
    let parts = parts(of: blocks, under: .empty, in: DecisionFinder.Context(vocabulary)).parts
    // Bold bullets behind steps are of a step, which asks for them.
    let hasSteps = blocks.contains(where: \.isProcedure)
    let titled = parts.compactMap { part -> Draft? in
      var part = part
      let asks =
        part.rule == .conditions || part.rule == .shortQuestions
        || (part.rule == .boldSituations && !hasSteps)
      if part.title.isBlank, asks {
        part.title = title
      }
      return part.title.isBlank ? nil : part
    }
    return titled + options(in: blocks, vocabulary)
  }

  /// The choices that the steps of a list offer: "you can:", "one of the following" with bullets.
  static func options(in blocks: [Block], _ vocabulary: Vocabulary) -> [Draft] {
    blocks.flatMap { block -> [Draft] in
      guard case .list(let list) = block.kind, list.start != nil else { return [] }
      return list.items.flatMap { item -> [Draft] in
        var found: [Draft] = []
        var title = Text.empty
        for part in item {
          if part.isTable || part.isList,
            var question = question(
              part, lead: Words(title), isDiagnostic: false, isInStep: true, vocabulary)
          {
            question.title = title
            found.append(question)
          }
          if case .paragraph(let text) = part.kind { title = text.lastSentence }
        }
        return found
      }
    }
  }
}

/// Reads the blocks of a section one after another.
private struct PartReader {
  let title: Text
  let context: DecisionFinder.Context
  var result = BlockRules.Result()
  /// The last paragraph above.
  private var paragraph: Block?
  /// What comments say about the next block.
  private var directives: [Directive] = []
  /// The words of the title, and what they say about each block below; read when first needed.
  private lazy var heading = Words(title)
  private lazy var namesTrouble = context.vocabulary.isIssueTitle(heading, isDiagnostic: false)
  private lazy var namesPreconditions = heading.contains(any: context.vocabulary[.preconditions])
  private lazy var asksWhich = context.vocabulary.asksWhich(heading)
  private lazy var listsThings = heading.contains(any: context.vocabulary[.listings])

  init(title: Text, context: DecisionFinder.Context) {
    self.title = title
    self.context = context
  }

  /// Reads the block at an index; returns how many blocks that took.
  mutating func take(_ blocks: [Block], at index: Int) -> Int {
    let block = blocks[index]
    if let directive = block.directive {
      directives.append(directive)
      // The rules for attempts read these.
      if directive == .remedy { result.rest.append(block) }
      return 1
    }
    defer { directives = [] }
    if directives.contains(.ignore) { return 1 }
    let isPlain = directives.contains(.information)
    if !isPlain,
      let (branches, count) = BranchRule.branches(
        in: blocks, at: index, context.vocabulary)
    {
      add(BranchRule.question(branches, in: context))
      return count
    }
    if !isPlain, let (list, count) = run(in: blocks, at: index), let question = question(list) {
      add(question)
      return count
    }
    if !isPlain, let (rest, question) = mixed(block) {
      result.rest.append(rest)
      add(question)
    } else if !isPlain, let question = question(block) {
      add(question)
    } else {
      result.rest.append(block)
      if case .paragraph = block.kind { paragraph = block }
    }
    return 1
  }

  private mutating func add(_ question: Draft) {
    var question = question.titled(title, lead: result.rest.last)
    question.name = directives.name
    result.parts.append(question)
  }

  /// The problems that paragraphs from an index on name in bold, or the conditions that they begin
  /// with, as a list.
  private mutating func run(in blocks: [Block], at index: Int) -> (list: Block, count: Int)? {
    let vocabulary = context.vocabulary
    guard case .paragraph(let text) = blocks[index].kind else { return nil }
    let start = Words.Start(text)
    if AnswerRule.mayBegin(start, vocabulary), heading.isQuestion || lead?.isQuestion == true,
      let answers = AnswerRule.list(in: blocks, at: index, vocabulary)
    {
      return answers
    }
    if let run = ShortQuestionRule.list(in: blocks, at: index, vocabulary) { return run }
    if text.splittingBoldLead != nil {
      let isOffered = asksWhich || lead.map { vocabulary.tellsToTakeOne($0) } ?? false
      if isOffered || context.isDiagnostic || namesTrouble,
        let run = BoldRun.list(in: blocks, at: index, isOffered: isOffered, vocabulary)
      {
        return run
      }
    }
    // What somebody must have or be is no question of what is the case.
    guard start.mayBegin(withAny: vocabulary[.ifs]), !listsThings, !namesPreconditions else {
      return nil
    }
    return ConditionRun.list(in: blocks, at: index, atLeast: isAsked ? 2 : 3, vocabulary)
  }

  /// The last sentence of the block above.
  private var lead: Words? { result.rest.last.map { Words($0).lastSentence } }

  /// Whether the block above or the heading asks what is the case.
  private var isAsked: Bool {
    mutating get {
      if context.isDiagnostic || heading.isQuestion { return true }
      return lead.map { $0.endsWithColon || $0.isQuestion } ?? false
    }
  }

  /// The question that some items of a list ask, and a list of the others, which is only shown.
  private mutating func mixed(_ block: Block) -> (rest: Block, question: Draft)? {
    guard directives.isEmpty, case .list(let list) = block.kind,
      let cut = MixedList.cut(list, context.vocabulary)
    else { return nil }
    func holding(_ list: List) -> Block {
      Block(.list(list), line: list.items[0].first?.line ?? block.line, file: block.file)
    }
    return question(holding(cut.asking)).map { (holding(cut.rest), $0) }
  }

  private mutating func question(_ block: Block) -> Draft? {
    if directives.contains(.question) { return MarkedRule.question(block, context.vocabulary) }
    guard block.isTable || block.isList else { return nil }
    // What one must have before the start is no question of what is the case.
    if !block.isTable, namesPreconditions { return nil }
    var lead = paragraph.map { Words($0).lastSentence } ?? heading
    // "What do you want to do?" asks, whatever the text below it explains.
    if asksWhich, context.vocabulary.offer(lead, isInStep: false) == nil { lead = heading }
    let isDetail = context.vocabulary.isIssueTitle(heading, isDiagnostic: context.isDiagnostic)
    // A list below a question or a problem answers it.
    let isAnswer = !block.isTable && (isDetail || heading.isQuestion)
    let found = BlockRules.question(
      block, lead: lead, isDiagnostic: context.isDiagnostic || isAnswer, context.vocabulary)
    // "There are two ways to do this:" below a problem offers things to try, one after the other.
    if isDetail, !heading.isQuestion, found?.rule == .alternatives,
      case .list(let list) = block.kind,
      AttemptSplitter.offersRemedies(list, lead, isSolution: false, context.vocabulary)
    {
      return nil
    }
    // One row under a heading that names the problem tells more about that problem.
    return isDetail && found?.parts.count == 1 ? nil : found
  }
}

extension Block {
  fileprivate var isList: Bool {
    if case .list = kind { return true }
    return false
  }

  var isTable: Bool {
    if case .table = kind { return true }
    return false
  }
}

extension Draft {
  /// Names a question after the sentence that introduces it, else after its heading.
  fileprivate func titled(_ heading: Text, lead: Block?) -> Draft {
    var out = self
    out.title = heading
    if case .paragraph(let text)? = lead?.kind {
      let words = Words(text)
      if words.endsWithColon || words.isQuestion { out.title = text.lastSentence }
    }
    return out
  }
}

extension Draft {
  /// The situation as text to read, with nothing to try.
  fileprivate var asTopic: Draft {
    var topic = self
    topic.shape = .information
    topic.rule = .information
    topic.body = explanation + attempts.flatMap { $0.explanation + $0.body }
    topic.explanation = []
    topic.attempts = []
    return topic
  }
}
