import Content
import Diagnostics
import Yams

/// Reads the value of one setting in `waymark.yml`; what is of another kind is reported.
struct SettingReader {
  private let name: String
  /// 1-based.
  private let line: Int
  /// A value as it should be, for whoever wrote another one.
  private let example: String

  init(_ name: String, _ line: Int, example: String) {
    self.name = name
    self.line = line
    self.example = example
  }

  /// What a writer calls a value: `a list`, or its words in quotes.
  static func words(for value: Node) -> String {
    switch value {
    case .sequence: "a list"
    case .mapping: "a group of keys"
    case .scalar(let scalar) where scalar.string.isEmpty: "nothing"
    case .scalar(let scalar): "'\(scalar.string)'"
    case .alias: "an alias"
    }
  }

  /// A text on one or more lines; `nil` for what is none.
  func text(_ value: Node, _ diagnostics: inout [Diagnostic]) -> String? {
    text(value, of: name, hint: "write `\(name): \(example)`", &diagnostics)
  }

  /// A text for each locale; one text without locales is for all, under the source's tag.
  func perLocale(
    _ value: Node, _ diagnostics: inout [Diagnostic]
  ) -> [LanguageTag: String] {
    guard let mapping = value.mapping else {
      let hint = "write `\(name): \(example)`, or such a text for each locale on lines below"
      return text(value, of: name, hint: hint, &diagnostics).map { [.americanEnglish: $0] } ?? [:]
    }
    var found: [LanguageTag: String] = [:]
    for (key, text) in mapping {
      guard let tag = tag(key, &diagnostics) else { continue }
      found[tag] = self.text(
        text, of: "\(name): \(tag)", hint: "write `\(tag): \(example)`", &diagnostics)
    }
    return found
  }

  /// The same for a text that tells readers what to do, which a number alone does not.
  func sentencePerLocale(
    _ value: Node, _ diagnostics: inout [Diagnostic]
  ) -> [LanguageTag: String] {
    perLocale(value, &diagnostics).filter { _, text in
      guard text.allSatisfy({ $0.isNumber || $0.isWhitespace }) else { return true }
      report(
        "`\(name)` holds '\(text)', which does not tell readers what to do", line,
        "write it as a sentence, such as `\(example)`", &diagnostics)
      return false
    }
  }

  /// The locales of a list, each once and with its line; a single one without a list is reported,
  /// and counts.
  func tags(
    _ value: Node, _ diagnostics: inout [Diagnostic]
  ) -> [(tag: LanguageTag, line: Int)] {
    let hint = "write `\(name): \(example)`, the language that you write in first"
    guard let sequence = value.sequence else {
      let only = value.scalar.flatMap { LanguageTag($0.string) }
      report(
        "`\(name)` holds \(Self.words(for: value)) instead of a list", line,
        only.map { "write `\(name): [\($0)]`" } ?? hint, &diagnostics)
      return only.map { [($0, line)] } ?? []
    }
    if sequence.isEmpty { report("`\(name)` names no language", line, hint, &diagnostics) }
    var found: [(tag: LanguageTag, line: Int)] = []
    for (place, node) in sequence.enumerated() {
      guard let tag = tag(node, &diagnostics) else {
        // Without its source language, the whole folder would be read in another one.
        if place == 0 { return [] }
        continue
      }
      if found.contains(where: { $0.tag == tag }) {
        report(
          "`\(name)` names '\(tag)' twice", node.mark?.line ?? line, "delete one of the two",
          &diagnostics)
      } else {
        found.append((tag, node.mark?.line ?? line))
      }
    }
    return found
  }

  /// The keys of a group with their values; a setting without any value has none.
  func keys(of value: Node, _ diagnostics: inout [Diagnostic]) -> Node.Mapping {
    if let mapping = value.mapping { return mapping }
    if value.scalar?.string.isEmpty != true {
      report(
        "`\(name)` holds \(Self.words(for: value)) instead of lines with a key each", line,
        "write lines such as `\(example)` below `\(name):`, indented", &diagnostics)
    }
    return [:]
  }

  private func tag(_ node: Node, _ diagnostics: inout [Diagnostic]) -> LanguageTag? {
    if let tag = node.scalar.flatMap({ LanguageTag($0.string) }) { return tag }
    report(
      "\(Self.words(for: node)) is not a language tag", node.mark?.line ?? line,
      "write tags such as `en-us` or `ja-jp`", &diagnostics)
    return nil
  }

  private func text(
    _ value: Node, of name: String, hint: String, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    if let text = value.scalar?.string, !text.isEmpty { return text }
    report(
      "`\(name)` holds \(Self.words(for: value)) instead of a text", value.mark?.line ?? line,
      hint, &diagnostics)
    return nil
  }

  private func report(
    _ message: String, _ line: Int, _ hint: String, _ diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(Configuration.finding(message, line: line, hint: hint))
  }
}
