import Content

/// The names of languages in themselves, such as `Nederlands`.
enum LanguageName {
  /// The name of a locale's language, with the region where the tag names one that matters.
  static func name(of locale: LanguageTag) -> String {
    names[locale.rawValue] ?? names[locale.language] ?? locale.display
  }

  /// Writes a list item that leads to a page in another language.
  static func writeLink(
    to locale: LanguageTag, at address: String, isCurrent: Bool, to html: inout HTMLWriter
  ) {
    html.element("li") { html in
      html.open(
        "a",
        [
          .init("href", address), .init("hreflang", locale.display), .init("lang", locale.display),
        ] + (isCurrent ? [.init("aria-current", "true")] : []))
      html.text(name(of: locale))
      html.markup("</a>")
    }
  }

  private static let names: [String: String] = {
    var found: [String: String] = [:]
    let text = String(decoding: PackageResources.languages_txt, as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { found[String(parts[0])] = String(parts[1]) }
    }
    return found
  }()
}
