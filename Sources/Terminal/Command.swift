import Compiler

/// What a reader can do at any prompt (design.md, 6).
package enum Command: Hashable, Sendable {
  /// Takes a choice by its 1-based number.
  case choose(Int)
  /// Takes a choice by its words or by `yes` or `no`.
  case say(String)
  /// Opens a link of the text by its 1-based number.
  case jump(Int)
  case back
  /// Returns to the question of an answer, by its 1-based number in the trail.
  case change(Int)
  case restart
  case home
  /// Goes to a step by code, node id or article id.
  case go(String)
  case find(String)
  case language(String)
  case pair
  case steps
  /// Shows the note, and writes it to a file if one is named.
  case note(file: String?)
  case open
  case history
  case help
  case quit
  /// An empty line: the next step where steps are shown one by one, else the prompt again.
  case next

  /// Reads a line that somebody typed.
  ///
  /// Digits of any script count as numbers, so `３` is 3. A line that is no key is taken for the
  /// words of an answer.
  package init(_ line: String) {
    let text = Span.safe(line).trimmed
    guard !text.isEmpty else {
      self = .next
      return
    }
    if let number = Self.number(text) {
      self = .choose(number)
      return
    }
    if let jump = text.dropPrefix("j"), let number = Self.number(jump) {
      self = .jump(number)
      return
    }
    let word = text.prefix { $0 != " " && $0 != "\u{3000}" }.lowercased()
    let rest = String(text.dropFirst(word.count)).trimmed
    self = Self.key(word, rest) ?? .say(text)
  }

  /// The command of a key and what follows it; `nil` for a line that is no key.
  private static func key(_ word: String, _ rest: String) -> Command? {
    guard rest.isEmpty else {
      switch word {
      case "g", "go", "goto": return .go(rest)
      case "f", "find", "/": return .find(rest)
      case "l", "language": return .language(rest)
      case "n", "note": return .note(file: rest)
      case "change", "c": return number(rest).map { .change($0) }
      case "j", "see": return number(rest).map { .jump($0) }
      default: return nil
      }
    }
    return single[word]
  }

  private static let single: [String: Command] = [
    "b": .back, "back": .back, "r": .restart, "restart": .restart, "t": .home, "home": .home,
    "p": .pair, "pair": .pair, "s": .steps, "steps": .steps, "n": .note(file: nil),
    "note": .note(file: nil),
    "o": .open, "open": .open, "h": .history, "history": .history, "?": .help, "？": .help,
    "help": .help, "q": .quit, "quit": .quit, "exit": .quit, "g": .go(""), "go": .go(""),
    "goto": .go(""), "f": .find(""), "find": .find(""), "l": .language(""),
    "language": .language(""), "c": .change(0), "change": .change(0),
  ]

  /// A whole number in digits of any script; `nil` for anything else or more than four digits.
  private static func number(_ text: String) -> Int? {
    guard !text.isEmpty, text.count <= 4 else { return nil }
    var value = 0
    for character in text {
      guard let digit = character.wholeNumberValue, (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}

extension String {
  /// Without white space at either end.
  package var trimmed: String {
    var part = Substring(self)
    while part.first?.isWhitespace ?? false { part.removeFirst() }
    while part.last?.isWhitespace ?? false { part.removeLast() }
    return String(part)
  }

  fileprivate func dropPrefix(_ prefix: String) -> String? {
    lowercased().hasPrefix(prefix) ? String(dropFirst(prefix.count)).trimmed : nil
  }
}
