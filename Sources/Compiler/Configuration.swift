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
  /// The 1-based line of the file that names a locale.
  package private(set) var localeLines: [LanguageTag: Int] = [:]
  /// The language of source texts, also of those that stand beside their translation.
  package var source: LanguageTag { locales.first ?? .americanEnglish }
  package var titles: [LanguageTag: String] = [:]
  /// Where the site will stand, for absolute addresses; `nil` when nobody said.
  package var baseURL: String?
  /// Whom to contact when nothing helped, in each locale.
  package var contacts: [LanguageTag: [Block]] = [:]
  /// Whether one text says that for all locales.
  package private(set) var hasOneContact = false
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
          column: flaw.column, hint: flaw.hint))
    }
  }

  private static let keys = ["title", "base_url", "locales", "escalation", "rules", "theme"]

  private mutating func read(
    _ key: String, _ value: Node, line: Int, _ diagnostics: inout [Diagnostic]
  ) {
    switch key {
    case "title":
      titles = SettingReader("title", line, example: "Help centre").perLocale(value, &diagnostics)
    case "base_url":
      baseURL = SettingReader("base_url", line, example: "https://help.example.com")
        .text(value, &diagnostics)
    case "locales":
      let named = SettingReader("locales", line, example: "[en-us, nl-nl]")
        .tags(value, &diagnostics)
      locales = named.map(\.tag)
      localeLines = Dictionary(named, uniquingKeysWith: { first, _ in first })
      isBroken = isBroken || locales.isEmpty
    case "escalation":
      hasOneContact = value.mapping == nil
      contacts = SettingReader("escalation", line, example: "Call extension 4357.")
        .sentencePerLocale(value, &diagnostics).mapValues { Self.blocks($0) }
    case "theme": theme = ThemeSettings(value, &diagnostics)
    case "rules": rules = Self.rules(value, &diagnostics)
    default:
      let nearest = Suggestion.nearest(to: key, in: Self.keys)
      diagnostics.append(
        Diagnostic(
          .warning, "unknown-setting", "no setting is called '\(key)'",
          at: SourceLocation(Self.fileName, line: line),
          hint: nearest.map { "did you mean '\($0)'?" }
            ?? "delete it; the file may hold \(Self.keys.joined(separator: ", "))"))
    }
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
