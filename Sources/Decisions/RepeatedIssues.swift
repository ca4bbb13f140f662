import Content

/// Reads labels that come again at one level: several symptoms are several problems, and several
/// causes have each a solution (patterns.md, 1, R3 and R4).
enum RepeatedIssues {
  /// The question that a section asks by its headings: "Symptom", "Solution", and again "Symptom",
  /// "Solution".
  ///
  /// Each symptom begins a problem, which its heading names (`Symptom: no sound`), else its first
  /// sentence. `nil` with a single one, or where one has no solution or nothing to name it.
  static func question(
    _ section: Section, _ labels: [Vocabulary.Label?], _ vocabulary: Vocabulary
  ) -> Draft? {
    let sections = section.subsections
    guard labels.count(where: { $0 == .solution }) >= 2 else { return nil }
    let starts = starts(among: sections, labels, vocabulary)
    let named = labels.count { $0 != nil } + starts.count { labels[$0] == nil }
    guard starts.count >= 2, named * 2 >= sections.count else { return nil }
    var draft = Draft(
      shape: .question, rule: .issueHeadings, title: section.title, anchor: section.heading?.id,
      line: section.line)
    draft.body = section.blocks
    let context = DecisionFinder.Context(vocabulary)
    draft.parts = sections[..<starts[0]].map {
      Draft.Part(role: .topic, draft: DecisionFinder.draft(of: $0, in: context))
    }
    for (start, end) in zip(starts, starts.dropFirst() + [sections.count]) {
      // What frames the last problem, or sends the reader on, is for all of them.
      let own = sections[start..<end].prefix { !frames($0, vocabulary) }
      guard labels[own.indices].contains(.solution),
        let problem = problem(Array(own), Array(labels[own.indices]), vocabulary)
      else { return nil }
      draft.parts.append(Draft.Part(role: .answer, draft: problem))
      draft.parts += sections[own.endIndex..<end].map {
        Draft.Part(role: .topic, draft: DecisionFinder.draft(of: $0, in: context))
      }
    }
    return draft
  }

  /// The positions of the symptoms that follow on a solution, and of the first.
  private static func starts(
    among sections: [Section], _ labels: [Vocabulary.Label?], _ vocabulary: Vocabulary
  ) -> [Int] {
    var starts: [Int] = []
    var isSolved = true
    for (index, label) in labels.enumerated() {
      let words = sections[index].words
      if label == .solution {
        isSolved = true
      } else if isSolved,
        label == .problem || (label == nil && SituationRule.hasIssuePrefix(words, vocabulary))
      {
        starts.append(index)
        isSolved = false
      }
    }
    return starts
  }

  private static func frames(_ section: Section, _ vocabulary: Vocabulary) -> Bool {
    DecisionFinder.isNextSteps(section, vocabulary) || vocabulary.isContact(section)
  }

  private static func problem(
    _ sections: [Section], _ labels: [Vocabulary.Label?], _ vocabulary: Vocabulary
  ) -> Draft? {
    guard var symptom = sections.first, let name = symptom.cuttingName() else { return nil }
    var problem = Draft(
      shape: .problem, rule: .issueSections, title: name,
      anchor: symptom.isBoldParagraph ? nil : symptom.heading?.id, line: symptom.line)
    problem.explanation = symptom.allBlocks
    problem.aliases = symptom.subsections.flatMap(\.anchors)
    problem.take(Array(sections.dropFirst()), Array(labels.dropFirst()), vocabulary)
    return problem
  }

  /// For causes with solutions of their own, by their positions, the positions of the solutions.
  ///
  /// "Cause 2" is mended by "Solution 2". Without numbers, a cause behind a solution is mended by the
  /// next, where another stands before the first.
  static func solutions(
    ofCausesAmong sections: [Section], _ labels: [Vocabulary.Label?]
  ) -> [Int: Int] {
    let causes = labels.indices.filter { labels[$0] == .cause }
    let solutions = labels.indices.filter { labels[$0] == .solution }
    guard causes.count >= 2, solutions.count >= 2 else { return [:] }
    let numbered = Dictionary(
      solutions.compactMap { index in sections[index].words.labelNumber.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    let named = causes.compactMap { cause in
      sections[cause].words.labelNumber.flatMap { numbered[$0] }.map { (cause, $0) }
    }
    if named.count >= 2 {
      return Dictionary(named.filter { $0 < $1 }, uniquingKeysWith: { first, _ in first })
    }
    guard causes[0] < solutions[0] else { return [:] }
    let following = causes.filter { $0 > solutions[0] }.compactMap { cause in
      solutions.first { $0 > cause }.map { (cause, $0) }
    }
    return Dictionary(following, uniquingKeysWith: { first, _ in first })
  }
}

extension Section {
  /// Takes what names the problem out of a symptom: the words behind its label, else the first
  /// sentence of its text.
  fileprivate mutating func cuttingName() -> Text? {
    if let name = title.behindLabel { return name }
    guard let first = blocks.first else { return nil }
    guard case .paragraph(let text) = first.kind else { return first.texts.first }
    let rest = Text(pieces: Array(text.pieces.dropFirst()))
    blocks[0] = Block(.paragraph(rest), line: first.line, file: first.file)
    if rest.isBlank { blocks.removeFirst() }
    return text.firstSentence
  }
}

extension Words {
  /// The number of a label: 2 of "Solution 2: restart".
  fileprivate var labelNumber: Int? {
    let label = cut(at: ":", "-", "–", ".")?.before ?? self
    let digits = label.bytes.drop { !(0x30...0x39 ~= $0) }.prefix { 0x30...0x39 ~= $0 }
    return Int(String(decoding: digits.prefix(4), as: UTF8.self))
  }
}
