package import Content

/// Other words for the same, as helpdesks hear them: "wifi" for "wireless", "MFA" for "two-step
/// verification".
///
/// A text that holds one of a group is found by the others, because they are added to its words
/// when it is indexed; whoever searches needs no list.
package struct Synonyms: Sendable {
  /// A word, or several in a row, as tokens; and the place of its group in `groups`.
  private struct Phrase {
    let tokens: [String]
    let group: Int
  }

  /// By their first token, the longest first.
  private let phrases: [String: [Phrase]]
  /// For each first byte, which shapes the first tokens have; most tokens of a text have another.
  private let shapes: [UInt64]
  /// For each group, its phrases.
  let groups: [[[String]]]

  /// The synonyms of a language; none for one without a list.
  package static func words(for locale: LanguageTag) -> Synonyms? {
    switch locale.language {
    case "ar": arabic
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    case "ja": japanese
    case "nl": dutch
    default: nil
    }
  }

  private static let arabic = Synonyms(parsing: PackageResources.ar_txt)
  private static let german = Synonyms(parsing: PackageResources.de_txt)
  private static let english = Synonyms(parsing: PackageResources.en_txt)
  private static let spanish = Synonyms(parsing: PackageResources.es_txt)
  private static let french = Synonyms(parsing: PackageResources.fr_txt)
  private static let japanese = Synonyms(parsing: PackageResources.ja_txt)
  private static let dutch = Synonyms(parsing: PackageResources.nl_txt)

  private init(parsing bytes: [UInt8]) {
    self.init(parsing: String(decoding: bytes, as: UTF8.self))
  }

  /// Reads a list: a group on each line, commas between its phrases; `#` begins a comment.
  init(parsing text: String) {
    groups = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: ",").map { Tokens.split(String($0)) }.filter { !$0.isEmpty }
    }
    var phrases: [String: [Phrase]] = [:]
    for (group, alternatives) in groups.enumerated() {
      for tokens in alternatives {
        phrases[tokens[0], default: []].append(Phrase(tokens: tokens, group: group))
      }
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.tokens.count > $1.tokens.count } }
    var shapes = [UInt64](repeating: 0, count: 256)
    for token in phrases.keys {
      shapes[Int(token.utf8.first ?? 0)] |= Self.shape(of: Array(token.utf8)[...])
    }
    self.shapes = shapes
  }

  /// One bit for a token, of its length and its last byte.
  private static func shape(of token: ArraySlice<UInt8>) -> UInt64 {
    1 << ((UInt64(token.count) &* 11 &+ UInt64(token.last ?? 0)) & 63)
  }

  /// Adds to the tokens of a text the words of the other phrases of each group that it holds one of,
  /// each once, and none that the one it holds has itself.
  func expand(_ tokens: inout TokenList) {
    var added: [String] = []
    var known: Set<Int> = []
    for index in 0..<tokens.count {
      let range = tokens.range(at: index)
      guard
        shapes[Int(tokens.bytes[range.lowerBound])] & Self.shape(of: tokens.bytes[range]) != 0,
        let candidates = phrases[tokens.string(at: index)]
      else { continue }
      for phrase in candidates where tokens.hold(phrase.tokens, at: index) {
        guard known.insert(phrase.group).inserted else { continue }
        for token in groups[phrase.group].joined()
        where !phrase.tokens.contains(token) && !added.contains(token) {
          added.append(token)
        }
      }
    }
    tokens.append(added)
  }
}

extension TokenList {
  /// Whether some tokens stand one after another at an index.
  fileprivate func hold(_ tokens: [String], at start: Int) -> Bool {
    guard start + tokens.count <= count else { return false }
    return tokens.indices.allSatisfy { string(at: start + $0) == tokens[$0] }
  }
}
