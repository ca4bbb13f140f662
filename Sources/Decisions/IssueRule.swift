import Content

/// Reads symptom, cause and resolution under one heading, as sub-headings or as bold labels
/// (patterns.md, 1, R3 and R4).
enum IssueRule {
  /// The problem that a section describes by sub-headings such as `Symptom` and `Resolution`.
  static func problem(
    _ section: Section, isDiagnostic: Bool, _ vocabulary: Vocabulary
  ) -> Draft? {
    let labels = labels(of: section.subsections, vocabulary)
    if let several = RepeatedIssues.question(section, labels, vocabulary) { return several }
    let kinds = Set(labels.compactMap { $0 })
    guard
      kinds.count >= 2 || (isDiagnostic && kinds.contains(.solution))
        || areNumberedSolutions(section, vocabulary)
    else { return nil }
    // A section "Recommended steps" among many problems is not the solution of them all.
    let named = zip(section.subsections, labels).filter {
      !DecisionFinder.isNextSteps($0.0, vocabulary) && !vocabulary.isContact($0.0)
    }
    guard named.count(where: { $0.1 != nil }) * 2 >= named.count else { return nil }
    var draft = Draft(
      shape: .problem, rule: .issueSections, title: section.title, anchor: section.heading?.id,
      line: section.line)
    let (blocks, footer) = section.cuttingFooter
    let own = runIns(in: blocks, isDiagnostic: false, vocabulary)
    for part in own ?? [RunIn(label: .problem, blocks: blocks)] {
      draft.take(part, vocabulary)
    }
    draft.take(section.subsections, labels, vocabulary)
    draft.explanation += footer
    return draft
  }

  /// Whether the sections below are "Solution 1", "Solution 2" and so on, and the heading above them
  /// no task with several methods.
  private static func areNumberedSolutions(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    let solutions = section.subsections.filter { part in
      let words = part.words.list
      return vocabulary.label(part.words) == .solution && words.count >= 2
        && words[0].isAny(of: vocabulary[.solutionColumns]) && words[1].stem.isEmpty
    }
    return solutions.count >= 2 && !vocabulary.isOrder(section.words)
      && !section.words.starts(withAny: vocabulary[.purposes])
  }

  /// What each heading says about its text.
  ///
  /// Beside "Cause of the error", the one heading "Resolving the error" is its solution; alone it
  /// would name a problem.
  private static func labels(
    of sections: [Section], _ vocabulary: Vocabulary
  ) -> [Vocabulary.Label?] {
    var labels = sections.map { vocabulary.label($0.words) }
    let repairs = sections.indices.filter {
      labels[$0] == nil && sections[$0].words.starts(withAny: vocabulary[.repairs])
    }
    let describes = labels.contains(.cause) || labels.contains(.problem)
    if describes, !labels.contains(.solution), repairs.count == 1 { labels[repairs[0]] = .solution }
    return labels
  }

  /// The problem, or the several, that a section describes by bold labels such as `**Cause:**`.
  static func problemByRunIns(
    _ section: Section, isDiagnostic: Bool, _ vocabulary: Vocabulary
  ) -> Draft? {
    let (blocks, footer) = section.cuttingFooter
    guard section.subsections.isEmpty,
      let parts = runIns(in: blocks, isDiagnostic: isDiagnostic, vocabulary)
    else { return nil }
    let groups = groups(of: parts)
    guard groups.count >= 2 else {
      var draft = Draft(
        shape: .problem, rule: .issueLabels, title: section.title, anchor: section.heading?.id,
        line: section.line)
      for part in parts { draft.take(part, vocabulary) }
      draft.explanation += footer
      return draft
    }
    var draft = Draft(
      shape: .question, rule: .issueLabels, title: section.title, anchor: section.heading?.id,
      line: section.line)
    for group in groups { draft.add(group, vocabulary) }
    draft.body = footer
    return draft
  }

  /// Cuts labelled text where a label that describes comes again after one that solves.
  private static func groups(of parts: [RunIn]) -> [[RunIn]] {
    var groups: [[RunIn]] = []
    var isSolved = true
    for part in parts where part.label == .problem || !groups.isEmpty || part.isLabelled {
      if part.label == .problem, part.isLabelled, isSolved || groups.isEmpty {
        groups.append([part])
        isSolved = false
      } else if !groups.isEmpty {
        groups[groups.count - 1].append(part)
        isSolved = isSolved || part.label != .problem
      }
    }
    return groups
  }

  /// Text under one label.
  struct RunIn {
    var label: Vocabulary.Label
    /// The heading that is more than its kind, as `Solution 2: restart` is.
    var heading: Text?
    var blocks: [Block]
    var isLabelled = false
  }

