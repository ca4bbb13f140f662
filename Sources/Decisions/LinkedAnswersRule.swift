import Content

/// Reads a list below a question whose answers only lead to sections of the article.
///
/// "Yes: [Change it](#change-it)" leads to what that section holds, also where it asks in turn. The
/// section moves below the answer; one that several answers lead to is repeated.
struct LinkedAnswersRule {
  /// How many answers may have a section that another has: more would multiply its text.
  private static let mostRepeats = 20
  /// How many such questions an article may have, and how many answers each.
  private static let mostQuestions = 20
  private static let mostAnswers = 50
  /// How many such questions may follow on each other.
  private static let deepest = 20

  private var root: Section
  /// The outline before any section moved.
  private let whole: Section
  private let vocabulary: Vocabulary
  private var repeats = 0

  /// Moves the sections that answers lead to below the section that asks.
  static func moveLinkedSections(in root: Section, _ vocabulary: Vocabulary) -> Section {
    guard root.mayHoldLinkedAnswers else { return root }
    var rule = LinkedAnswersRule(root: root, whole: root, vocabulary: vocabulary)
    for line in root.linesOfLinkedAnswers.prefix(mostQuestions) { rule.answer(at: line) }
    return rule.root
  }

  /// Answers the question of the section at a line, unless it has moved below another.
  private mutating func answer(at line: Int) {
    guard let asking = root.section(at: line), let question = question(of: asking) else { return }
    let answered = self.answered(asking, question, depth: 0)
    root.replaceOwn(at: line, by: answered)
  }

  private mutating func answered(
    _ asking: Section, _ question: Question, depth: Int
  ) -> Section {
    var out = asking
    out.blocks.remove(at: question.index)
    for answer in question.answers {
      let section = section(of: answer, from: &out, depth: depth)
      out.answers.append(LinkTableRule.Answer(label: answer.label, section: section))
    }
    return out
  }

  /// What an answer leads to: the section that it links to, else its own text.
  private mutating func section(
    of answer: Answer, from asking: inout Section, depth: Int
  ) -> Section {
    guard let anchor = answer.anchor else { return answer.text }
    // A section that has moved took those below it along.
    if depth > 0, let own = asking.remove(anchor: anchor) { return own }
    if let found = root.remove(anchor: anchor, keeping: { [line = asking.line] in $0.holds(line) })
    {
      guard depth < Self.deepest, let question = question(of: found) else { return found }
      return answered(found, question, depth: depth + 1)
    }
    guard repeats < Self.mostRepeats, let found = whole.section(called: anchor),
      found.subsections.isEmpty, question(of: found) == nil
    else { return answer.text }
    repeats += 1
    return found
  }
}

extension LinkedAnswersRule {
  private struct Answer {
    let label: Text
    /// The id of the section that it leads to; `nil` for an answer that says itself what to do.
    let anchor: String?
    /// What the item says.
    let text: Section
  }

  private struct Question {
    /// The position of the list.
    let index: Int
    let answers: [Answer]
  }

  /// The question that a section's own blocks ask, when half of the answers or more lead to sections
  /// that say what to do.
  private func question(of section: Section) -> Question? {
    guard section.answers.isEmpty,
      let index = section.blocks.indices.first(where: { section.asksForLinks(at: $0) }),
      case .list(let list) = section.blocks[index].kind, list.items.count <= Self.mostAnswers
    else { return nil }
    let answers = list.items.compactMap { answer($0) }
    let leading = answers.compactMap(\.anchor)
    guard answers.count == list.items.count, leading.count * 2 >= answers.count,
      leading.allSatisfy({ leads(to: $0, from: section) })
    else { return nil }
    var rest = section.blocks
    rest.remove(at: index)
    // Beside another question it stays a list of links.
    let others = BlockRules.parts(
      of: rest, under: section.title, in: DecisionFinder.Context(vocabulary))
    return others.parts.isEmpty ? Question(index: index, answers: answers) : nil
  }

  private func leads(to anchor: String, from asking: Section) -> Bool {
    guard let section = whole.section(called: anchor) else { return false }
    return !section.holds(asking.line) && section.offersAction(vocabulary)
  }

  private func answer(_ item: [Block]) -> Answer? {
    guard let first = item.first, case .paragraph(let text) = first.kind,
      let (label, rest) =
        text.splittingBoldLead ?? text.splittingPlainLead ?? text.splittingCondition(vocabulary),
      !rest.isBlank || item.count > 1
    else { return nil }
    let own = Block(.paragraph(rest), line: first.line, file: first.file)
    let said = Section(
      heading: Heading(level: 6, text: label), line: first.line,
      blocks: (rest.isBlank ? [] : [own]) + item.dropFirst())
    return Answer(label: label, anchor: item.count == 1 ? rest.onlyAnchor : nil, text: said)
  }
}

extension Text {
  /// The id of the section that it links to, when it says little else: "see [Change it](#change-it)".
  fileprivate var onlyAnchor: String? {
    let links = source.links
    guard links.count == 1, links[0].link.destination.hasPrefix("#"),
      Words(self).wordCount - Words(links[0].text).wordCount <= 3
    else { return nil }
    return String(links[0].link.destination.dropFirst())
  }
}

extension Section {
  /// Whether a list that begins with a link within the page stands directly below a question.
  fileprivate func asksForLinks(at index: Int) -> Bool {
    guard case .list(let list) = blocks[index].kind, list.start == nil, list.items.count >= 2,
      list.items.contains(where: { $0.first?.linksWithinPage == true })
    else { return false }
    guard index > 0 else { return words.isQuestion }
    guard case .paragraph(let text) = blocks[index - 1].kind else { return false }
    return Words(text).isQuestion
  }

  fileprivate var mayHoldLinkedAnswers: Bool {
    blocks.indices.contains { asksForLinks(at: $0) }
      || subsections.contains(where: \.mayHoldLinkedAnswers)
  }

  /// The lines of the sections that hold such lists, in document order.
  fileprivate var linesOfLinkedAnswers: [Int] {
    (blocks.indices.contains { asksForLinks(at: $0) } ? [line] : [])
      + subsections.flatMap(\.linesOfLinkedAnswers)
  }

  /// Whether it is the section at a line, or one above it.
  fileprivate func holds(_ line: Int) -> Bool { section(at: line) != nil }

  fileprivate func section(at line: Int) -> Section? {
    self.line == line ? self : subsections.lazy.compactMap { $0.section(at: line) }.first
  }

  fileprivate func section(called anchor: String) -> Section? {
    subsections.lazy.compactMap { section in
      section.heading?.isCalled(anchor) == true ? section : section.section(called: anchor)
    }.first
  }

  /// Gives the section at a line other blocks and answers; what stands below it has changed since.
  fileprivate mutating func replaceOwn(at line: Int, by other: Section) {
    if self.line == line {
      blocks = other.blocks
      answers = other.answers
      return
    }
    for index in subsections.indices { subsections[index].replaceOwn(at: line, by: other) }
  }
}

extension Block {
  fileprivate var linksWithinPage: Bool {
    guard case .paragraph(let text) = kind else { return false }
    return text.source.links.contains { $0.link.destination.hasPrefix("#") }
  }
}
