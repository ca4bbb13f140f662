import Content

extension Draft {
  /// A menu that leads to a single topic becomes that topic, under its own label.
  var shortened: Draft {
    guard shape == .menu, parts.count == 1, let only = parts.first?.draft, only.anchor != nil,
      only.shape != .problem, only.shape != .contact
    else { return self }
    var merged = only
    merged.label = title
    merged.body = body + only.body
    merged.aliases = [anchor].compactMap { $0 } + aliases + only.aliases
    return merged
  }

  /// The same text as one situation among several: what it describes, then what to try.
  ///
  /// - Parameters:
  ///   - isDiagnostic: whether the headings above speak of problems; then sub-headings without
  ///     decisions are part of the text.
  ///   - isSolution: whether the writer calls it a solution.
  ///   - vocabulary: the words of the text's language.
  /// - Returns: a problem; questions and menus stay as they are.
  func asSituation(
    isDiagnostic: Bool, isSolution: Bool = false, _ vocabulary: Vocabulary
  ) -> Draft {
    var situation = self
    switch shape {
    case .information, .procedure: break
    case .menu where isDiagnostic && parts.allSatisfy({ $0.draft.isPlain }):
      let own = parts.filter { $0.draft.rule != .nextSteps }
      situation.aliases += own.flatMap { $0.draft.anchors }
      situation.body += own.flatMap { $0.draft.blocks }
    case .menu, .question, .problem, .contact: return self
    }
    situation.shape = .problem
    situation.rule = .remedies
    situation.parts = []
    let split = AttemptSplitter.split(situation.body, isSolution: isSolution, vocabulary)
    situation.body = []
    situation.explanation = split.explanation
    situation.attempts = split.attempts
    // Links to read on are nothing to try.
    for part in parts where part.draft.rule == .nextSteps {
      situation.aliases += part.draft.anchors
      situation.explanation += part.draft.blocks
    }
    return situation
  }

  /// The answer to "What is …?" or "How much …?" is read, and nothing in it is to be tried
  /// (patterns.md, 1, R6), unless it has steps or sends the reader to a person.
  func informing(_ vocabulary: Vocabulary) -> Draft {
    let words = Words(title)
    let question = words.droppingPrefix(vocabulary[.questionLetters]) ?? words
    // "Where is the key? Ask the porter." has told what it asks, and is no end.
    if shape == .problem, attempts.count == 1, attempts[0].isEscalation, question.isQuestion,
      question.starts(withAny: vocabulary[.questionWords]),
      !vocabulary.isIssueTitle(question, isDiagnostic: true)
    {
      var out = self
      out.attempts[0].isEscalation = false
      return out
    }
    // "What are my options?", "What is stored, and how do I delete it?" ask what to do as well.
    guard shape == .problem, question.starts(withAny: vocabulary[.informationQuestions]),
      !question.contains(any: vocabulary[.choiceWays]),
      !question.contains(any: vocabulary[.questionStarts]),
      !attempts.contains(where: { $0.isEscalation || $0.body.contains(where: \.isProcedure) })
    else { return self }
    var out = self
    out.explanation += attempts.flatMap { $0.explanation + $0.body }
    out.attempts = []
    return out
  }

  /// Whether it is text or steps without anything below but choices inside its steps.
  private var isPlain: Bool { shape == .information || shape == .procedure }

  /// Its heading and its text.
  private var blocks: [Block] {
    [Block(.heading(Heading(level: 3, text: title)), line: line)] + body
  }

  private var anchors: [String] { [anchor].compactMap { $0 } + aliases }
}

extension Draft {
  /// The draft with what comments before its section's heading say.
  func obeying(_ section: Section, _ context: DecisionFinder.Context) -> Draft {
    var out = self
    if section.directives.contains(.remedy) {
      out = out.asSituation(isDiagnostic: true, isSolution: true, context.vocabulary)
      out.rule = .markedByWriter
    }
    if let name = section.directives.name { out.name = name }
    let written = section.directives + section.blocks.compactMap(\.directive)
    for anchor in written.solutions {
      guard let title = context.titles[anchor.lowercased()] else { continue }
      out = out.asSituation(isDiagnostic: true, context.vocabulary)
      let link = Inline.link(Link(destination: "#\(anchor)"), [.text(title)])
      let block = Block(.paragraph(Text(pieces: [.init(source: [link])])), line: section.line)
      out.attempts.append(Attempt(body: [block], line: section.line))
    }
    return out
  }
}

extension Section {
  /// The headings in it in plain words, by their ids in lower case.
  var titles: [String: String] {
    var found: [String: String] = [:]
    addTitles(to: &found)
    return found
  }

  /// Adds its own heading and those below it under ids that no heading before has.
  private func addTitles(to found: inout [String: String]) {
    if let heading {
      let words = heading.text.source.plainText
      for id in [heading.id] + heading.aliases {
        let key = id.lowercased()
        if found[key] == nil { found[key] = words }
      }
    }
    for subsection in subsections { subsection.addTitles(to: &found) }
  }
}