  /// Cuts blocks at bold labels; `nil` without two different ones.
  static func runIns(
    in blocks: [Block], isDiagnostic: Bool, _ vocabulary: Vocabulary
  ) -> [RunIn]? {
    guard blocks.contains(where: \.mayHoldLabel) else { return nil }
    var parts: [RunIn] = []
    var kinds: [Vocabulary.Label] = []
    let lines = blocks.flatMap { $0.labelledItems(vocabulary) }
      .flatMap { $0.labelledLines(vocabulary) }
    for block in lines {
      if case .thematicBreak = block.kind { continue }
      if let (label, rest) = label(of: block, vocabulary) {
        if !kinds.contains(label) { kinds.append(label) }
        parts.append(RunIn(label: label, blocks: rest.map { [$0] } ?? [], isLabelled: true))
      } else if parts.isEmpty {
        parts.append(RunIn(label: .problem, blocks: [block]))
      } else {
        parts[parts.count - 1].blocks.append(block)
      }
    }
    return kinds.count >= 2 || (isDiagnostic && kinds == [.solution]) ? parts : nil
  }

  /// The label at the start of a paragraph, and the paragraph without it.
  fileprivate static func label(
    of block: Block, _ vocabulary: Vocabulary
  ) -> (Vocabulary.Label, Block?)? {
    guard case .paragraph(let text) = block.kind else { return nil }
    guard let (lead, rest) = text.splittingBoldLead, let label = vocabulary.label(Words(lead))
    else { return letter(of: text, vocabulary).map { ($0, block) } }
    guard !rest.isBlank else { return (label, nil) }
    let own = rest.keepingTranslation(of: text)
    return (label, Block(.paragraph(own), line: block.line, file: block.file))
  }
}

extension IssueRule {
  /// "Q: …" and "A: …" without bold: only these two letters need none (patterns.md, R4).
  private static func letter(
    of text: Text, _ vocabulary: Vocabulary
  ) -> Vocabulary.Label? {
    let words = Words(text)
    if words.starts(withAny: vocabulary[.questionLetters]) { return .problem }
    return words.starts(withAny: vocabulary[.answerLetters]) ? .answer : nil
  }
}

extension Block {
  /// Whether a line of it begins with bold words or a letter; only these may be labels.
  fileprivate var mayHoldLabel: Bool {
    switch kind {
    case .paragraph(let text):
      text.pieces.contains { $0.source.beginsBold } || text.beginsWithLetter
    case .list(let list):
      list.items.contains { $0.first?.mayHoldLabel == true }
    default: false
    }
  }

  /// The blocks of a list whose items begin with labels; else the block itself.
  fileprivate func labelledItems(_ vocabulary: Vocabulary) -> [Block] {
    guard case .list(let list) = kind,
      list.items.contains(where: { $0.first.flatMap { IssueRule.label(of: $0, vocabulary) } != nil }
      )
    else { return [self] }
    return list.items.flatMap { $0 }
  }
}

extension Block {
  /// A paragraph cut before each line that begins with a label; else the block itself.
  fileprivate func labelledLines(_ vocabulary: Vocabulary) -> [Block] {
    guard case .paragraph(let text) = kind else { return [self] }
    var lines: [[Text.Piece]] = [[]]
    for piece in text.pieces {
      let isStart = lines[lines.count - 1].last?.source == [.lineBreak]
      let line = Block(.paragraph(Text(pieces: [piece])), line: line, file: file)
      if isStart, IssueRule.label(of: line, vocabulary) != nil { lines.append([]) }
      lines[lines.count - 1].append(piece)
    }
    return lines.map { Block(.paragraph(Text(pieces: $0)), line: line, file: file) }
  }
}

extension Section {
  /// The id of its heading and of those below.
  var anchors: [String] {
    [heading?.id].compactMap { $0 }.filter { !$0.isEmpty } + subsections.flatMap(\.anchors)
  }
}

