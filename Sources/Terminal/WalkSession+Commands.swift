package import Compiler
package import Content
package import Decisions

extension WalkSession {
  /// Carries a command out.
  ///
  /// - Parameter command: what the reader asked for.
  /// - Returns: what to show next; the session has changed only if it is `moved`.
  package mutating func apply(_ command: Command) -> Outcome {
    switch command {
    case .choose(let number): choose(number)
    case .say(let words): say(words)
    case .jump(let number): jump(number)
    case .back: goBack()
    case .change(let number): change(number)
    case .restart: restart()
    case .home: show(.topics)
    case .go(let target): go(target)
    case .language(let tag): switchLanguage(tag)
    case .pair: pair()
    case .note: visit == nil ? .stayed(phrases[.nothingYet]) : .note
    case .open: visit == nil ? .stayed(phrases[.nothingYet]) : .open
    case .help: .help
    case .quit: .left
    case .next: .moved(nil)
    case .find, .steps, .history: .stayed(phrases[.unknownKey])
    }
  }

  private mutating func choose(_ number: Int) -> Outcome {
    switch place {
    case .topics:
      guard topics.indices.contains(number - 1) else { return noChoice(number, topics.count) }
      return enter(topics[number - 1], at: nil)
    case .article(var visit):
      let count = visit.walk.node.choices.count
      guard (try? visit.walk.choose(number - 1)) != nil else { return noChoice(number, count) }
      place = .article(visit)
      return .moved(nil)
    }
  }

  private func noChoice(_ number: Int, _ count: Int) -> Outcome {
    .stayed(count == 0 ? phrases[.endReached] : phrases.noChoice(number, count))
  }

  /// Takes the choice whose words were typed, or the one for `yes` or `no`.
  private mutating func say(_ words: String) -> Outcome {
    let labels = choiceLabels
    let folded = words.lowercased()
    let matches = labels.indices.filter { index in
      labels[index].contains { $0.lowercased() == folded }
    }
    guard let match = matches.first, matches.count == 1 else {
      return .stayed(phrases[.unknownKey])
    }
    return choose(match + 1)
  }

  /// What may be typed for each choice: its words, and for yes and no their first words.
  private var choiceLabels: [[String]] {
    guard let visit else {
      return topics.map { [library.title(of: $0, in: locale).target.plainText.trimmed] }
    }
    return visit.walk.node.choices.map { choice in
      let words = choice.label.text(in: locale, source: nil).target.plainText.trimmed
      switch choice.role {
      case .solved: return [words, words.firstClause, "yes", "y"]
      case .unsolved: return [words, words.firstClause, "no"]
      case .answer, .fallback, .topic: return [words]
      }
    }
  }

  private mutating func goBack() -> Outcome {
    if case .article(var visit) = place {
      let isAtStart = visit.walk.node.id == visit.start && !returns.isEmpty
      if !isAtStart, visit.walk.goBack() {
        place = .article(visit)
        return .moved(nil)
      }
    }
    guard let previous = returns.popLast() else { return .stayed(phrases[.atBeginning]) }
    place = previous
    return .moved(nil)
  }

  private mutating func change(_ number: Int) -> Outcome {
    guard case .article(var visit) = place, !visit.walk.trail.isEmpty else {
      return .stayed(phrases[.nothingYet])
    }
    let trail = visit.walk.trail
    guard trail.indices.contains(number - 1) else {
      return .stayed(phrases.noChoice(number, trail.count))
    }
    let dropped = trail[(number - 1)...].map { step in
      step.choice.label.text(in: locale, source: nil).target.plainText.trimmed
    }
    for _ in dropped { visit.walk.goBack() }
    place = .article(visit)
    return .moved("\(phrases[.droppedAnswers]) \(dropped.joined(separator: " › "))")
  }

  private mutating func restart() -> Outcome {
    returns = []
    place = beginning
    if case .article(let visit) = beginning,
      let translated = visit.translated(to: locale, of: library)
    {
      place = .article(translated)
    }
    return .moved(nil)
  }

