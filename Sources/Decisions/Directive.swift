import Content

/// What a writer says about the next block or heading: `<!-- waymark: question -->`.
enum Directive: Hashable {
  /// The rows, items or sub-headings are answers.
  case question
  /// It is something to try.
  case remedy
  /// It is shown as it is, and no rule reads it.
  case information
  /// It is left out of the tree; the article's page still shows it.
  case ignore
  /// The node that it makes is called so, whatever its words become.
  case id(String)
  /// The section with this id solves it.
  case solvedBy(String)

  /// Reads the words behind `waymark:`; `nil` when they are none of these.
  init?(_ words: String) {
    switch words {
    case "question": self = .question
    case "remedy": self = .remedy
    case "information": self = .information
    case "ignore": self = .ignore
    default:
      guard let colon = words.firstIndex(of: ":") else { return nil }
      let value = String(words[words.index(after: colon)...].drop { $0 == " " })
      switch words[..<colon] {
      case "id" where Self.isName(value): self = .id(value)
      case "solved-by" where !value.isEmpty:
        self = .solvedBy(value.hasPrefix("#") ? String(value.dropFirst()) : value)
      default: return nil
      }
    }
  }

  /// The words that begin a directive, sorted.
  static let names = ["id", "ignore", "information", "question", "remedy", "solved-by"]

  /// Whether a name may be part of an id: lower-case letters, digits and hyphens.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 60
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}

extension Block {
  /// The directive that it is; `nil` for any other block, and for words that mean nothing.
  var directive: Directive? {
    guard case .directive(let words) = kind else { return nil }
    return Directive(words)
  }

  /// Whether it is a comment to Waymark.
  var isDirective: Bool {
    if case .directive = kind { return true }
    return false
  }
}

extension [Directive] {
  /// The name that an `id` directive gives.
  var name: String? {
    for case .id(let name) in self { return name }
    return nil
  }

  /// The sections that solve it, by their ids.
  var solutions: [String] {
    compactMap { directive in
      if case .solvedBy(let anchor) = directive { anchor } else { nil }
    }
  }
}