extension Draft {
  /// Adds sections under their labels; each cause of several is told before its own solution.
  mutating func take(
    _ sections: [Section], _ labels: [Vocabulary.Label?], _ vocabulary: Vocabulary
  ) {
    let solutions = RepeatedIssues.solutions(ofCausesAmong: sections, labels)
    var waiting: [Int: [Block]] = [:]
    for (index, subsection) in sections.enumerated() {
      if vocabulary.isContact(subsection), subsection.subsections.isEmpty {
        let contact = DecisionFinder.draft(of: subsection, in: DecisionFinder.Context(vocabulary))
        parts.append(Part(role: .topic, draft: contact))
        explanation += waiting[index] ?? []
        continue
      }
      aliases += subsection.anchors
      if let solution = solutions[index] {
        waiting[solution, default: []] += subsection.explaining(labels[index])
        continue
      }
      let cause = waiting[index] ?? []
      if attempts.isEmpty { explanation += cause }
      let count = attempts.count
      // "Status" or "References" behind a resolution is nothing to try.
      let isFraming =
        subsection.words.stem.isAny(of: vocabulary[.framing])
        || DecisionFinder.isNextSteps(subsection, vocabulary)
      take(subsection, labels[index] ?? (isFraming ? .cause : nil), vocabulary)
      guard count > 0, !cause.isEmpty else { continue }
      if attempts.count > count {
        attempts[count].explanation = cause
      } else {
        explanation += cause
      }
    }
  }
}

extension Section {
  /// What it explains: its blocks, under its heading where that is more than a label.
  fileprivate func explaining(_ label: Vocabulary.Label?) -> [Block] {
    let behind = words.cut(at: ":", "-", "–", ".")?.behind
    let isNamed = label == nil || behind.map { !$0.stem.isEmpty } ?? false
    guard isNamed, !words.isEmpty else { return allBlocks }
    return [Block(.heading(Heading(level: 3, text: title)), line: line)] + allBlocks
  }
}

extension Draft {
  /// Adds what stands under a label: solutions are tried, the rest explains.
  fileprivate mutating func take(_ part: IssueRule.RunIn, _ vocabulary: Vocabulary) {
    guard part.label == .solution || part.label == .answer else {
      explanation += part.blocks
      return
    }
    let split = AttemptSplitter.split(
      part.blocks, isSolution: part.label == .solution, vocabulary)
    var found = split.attempts
    if !found.isEmpty, let heading = part.heading {
      // What "Solution 2" says before it begins is about that solution alone.
      found[0].title = heading
      found[0].body = split.explanation + found[0].body
    } else {
      explanation += split.explanation
    }
    attempts += found
  }

  /// Adds a section under its label; a solution's own sections are tried one after the other.
  fileprivate mutating func take(
    _ section: Section, _ label: Vocabulary.Label?, _ vocabulary: Vocabulary
  ) {
    let isSolution =
      label == .solution
      || (label == nil && !attempts.isEmpty && section.offersAction(vocabulary))
    guard isSolution, !section.subsections.isEmpty else {
      let isNamed = label == .solution && !section.words.isAny(of: vocabulary[.solutionLabels])
      take(
        IssueRule.RunIn(
          label: isSolution ? .solution : label ?? .cause,
          heading: isNamed ? section.title : nil,
          blocks: isSolution ? section.allBlocks : section.explaining(label)), vocabulary)
      return
    }
    if let question = SituationRule.question(of: section, vocabulary) {
      parts.append(Part(role: .answer, draft: question))
      return
    }
    take(IssueRule.RunIn(label: .solution, blocks: section.blocks), vocabulary)
    for part in section.subsections {
      attempts.append(Attempt(title: part.title, body: part.allBlocks, line: part.line))
    }
  }

  /// Adds one of several problems under the same heading, named by its first words.
  fileprivate mutating func add(_ group: [IssueRule.RunIn], _ vocabulary: Vocabulary) {
    guard let first = group.first, let label = first.blocks.first?.texts.first else { return }
    var problem = Draft(
      shape: .problem, rule: .remedies, title: label, line: first.blocks[0].line)
    let rest = IssueRule.RunIn(label: .problem, blocks: Array(first.blocks.dropFirst()))
    problem.take(rest, vocabulary)
    for part in group.dropFirst() { problem.take(part, vocabulary) }
    parts.append(
      Part(role: .answer, draft: problem.informing(vocabulary).droppingLetters(vocabulary)))
  }
}

extension Text {
  /// Whether it begins with a single letter and a mark, as "Q:" and "A." do.
  fileprivate var beginsWithLetter: Bool {
    pieces.first?.source.beginWithLetter ?? false
  }
}

extension [Inline] {
  /// Whether their first text does so.
  fileprivate var beginWithLetter: Bool {
    for index in indices {
      switch self[index] {
      case .text(let text):
        let bytes = text.utf8Span.span
        return bytes.count >= 2 && (0x61...0x7A).contains(bytes[0] | 0x20)
          && (bytes[1] == UInt8(ascii: ":") || bytes[1] == UInt8(ascii: "."))
      case .unit(_, _, let inner): return inner.beginWithLetter
      default: continue
      }
    }
    return false
  }
}
