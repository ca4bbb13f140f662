import Compiler
import Content
import Decisions
import Search

extension WalkSession {
  /// Carries a command out.
  ///
  /// - Parameter command: what the reader asked for.
  /// - Returns: what to show next; the session has changed only if it is `moved`.
  package mutating func apply(_ command: Command) -> Outcome {
    let outcome = carryOut(command)
    if case .moved = outcome { remember() }
    return outcome
  }

  private mutating func carryOut(_ command: Command) -> Outcome {
    switch command {
    case .choose(let number): choose(number)
    case .say(let words): say(words)
    case .jump(let number): jump(number)
    case .back: goBack()
    case .change(let number): change(number)
    case .restart: restart()
    case .home: library.isWhole ? show(.topics) : .needs(.library)
    case .go(let target): go(target)
    case .find(let words): find(words)
    case .language(let tag): switchLanguage(tag)
    case .pair: toggle(\.isPaired)
    case .steps: toggleSteps()
    case .note(let file): visit == nil ? .stayed(phrases[.nothingYet]) : .note(file: file)
    case .open: visit == nil ? .stayed(phrases[.nothingYet]) : .open
    case .history: history.isEmpty ? .stayed(phrases[.nothingYet]) : .history
    case .help: .help
    case .quit: .left
    case .next: next()
    }
  }

  private mutating func choose(_ number: Int) -> Outcome {
    switch place {
    case .topics:
      let topics = topics
      guard topics.indices.contains(number - 1) else { return noChoice(number, topics.count) }
      return enter(topics[number - 1].article, at: nil)
    case .matches(_, let found):
      guard found.indices.contains(number - 1) else { return noChoice(number, found.count) }
      return enter(node: found[number - 1].node)
    case .article(var visit):
      let node = visit.walk.node
      let offered = visit.edition.tree.offers(of: node).choices
      guard offered.indices.contains(number - 1),
        let index = node.choices.firstIndex(of: offered[number - 1]),
        (try? visit.walk.choose(index)) != nil
      else { return noChoice(number, offered.count) }
      visit.passedSteps = 0
      visit.isAtStep = false
      place = .article(visit)
      return .moved(nil)
    }
  }

  private func noChoice(_ number: Int, _ count: Int) -> Outcome {
    .stayed(count == 0 ? phrases[.endReached] : phrases.noChoice(number, count))
  }

  /// Takes the choice whose words were typed, or the one for `yes` or `no`.
  ///
  /// On a list, other words are searched for.
  private mutating func say(_ words: String) -> Outcome {
    let labels = choiceLabels
    let folded = words.lowercased()
    let matches = labels.indices.filter { labels[$0].contains { $0.lowercased() == folded } }
    if let match = matches.first, matches.count == 1 { return choose(match + 1) }
    if visit == nil { return find(words) }
    return .stayed(phrases[.unknownKey])
  }

  /// What may be typed for each choice: its words, and for yes and no their first words.
  private var choiceLabels: [[String]] {
    prompt.choices.map { choice in
      let words = choice.label.target.plainText.trimmed
      switch choice.role {
      case .solved: return [words, words.firstClause, "yes", "y"]
      case .unsolved: return [words, words.firstClause, "no"]
      case .answer, .fallback, .topic: return [words]
      }
    }
  }

  private mutating func next() -> Outcome {
    guard case .article(var visit) = place, isStepwise || visit.isAtStep,
      visit.passedSteps + 1 < StepPieces.of(visit.walk.node).count
    else { return .moved(nil) }
    visit.passedSteps += 1
    place = .article(visit)
    return .moved(nil)
  }

  private mutating func toggleSteps() -> Outcome {
    if case .article(var visit) = place {
      visit.passedSteps = 0
      visit.isAtStep = false
      place = .article(visit)
    }
    return toggle(\.isStepwise)
  }

  private mutating func toggle(_ setting: WritableKeyPath<WalkSession, Bool>) -> Outcome {
    self[keyPath: setting].toggle()
    return .moved(nil)
  }

  private mutating func switchLanguage(_ tag: String) -> Outcome {
    let known = library.locales
    guard let found = LanguageTag(tag)?.match(in: known) else {
      return .stayed("\(phrases[.languages]) \(known.map(\.rawValue).joined(separator: ", "))")
    }
    if case .matches(let words, _) = place {
      let old = locale
      locale = found
      guard let index else {
        locale = old
        return .needs(.index(found))
      }
      place = .matches(
        words: words,
        index.matches(words, limit: Self.matchLimit).map { index.documents[$0.document] })
      return .moved(nil)
    }
    locale = found
    if let visit, let translated = visit.translated(to: found, of: library) {
      place = .article(translated)
    }
    return .moved(nil)
  }
}

extension String {
  /// The words before the first comma, in any script.
  fileprivate var firstClause: String { String(prefix { !",、，،".contains($0) }) }
}
