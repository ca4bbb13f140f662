import Articles
package import Content
package import Diagnostics
import Markdown
import Yams

/// What a help centre says about itself in `waymark.yml` (design.md, 4).
package struct Configuration: Sendable, Hashable {
  /// The file's name, at the top of the content folder.
  package static let fileName = "waymark.yml"

  /// The locales that content is written in, the source first; empty without a configuration.
  package var locales: [LanguageTag] = []
  /// The language of source texts, also of those that stand beside their translation.
  package var source: LanguageTag { locales.first ?? .americanEnglish }
  package var titles: [LanguageTag: String] = [:]
  /// Where the site will stand, for absolute addresses; `nil` when nobody said.
  package var baseURL: String?
  /// Whom to contact when nothing helped, in each locale.
  package var contacts: [LanguageTag: [Block]] = [:]
  /// How the site looks.
  package var theme = ThemeSettings()
  /// The levels that kinds of findings have here, in the file's order; of two, the later counts.
  package var rules: [RuleSetting] = []
  /// Whether the file leaves open which folders hold articles, so that none may be read: every
  /// article would be taken for another one.
  package private(set) var isBroken = false

  package init() {}

  /// Reads `waymark.yml`; what it cannot use is reported and left out.
  package init(parsing text: String, diagnostics: inout [Diagnostic]) {
    do {
      guard let root = try Yams.compose(yaml: text)?.mapping else {
        isBroken = true
        diagnostics.append(
          Self.finding(
            "it holds no settings, so no article was read", line: 1,
            hint: "write `locales: [en-us]`"))
        return
      }
      for (key, value) in root {
        read(key.string ?? "", value, line: key.mark?.line ?? 1, &diagnostics)
      }
    } catch {
      isBroken = true
      let flaw = YAMLFlaw(error, in: text)
      diagnostics.append(
        Self.finding(
          "it is not valid YAML, so no article was read: \(flaw.reason)", line: flaw.line,
          column: flaw.column, hint: "put values that hold `:` or `#` in quotes"))
    }
  }

  private static let keys = ["title", "base_url", "locales", "escalation", "rules", "theme"]

  private mutating func read(
    _ key: String, _ value: Node, line: Int, _ diagnostics: inout [Diagnostic]
  ) {
    switch key {
    case "title": titles = Self.perLocale(value, &diagnostics)
    case "base_url": baseURL = value.string
    case "locales": locales = Self.tags(value, &diagnostics)
    case "escalation":
      contacts = Self.perLocale(value, &diagnostics).mapValues { Self.blocks($0) }
    case "theme": theme = ThemeSettings(value, &diagnostics)
    case "rules": rules = Self.rules(value, &diagnostics)
    default:
      let nearest = Suggestion.nearest(to: key, in: Self.keys)
      diagnostics.append(
        Diagnostic(
          .warning, "unknown-setting", "no setting is called '\(key)'",
          at: SourceLocation(Self.fileName, line: line),
          hint: nearest.map { "did you mean '\($0)'?" } ?? "remove it"))
    }
  }

  private static func tags(_ value: Node, _ diagnostics: inout [Diagnostic]) -> [LanguageTag] {
    (value.sequence.map(Array.init) ?? [value]).compactMap { node in
      let tag = node.string.flatMap { LanguageTag($0) }
      if tag == nil {
        diagnostics.append(
          finding(
            "'\(node.string ?? "")' is not a language tag", line: node.mark?.line ?? 1,
            hint: "write tags such as `en-us` or `ja-jp`"))
      }
      return tag
    }
  }

  /// A text for each locale; one text without locales is for all, under the source's tag.
  static func perLocale(
    _ value: Node, _ diagnostics: inout [Diagnostic]
  ) -> [LanguageTag: String] {
    guard let mapping = value.mapping else {
      return value.string.map { [.americanEnglish: $0] } ?? [:]
    }
    var found: [LanguageTag: String] = [:]
    for (key, text) in mapping {
      if let tag = tags(key, &diagnostics).first { found[tag] = text.string ?? "" }
    }
    return found
  }

  static func blocks(_ markdown: String) -> [Block] {
    MarkdownDocument(bytes: Array(markdown.utf8), units: []).blocks()
  }

  static func finding(
    _ message: String, line: Int, column: Int? = nil, hint: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "bad-configuration", message,
      at: SourceLocation(fileName, line: line, column: column), hint: hint)
  }
}
