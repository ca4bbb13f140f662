package import Content
import Diagnostics
import Yams

/// What `waymark.yml` says about the look of the site, under `theme:`.
package struct ThemeSettings: Sendable, Hashable {
  /// The colour of links and buttons on white, such as `#0b5c68`.
  package var accent: String?
  /// The same on black.
  package var accentDark: String?
  /// A picture, relative to the content folder.
  package var logo: String?
  /// What stands at the end of every page, in each locale.
  package var footers: [LanguageTag: [Block]] = [:]

  package init() {}

  init(_ value: Node, _ diagnostics: inout [Diagnostic]) {
    let own = SettingReader("theme", value.mark?.line ?? 1, example: "accent: \"#0b5c68\"")
    for (key, setting) in own.keys(of: value, &diagnostics) {
      let line = key.mark?.line ?? 1
      switch key.string ?? "" {
      case "accent": accent = Self.color(setting, line, &diagnostics)
      case "accent_dark": accentDark = Self.color(setting, line, &diagnostics)
      case "logo":
        logo = SettingReader("logo", line, example: "media/logo.svg").text(setting, &diagnostics)
      case "footer":
        footers = SettingReader("footer", line, example: "Example Ltd")
          .perLocale(setting, &diagnostics).mapValues { Configuration.blocks($0) }
      default:
        diagnostics.append(
          Configuration.finding(
            "the theme has no setting '\(key.string ?? "")'", line: line,
            hint: "write accent, accent_dark, logo or footer"))
      }
    }
  }

  /// A colour as `#` and six hexadecimal digits.
  private static func color(
    _ value: Node, _ line: Int, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    let text = value.string ?? ""
    if text.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil { return text }
    diagnostics.append(
      Configuration.finding(
        "'\(text)' is not a colour", line: line, hint: "write colours such as `\"#0b5c68\"`"))
    return nil
  }
}