  private mutating func jump(_ number: Int) -> Outcome {
    let targets = jumps
    guard targets.indices.contains(number - 1) else {
      return .stayed(targets.isEmpty ? phrases[.unknownKey] : phrases.noJump(number, targets.count))
    }
    return enter(node: targets[number - 1].id)
  }

  private mutating func switchLanguage(_ tag: String) -> Outcome {
    let known = library.locales
    let wanted = LanguageTag(tag)
    let named = known.filter { $0 == wanted }
    let found = named.first ?? known.first { $0.language == tag.lowercased() }
    guard let found else {
      return .stayed("\(phrases[.languages]) \(known.map(\.rawValue).joined(separator: ", "))")
    }
    locale = found
    if let visit, let translated = visit.translated(to: found, of: library) {
      place = .article(translated)
    }
    return .moved(nil)
  }

  private mutating func pair() -> Outcome {
    isPaired.toggle()
    return .moved(nil)
  }
}

extension WalkSession {
  /// The places inside the library that the text links to, in the order of their numbers.
  package var jumps: [(id: Node.ID, text: Text)] {
    guard let node = visit?.walk.node else { return [] }
    var seen: Set<Node.ID> = []
    return node.jumps.compactMap { jump in
      guard let id = library.node(of: jump), id != node.id, seen.insert(id).inserted else {
        return nil
      }
      return (id, jump.text)
    }
  }

  private mutating func go(_ target: String) -> Outcome {
    guard !target.isEmpty else { return .stayed(phrases[.goHint]) }
    guard let id = library.node(named: target) else {
      return .stayed("\(phrases[.noSuchStep]) \(target)")
    }
    return enter(node: id)
  }

  private mutating func enter(node id: Node.ID) -> Outcome {
    guard let entry = library.entry(of: id) else {
      return .stayed("\(phrases[.noSuchStep]) \(id)")
    }
    return enter(entry, at: id)
  }

  private mutating func enter(_ entry: Library.Entry, at id: Node.ID?) -> Outcome {
    guard let visit = Visit(entry, at: id, in: locale, of: library) else {
      return .stayed("\(phrases[.noSuchStep]) \(id?.rawValue ?? entry.id)")
    }
    return show(.article(visit))
  }

  private mutating func show(_ next: Place) -> Outcome {
    returns.append(place)
    place = next
    return .moved(nil)
  }
}

extension Library {
  /// The article that a node belongs to: the longest id that the node's begins with.
  package func entry(of id: Node.ID) -> Entry? {
    var name = Substring(id.rawValue)
    while !name.isEmpty {
      if let entry = self[String(name)] { return entry }
      guard let cut = name.lastIndex(of: "/") else { return nil }
      name = name[..<cut]
    }
    return nil
  }

  /// The node with a step code, a node id, or an article's id.
  package func node(named name: String) -> Node.ID? {
    if let code = StepCode(name), let match = codes.first(where: { $0.value == code }) {
      return match.key
    }
    let id = Node.ID(name.lowercased())
    guard let entry = entry(of: id) else { return nil }
    if entry.id == id.rawValue { return entry.nodes.first?.id }
    return entry.nodes.first { $0.id == id }?.id
  }
}

extension Caption {
  /// The words in the language shown, with those of the source language.
  func text(in locale: LanguageTag, source: LanguageTag?) -> Text {
    switch self {
    case .text(let text): return text
    case .phrase(let phrase):
      let words: [Inline] = [.text(PhraseBook.phrases(for: locale)[phrase])]
      guard let source else { return Text(words) }
      return Text(source: [.text(PhraseBook.phrases(for: source)[phrase])], target: words)
    }
  }
}

extension String {
  /// The words before the first comma, in any script.
  fileprivate var firstClause: String { String(prefix { !",、，،".contains($0) }) }
}
