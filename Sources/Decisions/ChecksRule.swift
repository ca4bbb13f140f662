import Content

/// Reads sections that are to be done one after the other under a title that names one problem:
/// "Verify …", "Check …", "Step 1: …" (patterns.md, 2, 3b and 3d).
enum ChecksRule {
  static func problem(_ section: Section, _ context: DecisionFinder.Context) -> Draft? {
    let vocabulary = context.vocabulary
    let all = section.subsections.filter { !isBeside($0, vocabulary) }
    let isInOrder = section.blocks.last.map { vocabulary.ordersOneByOne(Words($0)) } ?? false
    let checks = Array(
      all.prefix { isInOrder ? $0.subsections.isEmpty : isCheck($0, vocabulary) })
    // "Check 1: Is it on?" says by itself that there is a problem.
    guard
      context.isDiagnostic || vocabulary.isIssueTitle(section.words, isDiagnostic: false)
        || checks.allSatisfy({ vocabulary.isNumberedCheck($0.words) })
    else { return nil }
    guard checks.count >= 2 else { return nil }
    var attempts = checks.map { Attempt(title: $0.title, body: $0.blocks, line: $0.line) }
    for other in all.dropFirst(checks.count) {
      guard let index = checks.firstIndex(where: { $0.links(to: other) }) else { return nil }
      attempts[index].body += other.withHeading
    }
    var draft = problem(section, .checksInOrder, vocabulary)
    draft.explanation = section.blocks + links(in: section, vocabulary)
    draft.attempts = attempts
    return draft
  }

  /// The problem that an article's title names, where what stands under it is no decision of its
  /// own: what to do in each section is tried, one after the other.
  static func singleProblem(_ section: Section, _ vocabulary: Vocabulary) -> Draft? {
    guard vocabulary.isIssueTitle(section.words, isDiagnostic: false),
      !vocabulary.isOrder(section.words), section.directives.isEmpty
    else { return nil }
    var draft = problem(section, .singleProblem, vocabulary)
    let (blocks, footer) = section.cuttingFooter
    let split = AttemptSplitter.split(blocks, isSolution: false, vocabulary)
    (draft.explanation, draft.attempts) = (split.explanation, split.attempts)
    for part in section.subsections where !isBeside(part, vocabulary) {
      if part.offersAction(vocabulary) {
        draft.attempts.append(
          Attempt(title: part.title, body: part.allBlocks, line: part.line))
      } else {
        draft.explanation += part.withHeading
      }
    }
    draft.explanation += links(in: section, vocabulary) + footer
    return draft.attempts.isEmpty ? nil : draft
  }

  /// The sections of links to read on: nothing to try.
  private static func links(in section: Section, _ vocabulary: Vocabulary) -> [Block] {
    section.subsections.filter { DecisionFinder.isNextSteps($0, vocabulary) }
      .flatMap(\.withHeading)
  }

  /// The problem of a section, with the persons to turn to beside what is to be tried.
  private static func problem(
    _ section: Section, _ rule: Rule, _ vocabulary: Vocabulary
  ) -> Draft {
    var draft = Draft(
      shape: .problem, rule: rule, title: section.title, anchor: section.heading?.id,
      line: section.line)
    for part in section.subsections {
      if isContact(part, vocabulary) {
        let contact = DecisionFinder.draft(of: part, in: DecisionFinder.Context(vocabulary))
        draft.parts.append(Draft.Part(role: .topic, draft: contact))
      } else {
        draft.aliases += part.anchors
      }
    }
    return draft
  }

  /// Whether a section is none of those to be done: links to read on, or a person to turn to.
  private static func isBeside(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    DecisionFinder.isNextSteps(section, vocabulary) || isContact(section, vocabulary)
  }

  private static func isContact(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.isContact(section) && section.subsections.isEmpty
  }

  private static func isCheck(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    section.subsections.isEmpty
      && (section.words.starts(withAny: vocabulary[.checks])
        || vocabulary.isNumberedStep(section.words))
  }
}

extension Section {
  /// Whether its text links to another section, which then tells how to do it.
  func links(to other: Section) -> Bool {
    guard other.subsections.isEmpty, let id = other.heading?.id, !id.isEmpty else { return false }
    return blocks.flatMap(\.texts).contains { text in
      text.source.links.contains { $0.link.destination == "#\(id)" }
    }
  }
}

extension Vocabulary {
  /// Whether a text says at its end that the sections below are to be done one after the other.
  fileprivate func ordersOneByOne(_ words: Words) -> Bool {
    words.sentences.suffix(2).contains {
      $0.contains(any: self[.inOrder]) || $0.contains(any: self[.oneByOne])
    }
  }

  /// "Check 1: …".
  fileprivate func isNumberedCheck(_ words: Words) -> Bool {
    guard let behind = words.droppingPrefix(self[.checks]) else { return false }
    return behind.list.first?.stem.isEmpty == true
  }

  /// "Step 1: …".
  func isNumberedStep(_ words: Words) -> Bool {
    guard let behind = words.droppingPrefix(self[.stepNames]) else { return false }
    return behind.list.first?.stem.isEmpty == true
  }
}
