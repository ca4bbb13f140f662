import Content

/// Reads symptom, cause and resolution under one heading, as sub-headings or as bold labels
/// (patterns.md, 1, R3 and R4).
enum IssueRule {
  /// The problem that a section describes by sub-headings such as `Symptom` and `Resolution`.
  static func problem(_ section: Section, isDiagnostic: Bool) -> Draft? {
    let labels = section.subsections.map { Vocabulary.label($0.words) }
    let kinds = Set(labels.compactMap { $0 })
    guard kinds.count >= 2 || (isDiagnostic && kinds.contains(.solution)) else { return nil }
    guard labels.allSatisfy({ $0 != nil }) || kinds.contains(.solution) else { return nil }
    var draft = Draft(
      shape: .problem, title: section.title, anchor: section.heading?.id, line: section.line)
    let own = runIns(in: section.blocks) ?? [RunIn(label: .problem, blocks: section.blocks)]
    for part in own { draft.take(part) }
    for (subsection, label) in zip(section.subsections, labels) {
      draft.aliases += [subsection.heading?.id].compactMap { $0 }
      draft.take(
        RunIn(
          label: label ?? .cause, heading: isNamed(subsection) ? subsection.title : nil,
          blocks: subsection.allBlocks))
    }
    return draft
  }

  /// The problem that a section describes by bold labels such as `**Cause:**`.
  static func problemByRunIns(_ section: Section) -> Draft? {
    guard section.subsections.isEmpty, let parts = runIns(in: section.blocks) else { return nil }
    var draft = Draft(
      shape: .problem, title: section.title, anchor: section.heading?.id, line: section.line)
    for part in parts { draft.take(part) }
    return draft
  }

  /// Whether a heading says more than its kind, as `Solution 2: restart` does.
  private static func isNamed(_ section: Section) -> Bool {
    !Vocabulary.solutions.contains(section.words.text)
      && Vocabulary.label(section.words) == .solution
  }

  /// Text under one label.
  struct RunIn {
    var label: Vocabulary.Label
    var heading: Text?
    var blocks: [Block]
  }

  /// Cuts blocks at bold labels; `nil` without two different ones.
  static func runIns(in blocks: [Block]) -> [RunIn]? {
    var parts: [RunIn] = []
    var kinds: Set<String> = []
    for block in blocks {
      if let (label, rest) = label(of: block) {
        kinds.insert("\(label)")
        parts.append(RunIn(label: label, blocks: rest.map { [$0] } ?? []))
      } else if parts.isEmpty {
        parts.append(RunIn(label: .problem, blocks: [block]))
      } else {
        parts[parts.count - 1].blocks.append(block)
      }
    }
    return kinds.count >= 2 ? parts : nil
  }

  /// The label at the start of a paragraph, and the paragraph without it.
  private static func label(of block: Block) -> (Vocabulary.Label, Block?)? {
    guard case .paragraph(let text) = block.kind, let (lead, rest) = text.splittingBoldLead,
      let label = Vocabulary.label(Words(lead))
    else { return nil }
    guard !rest.isBlank else { return (label, nil) }
    return (label, Block(.paragraph(rest), line: block.line, file: block.file))
  }
}

extension Draft {
  /// Adds what stands under a label: solutions are tried, the rest explains.
  fileprivate mutating func take(_ part: IssueRule.RunIn) {
    guard part.label == .solution else {
      explanation += part.blocks
      return
    }
    let split = AttemptSplitter.split(part.blocks, as: .solution)
    explanation += split.explanation
    var found = split.attempts
    if !found.isEmpty, let heading = part.heading { found[0].title = heading }
    attempts += found
  }
}

extension Text {
  /// The bold words that a text begins with, and what follows; `nil` without any.
  var splittingBoldLead: (lead: Text, rest: Text)? {
    guard let first = pieces.first, let cut = first.source.splittingBoldLead else { return nil }
    let translated = first.translation.map { $0.splittingBoldLead }
    let lead: Piece
    let rest: Piece
    switch translated {
    case .none:
      lead = Piece(source: cut.lead)
      rest = Piece(source: cut.rest)
    case .some(.some(let other)):
      lead = Piece(source: cut.lead, translation: other.lead)
      rest = Piece(source: cut.rest, translation: other.rest)
    case .some(.none):
      lead = Piece(source: cut.lead, translation: first.translation)
      rest = Piece(source: cut.rest, translation: [])
    }
    let others = Array(pieces.dropFirst())
    return (Text(pieces: [lead]), Text(pieces: (cut.rest.isEmpty ? [] : [rest]) + others))
  }
}

extension [Inline] {
  fileprivate var splittingBoldLead: (lead: [Inline], rest: [Inline])? {
    guard let first else { return nil }
    switch first {
    case .strong:
      var rest = Array(dropFirst())
      if case .text(let text)? = rest.first, let mark = text.first, ":：.".contains(mark) {
        rest[0] = .text(String(text.dropFirst()).trimmingLeadingSpace)
      }
      return ([first], rest)
    case .unit(let id, let isContinuation, let inner):
      guard let cut = inner.splittingBoldLead else { return nil }
      let lead = Inline.unit(id, isContinuation: isContinuation, cut.lead)
      guard cut.rest.contains(where: \.isVisible) else { return ([lead], Array(dropFirst())) }
      return ([lead], [.unit(id, isContinuation: isContinuation, cut.rest)] + dropFirst())
    case .text(let text) where !first.isVisible && !text.isEmpty:
      return Array(dropFirst()).splittingBoldLead
    case .anchor: return Array(dropFirst()).splittingBoldLead
    default: return nil
    }
  }
}

extension String {
  fileprivate var trimmingLeadingSpace: String { String(drop { $0 == " " }) }
}
