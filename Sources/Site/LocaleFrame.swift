import Compiler
import Content
import Decisions

/// What all pages of one locale share: its words, and its templates ready to be filled.
struct LocaleFrame: Sendable {
  let locale: LanguageTag
  /// The locale as `lang` attributes show it.
  let tag: String
  /// The name of its language in itself.
  let language: String
  let phrases: PhraseBook
  let title: String
  private let templates: [Template: PageTemplate]

  /// The kinds of page that have a template of their own.
  enum Template: String, CaseIterable {
    case article, step, plain, bare
  }

  init(_ locale: LanguageTag, library: Library, theme: Theme) {
    self.locale = locale
    tag = locale.display
    language = LanguageName.name(of: locale)
    phrases = PhraseBook.phrases(for: locale).replacing(theme.words[locale.language] ?? [:])
    title = library.title(in: locale) ?? phrases[.helpCenter]
    let constants = Self.constants(locale, title: title, phrases, library)
    var templates: [Template: PageTemplate] = [:]
    for template in Template.allCases {
      templates[template] = PageTemplate(
        template.rawValue, in: theme.templates, constants: constants)
    }
    self.templates = templates
  }

  /// The values that are the same on every page, as templates name them.
  private static func constants(
    _ locale: LanguageTag, title: String, _ phrases: PhraseBook, _ library: Library
  ) -> [String: Any] {
    let settings = library.configuration.theme
    var terms: [String: String] = [:]
    for term in Term.allCases { terms[term.rawValue] = phrases[term] }
    for phrase in Phrase.allCases { terms[phrase.rawValue] = phrases[phrase] }
    return [
      "term": terms,
      "locale": [
        "tag": locale.display, "path": locale.rawValue, "name": LanguageName.name(of: locale),
        "dir": locale.isRightToLeft ? "rtl" : "ltr",
      ],
      "site": [
        "title": title, "logo": settings.logo.map { "files/\($0)" } ?? "theme/icon.svg",
        "colors": settings.accent != nil || settings.accentDark != nil,
        "footer": footer(settings, locale, phrases, library),
      ] as [String: Any],
    ]
  }

  /// The end of every page, as HTML; empty without one.
  private static func footer(
    _ settings: ThemeSettings, _ locale: LanguageTag, _ phrases: PhraseBook, _ library: Library
  ) -> String {
    let blocks =
      settings.footers[locale] ?? library.locales.first.flatMap { settings.footers[$0] }
      ?? settings.footers[.americanEnglish] ?? []
    guard !blocks.isEmpty else { return "" }
    let links = PageLinks(
      library: library, files: .none, locale: locale, page: "", articlePath: "",
      leadsToSteps: false)
    var content = ContentRenderer(links: links, phrases: phrases)
    var html = HTMLWriter()
    content.write(blocks, to: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  /// The names of those values, but for terms.
  static let constantNames = [
    "locale.tag", "locale.path", "locale.name", "locale.dir", "site.title", "site.logo",
    "site.footer", "site.colors",
  ]

  /// Makes a page: fills a template with what `fill` sets.
  func page(
    _ path: String, _ template: Template, title: String, fill: (inout SlotValues) -> Void
  ) -> Page {
    var values = SlotValues()
    values.set(.root) { html in
      for _ in path.utf8.filter({ $0 == UInt8(ascii: "/") }) { html.markup("../") }
    }
    values.set(.title, text: title == self.title ? title : "\(title) · \(self.title)")
    fill(&values)
    return Page(path: path, bytes: templates[template]?.render(values) ?? [])
  }
}
