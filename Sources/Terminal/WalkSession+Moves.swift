package import Compiler
import Content
package import Decisions
import Search

extension WalkSession {
  mutating func goBack() -> Outcome {
    if case .article(var visit) = place {
      if isStepwise, visit.passedSteps > 0 {
        visit.passedSteps -= 1
        place = .article(visit)
        return .moved(nil)
      }
      let isAtStart = visit.walk.node.id == visit.start && !returns.isEmpty
      if !isAtStart, visit.walk.goBack() {
        place = .article(visit)
        return .moved(nil)
      }
    }
    guard let previous = returns.popLast() else { return .stayed(phrases[.atBeginning]) }
    place = inLocale(previous)
    return .moved(nil)
  }

  mutating func change(_ number: Int) -> Outcome {
    guard case .article(var visit) = place, !visit.walk.answers.isEmpty else {
      return .stayed(phrases[.nothingYet])
    }
    let trail = visit.walk.trail
    let answers = trail.map { $0.choice.label.words(phrases).trimmed }
    guard trail.indices.contains(number - 1) else {
      let list = answers.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " › ")
      return .stayed(phrases.filled(.changeHint, list))
    }
    let dropped = answers[(number - 1)...]
    for _ in dropped { visit.walk.goBack() }
    visit.passedSteps = 0
    place = .article(visit)
    return .moved("\(phrases[.droppedAnswers]) \(dropped.joined(separator: " › "))")
  }

  mutating func restart() -> Outcome {
    returns = []
    place = inLocale(beginning)
    return .moved(nil)
  }

  /// The place in the session's language, which may have changed since.
  private func inLocale(_ place: Place) -> Place {
    guard case .article(let visit) = place,
      let translated = visit.translated(to: locale, of: library)
    else { return place }
    return .article(translated)
  }

  mutating func find(_ words: String) -> Outcome {
    guard !words.isEmpty else { return .stayed(phrases[.findHint]) }
    guard library.isWhole else { return .needs(.library) }
    guard let index else { return .needs(.index(locale)) }
    let found = index.matches(words, limit: Self.matchLimit).map { index.documents[$0.document] }
    guard !found.isEmpty else {
      return .stayed(library.unknown(words, phrases) ?? phrases[.nothingFound])
    }
    return show(.matches(words: words, found))
  }

  mutating func jump(_ number: Int) -> Outcome {
    let targets = jumps
    guard targets.indices.contains(number - 1) else {
      return .stayed(targets.isEmpty ? phrases[.unknownKey] : phrases.noJump(number, targets.count))
    }
    guard let id = library.node(of: targets[number - 1]) else {
      return library.isWhole ? .stayed(phrases[.noSuchStep]) : .needs(.library)
    }
    guard let step = targets[number - 1].step else { return enter(node: id) }
    return enter(node: id, atStep: step)
  }

  /// Shows one step of a procedure, and with Enter those behind it.
  private mutating func enter(node id: Node.ID, atStep number: Int) -> Outcome {
    let outcome = enter(node: id)
    guard case .article(var visit) = place, visit.walk.node.id == id else { return outcome }
    visit.isAtStep = true
    visit.passedSteps = max(0, min(number, StepPieces.of(visit.walk.node).count) - 1)
    place = .article(visit)
    return outcome
  }

  /// The links of the text that lead into the library, then those to what stands beside the choices,
  /// in the order of their numbers.
  package var jumps: [Jump] {
    guard let visit else { return [] }
    let asides = visit.edition.tree.offers(of: visit.walk.node).asides.map { aside in
      Jump(text: aside.label.text(in: locale, source: nil), target: .node(aside.target))
    }
    var seen = Set(asides.compactMap { library.target(of: $0) })
    return textJumps(of: visit, unlike: &seen) + asides
  }

  private func textJumps(of visit: Visit, unlike seen: inout Set<LinkTarget>) -> [Jump] {
    visit.walk.node.jumps.filter { jump in
      switch jump.target {
      case .url: return false
      case .node(let id):
        return id != visit.walk.node.id
          && seen.insert(.article(id: id.rawValue, anchor: "")).inserted
      case .step(let id, _, let anchor):
        return seen.insert(.article(id: id.rawValue, anchor: anchor.name)).inserted
      case .article:
        if let id = library.node(of: jump) {
          return id != visit.walk.node.id
            && seen.insert(.article(id: id.rawValue, anchor: "")).inserted
        }
        guard !library.isWhole, let target = library.target(of: jump) else { return false }
        return seen.insert(target).inserted
      }
    }
  }

  mutating func go(_ target: String) -> Outcome {
    guard !target.isEmpty else { return .stayed(phrases[.goHint]) }
    guard let id = library.node(named: target) else {
      guard library.isWhole else { return .needs(.library) }
      return .stayed(
        library.unknown(target, phrases) ?? "\(phrases[.noSuchStep]) \(target)")
    }
    return enter(node: id)
  }

  mutating func enter(node id: Node.ID) -> Outcome {
    guard let entry = library.entry(of: id) else {
      return .stayed("\(phrases[.noSuchStep]) \(id)")
    }
    return enter(entry, at: id)
  }

  mutating func enter(_ entry: Library.Entry, at id: Node.ID?) -> Outcome {
    guard let visit = Visit(entry, at: id, in: locale, of: library) else {
      return .stayed("\(phrases[.noSuchStep]) \(id?.rawValue ?? entry.id)")
    }
    return show(.article(visit))
  }

  mutating func show(_ next: Place) -> Outcome {
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

  /// What can be told of a code or id that no step has; `nil` for nothing.
  fileprivate func unknown(_ name: String, _ phrases: PhraseBook) -> String? {
    if StepCode.isMistyped(name) { return phrases[.codeMistyped] }
    if StepCode.isOfWrongLength(name) { return phrases[.codeLength] }
    guard let retirement = permalinks.retirement(of: name) else { return nil }
    let reason = "\(phrases[.retired]): \(retirement.reason)"
    guard let id = retirement.replacement else { return reason }
    return "\(reason) · \(phrases[.helpsInstead]): g \(codes[id]?.readable ?? id.rawValue)"
  }

  /// The node with a step code, a node id, or an article's name (`article(named:)`).
  package func node(named name: String) -> Node.ID? {
    if let code = StepCode(name) {
      if let match = codes.first(where: { $0.value == code }) { return match.key }
      if let former = permalinks.formerCodes.first(where: { $0.code == code }) {
        return former.target
      }
    }
    let id = Node.ID(name.lowercased())
    if let entry = entry(of: id), let node = entry.nodes.first(where: { $0.id == id }) {
      return node.id
    }
    guard case .found(let entry) = article(named: name) else { return nil }
    return entry.nodes.first?.id
  }
}
