package import Compiler
package import Content
package import Decisions

/// Walks the answers of a pasted note again.
package enum NoteReplay {
  /// Where the answers led.
  package enum Result: Hashable, Sendable {
    case reached(Node.ID, LanguageTag)
    /// The node at which an answer was given that is no longer offered, and the answer.
    case stopped(at: Node.ID, LanguageTag, answer: String)
    /// The note names no article of this library.
    case unreadable
  }

  /// Follows a note: its whole (`Note.text`), or only its first line, which has the step code.
  ///
  /// White space and `>` at the beginning of lines are ignored, since notes are quoted in mail.
  ///
  /// - Parameters:
  ///   - note: the text that was pasted.
  ///   - library: a whole library.
  /// - Returns: where the answers led.
  package static func walk(_ note: String, in library: Library) -> Result {
    let lines = note.split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0.isWhitespace || $0 == ">" }).trimmed
    }
    let answers = lines.compactMap { numbered($0) }
    guard let id = lines.lazy.compactMap({ node($0, library) }).first(where: { _ in true }),
      let entry = library.entry(of: id)
    else { return unnamed(lines, library) }
    guard !answers.isEmpty else { return .reached(id, entry.source) }
    var best: (depth: Int, result: Result) = (-1, .unreadable)
    for locale in library.locales(of: entry) {
      guard let edition = library.edition(of: entry, in: locale),
        let walked = follow(answers, edition.tree, locale)
      else { continue }
      if walked.depth > best.depth { best = walked }
    }
    return best.result
  }

  /// A note without its id: the step whose code it begins with.
  private static func unnamed(_ lines: [String], _ library: Library) -> Result {
    for line in lines {
      let digits = String(line.prefix { $0.isNumber || $0 == " " || $0 == "\u{A0}" }).trimmed
      if StepCode(digits) != nil, let id = library.node(named: digits),
        let entry = library.entry(of: id)
      {
        return .reached(id, entry.source)
      }
    }
    return .unreadable
  }

  /// The id on a line of its own; also that of a node that is gone, if its article is there.
  private static func node(_ line: String, _ library: Library) -> Node.ID? {
    guard !line.contains(where: \.isWhitespace) else { return nil }
    let id = Node.ID(line)
    return library.entry(of: id) == nil ? nil : id
  }

  /// What follows the number of a line such as `2. Question › Answer`.
  private static func numbered(_ line: String) -> String? {
    let digits = line.prefix(while: \.isNumber)
    guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". "), line.contains(" › ") else {
      return nil
    }
    return String(line.dropFirst(digits.count + 2))
  }

  private static func follow(
    _ answers: [String], _ tree: DecisionTree, _ locale: LanguageTag
  ) -> (depth: Int, result: Result)? {
    guard var walk = Walk(tree) else { return nil }
    let phrases = PhraseBook.phrases(for: locale)
    for (depth, answer) in answers.enumerated() {
      let labels = walk.node.choices.map { $0.label.words(phrases).condensed }
      let fitting = labels.indices.filter { answer.hasSuffix(" › \(labels[$0])") }
      guard let choice = fitting.max(by: { labels[$0].count < labels[$1].count }),
        (try? walk.choose(choice)) != nil
      else {
        let words = answer.split(separator: " › ").last.map { String($0) } ?? answer
        return (depth, .stopped(at: walk.node.id, locale, answer: words))
      }
    }
    return (answers.count, .reached(walk.node.id, locale))
  }
}
