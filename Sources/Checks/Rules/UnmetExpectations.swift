import Compiler
import Content
import Decisions
import Diagnostics

/// A walk that the writer described does not lead where it should.
enum UnmetExpectations {
  /// Walks every expectation of the folder, in the source language.
  static func find(in library: Library) -> [Diagnostic] {
    guard let bytes = library.folder.read(Expectation.fileName) else { return [] }
    var found: [Diagnostic] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for expectation in Expectation.list(parsing: text, &found) {
      do {
        try Walker(library).walk(expectation)
      } catch {
        found.append(
          Diagnostic(
            .error, "unmet-expectation", error.message,
            at: SourceLocation(Expectation.fileName, line: expectation.line), hint: error.hint))
      }
    }
    return found
  }
}

/// What a walk met instead.
private struct Surprise: Error {
  let message: String
  let hint: String
}

private struct Walker {
  let library: Library

  init(_ library: Library) { self.library = library }

  func walk(_ expectation: Expectation) throws(Surprise) {
    var (walk, phrases) = try start(expectation.start)
    for answer in expectation.answers {
      guard let index = choice(answer, of: walk.node, phrases) else {
        throw missing(answer, at: walk.node, phrases)
      }
      // The index is one of the node's choices, and a sound tree has every choice's target.
      try? walk.choose(index)
    }
    guard !isMet(expectation.end, by: walk.node, phrases) else { return }
    let code = library.codes[walk.node.id].map { " (\($0))" } ?? ""
    throw Surprise(
      message: "the walk reaches the \(walk.node.kind.rawValue) '\(walk.node.id)'\(code), "
        + "not '\(expectation.end)'",
      hint: walk.node.isEnd
        ? "correct the article, or write `end: \(walk.node.id)`"
        : "add the answers that lead on from there")
  }

  private func start(_ name: String) throws(Surprise) -> (Walk, PhraseBook) {
    let id = library.node(named: name)
    let lookup = library.article(named: id.map { owner(of: $0) } ?? name)
    guard case .found(let entry) = lookup else {
      var hint = "write an article's name, or the id or step code of a step"
      if case .missing(let suggestion?) = lookup { hint = "did you mean '\(suggestion)'?" }
      throw Surprise(message: "nothing is called '\(name)'", hint: hint)
    }
    guard let edition = library.edition(of: entry, in: entry.source),
      let walk = id.flatMap({ Walk(edition.tree, at: $0) }) ?? Walk(edition.tree)
    else { throw Surprise(message: "'\(name)' has no tree", hint: "give the article a text") }
    return (walk, PhraseBook.phrases(for: edition.locale))
  }

  private func owner(of id: Node.ID) -> String {
    library.articles.first { $0.nodes.contains { $0.id == id } }?.id ?? ""
  }

  private func choice(_ answer: String, of node: Node, _ phrases: PhraseBook) -> Int? {
    let wanted = answer.folded
    if let index = node.choices.firstIndex(where: { phrases.words($0.label).folded == wanted }) {
      return index
    }
    if let number = Int(answer), node.choices.indices.contains(number - 1) { return number - 1 }
    let roles: [String: Choice.Role] = ["yes": .solved, "no": .unsolved, "none": .fallback]
    return roles[wanted].flatMap { role in node.choices.firstIndex { $0.role == role } }
  }

  private func missing(_ answer: String, at node: Node, _ phrases: PhraseBook) -> Surprise {
    let labels = node.choices.map { phrases.words($0.label) }
    let place = "the \(node.kind.rawValue) '\(node.id)'"
    guard !labels.isEmpty else {
      return Surprise(
        message: "\(place) is an end, where '\(answer)' cannot be answered",
        hint: "remove this answer and those behind it")
    }
    let nearest = Suggestion.nearest(to: answer, in: labels)
    return Surprise(
      message: "\(place) has no answer '\(answer)'",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "it has: \(labels.joined(separator: " | "))")
  }

  private func isMet(_ end: String, by node: Node, _ phrases: PhraseBook) -> Bool {
    switch end.folded {
    case "solved" where node.kind == .resolved, "help" where node.kind == .escalation: true
    default: library.node(named: end) == node.id || phrases.words(node.title).folded == end.folded
    }
  }
}

extension Library {
  /// The node of an id or step code.
  fileprivate func node(named name: String) -> Node.ID? {
    let id = Node.ID(name)
    if codes[id] != nil { return id }
    return StepCode(name).flatMap { code in codes.first { $0.value == code }?.key }
  }
}

extension PhraseBook {
  fileprivate func words(_ caption: Caption) -> String {
    switch caption {
    case .text(let text): text.target.plainText
    case .phrase(let phrase): self[phrase]
    }
  }
}

extension String {
  /// The words in lower case with one space between them.
  fileprivate var folded: String {
    lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}
