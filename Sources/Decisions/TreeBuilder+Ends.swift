import Articles
import Content

extension TreeBuilder {
  /// What an article says above its first sub-heading about whom to turn to when nothing helps.
  func lastResort(in article: Article) -> Ending? {
    let intro = article.blocks.drop { block in
      if case .heading(let heading) = block.kind { return heading.level == 1 }
      return false
    }.prefix { block in
      if case .heading = block.kind { return false }
      return true
    }
    return intro.lazy.compactMap { self.ending(from: $0) { vocabulary.isLastResort($0) } }.first
  }

  /// The way out of a procedure that a note in it gives.
  ///
  /// "If you don't see these options, ask your administrator" is such a note.
  func troubleNote(in blocks: [Block]) -> Ending? {
    guard let list = blocks.lastIndex(where: \.isProcedure) else { return nil }
    return blocks[(list + 1)...].lazy.compactMap { block in
      self.ending(from: block) {
        vocabulary.isTroubleNote($0) || vocabulary.isLastResort($0)
      }
    }.first
  }

  /// The end that a paragraph or an alert says, when one of its sentences does.
  private func ending(from block: Block, where saysSo: (Words) -> Bool) -> Ending? {
    switch block.kind {
    case .paragraph, .alert: break
    default: return nil
    }
    let sentences = Words(block).sentences
    guard let index = sentences.firstIndex(where: saysSo) else { return nil }
    let rest = sentences[index...]
    guard rest.contains(where: { vocabulary.sendsToPerson($0) || vocabulary.isLastResort($0) })
    else { return nil }
    return Ending(title: .phrase(.getHelp), body: [block], line: block.line)
  }

  /// Whether a node only tells what its title asks, so that nothing is solved by it.
  func answersQuestion(_ node: Node) -> Bool {
    guard node.kind == .information, case .text(let text) = node.title else { return false }
    let words = Words(text)
    return words.isQuestion && !vocabulary.isIssueTitle(words, isDiagnostic: false)
  }

  /// Shows what to have ready for a call where a person is named, unless it stands there already.
  func prepared(_ node: Node, _ blocks: [Block]) -> Node {
    guard node.kind == .escalation else { return node }
    let shown = Set(node.body.texts)
    var out = node
    out.explanation += blocks.filter { block in !block.texts.allSatisfy { shown.contains($0) } }
    return out
  }

  /// The text of the first row, section or bullet that says none of the others applied.
  func ending(of draft: Draft) -> Ending? {
    for part in draft.parts {
      let isWayOut = part.role == .fallback || part.draft.shape == .contact
      if isWayOut, let body = part.draft.endBody(vocabulary) {
        return Ending(title: .phrase(.getHelp), body: body, line: part.draft.line)
      }
      if let inner = ending(of: part.draft) { return inner }
    }
    return nil
  }
}

extension Draft {
  /// What an end says that stands for this part; `nil` for a part that leads on, or that offers
  /// something to try instead of calling somebody.
  func endBody(_ vocabulary: Vocabulary) -> [Block]? {
    guard shape == .problem || shape == .contact || shape == .information, parts.isEmpty,
      attempts.allSatisfy({ attempt in
        attempt.isEscalation
          || Words(attempt.body).firstSentence { vocabulary.turnsToSomebody($0) } != nil
      })
    else { return nil }
    let all = explanation + body + attempts.flatMap(\.body)
    return all.isEmpty ? nil : all
  }
}
