import Content

/// Reads a tree that a writer wrote out: a question, and a list of links that answer it
/// (patterns.md, 1, R1).
///
/// "Does your issue relate to performance?" above links to sections is such a question; the sections
/// become its answers. Several in one section are answers themselves, the section's heading asks
/// which applies, and a last link to "a different issue" is the way out.
enum WrittenTreeRule {
  /// A question with the links below it.
  fileprivate struct Question {
    var text: Text
    var line: Int
    var links: [Link]
  }

  /// One link of a list.
  fileprivate struct Link {
    var label: Text
    /// The section of this article that it leads to; `nil` for another place.
    var anchor: String?
  }

  /// Moves the sections that written questions link to under the section that asks them.
  static func moveLinkedSections(in root: Section, _ vocabulary: Vocabulary) -> Section {
    var out = root
    out.answerFirstTree(vocabulary)
    return out
  }

  /// The questions among blocks, and the blocks around them.
  fileprivate static func questions(in blocks: [Block]) -> (found: [Question], rest: [Block]) {
    var found: [Question] = []
    var rest: [Block] = []
    for block in blocks {
      if let links = links(of: block), case .paragraph(let text)? = rest.last?.kind,
        Words(text).isQuestion
      {
        let line = rest.removeLast().line
        found.append(Question(text: text, line: line, links: links))
      } else if found.isEmpty || !block.isThematicBreak {
        rest.append(block)
      }
    }
    return (found, rest)
  }

  /// The links of a bullet list of nothing else.
  private static func links(of block: Block) -> [Link]? {
    guard case .list(let list) = block.kind, list.start == nil, list.items.count >= 2 else {
      return nil
    }
    let links = list.items.compactMap { item in item.count == 1 ? link(in: item[0]) : nil }
    return links.count == list.items.count ? links : nil
  }

  /// The link that a paragraph is, from end to end.
  fileprivate static func link(in block: Block) -> Link? {
    guard case .paragraph(let text) = block.kind else { return nil }
    let links = text.source.links
    guard links.count == 1, Words(links[0].text) == Words(text) else { return nil }
    let destination = links[0].link.destination
    return Link(
      label: text, anchor: destination.hasPrefix("#") ? String(destination.dropFirst()) : nil)
  }
}

extension Section {
  /// Answers the questions of the first section that holds some.
  fileprivate mutating func answerFirstTree(_ vocabulary: Vocabulary) {
    guard let questions = firstQuestions else { return }
    var answered: [Section] = []
    for question in questions.found {
      var section = Section(
        heading: Heading(level: 6, text: question.text), line: question.line)
      section.question = question.text
      section.answers = question.links.map { answer(to: $0) }
      answered.append(section)
    }
    let wayOut = questions.rest.last.flatMap { WrittenTreeRule.link(in: $0) }.map { answer(to: $0) }
    place(answered, wayOut, vocabulary)
  }

  private mutating func answer(to link: WrittenTreeRule.Link) -> LinkTableRule.Answer {
    LinkTableRule.Answer(
      label: link.label, section: link.anchor.flatMap { remove(anchor: $0, keeping: \.holdsTree) })
  }

  private var holdsTree: Bool { firstQuestions != nil }

  private var firstQuestions: (found: [WrittenTreeRule.Question], rest: [Block])? {
    let own = WrittenTreeRule.questions(in: blocks)
    if !own.found.isEmpty { return own }
    return subsections.lazy.compactMap(\.firstQuestions).first
  }

  private mutating func place(
    _ questions: [Section], _ wayOut: LinkTableRule.Answer?, _ vocabulary: Vocabulary
  ) {
    let own = WrittenTreeRule.questions(in: blocks)
    guard own.found.isEmpty else {
      blocks = own.rest
      if questions.count == 1 {
        answers = questions[0].answers
        question = questions[0].question
      } else {
        answers = questions.map { LinkTableRule.Answer(label: $0.question, section: $0) }
      }
      if let wayOut, vocabulary.isCatchAll(Words(wayOut.label)) {
        blocks.removeLast()
        answers.append(wayOut)
      }
      return
    }
    if let index = subsections.firstIndex(where: \.holdsTree) {
      subsections[index].place(questions, wayOut, vocabulary)
    }
  }
}

extension Block {
  fileprivate var isThematicBreak: Bool { kind == .thematicBreak }
}
