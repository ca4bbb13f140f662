import Compiler
import Diagnostics
import Mustache

/// The look of a site: templates, styles, scripts and icons.
struct Theme: Sendable {
  /// The templates, by their names without extension.
  let templates: MustacheLibrary
  /// The files that pages load, by their names.
  let assets: [(name: String, bytes: [UInt8])]

  /// The theme's files as they come with Waymark.
  static let files: [(name: String, bytes: [UInt8])] = [
    ("article.mustache", PackageResources.article_mustache),
    ("bare.mustache", PackageResources.bare_mustache),
    ("footer.mustache", PackageResources.footer_mustache),
    ("head.mustache", PackageResources.head_mustache),
    ("helpdesk.mustache", PackageResources.helpdesk_mustache),
    ("icon.svg", PackageResources.icon_svg),
    ("notices.mustache", PackageResources.notices_mustache),
    ("page.mustache", PackageResources.page_mustache),
    ("pair.mustache", PackageResources.pair_mustache),
    ("plain.mustache", PackageResources.plain_mustache),
    ("search.js", PackageResources.search_js),
    ("step.mustache", PackageResources.step_mustache),
    ("theme.css", PackageResources.theme_css),
    ("waymark.js", PackageResources.waymark_js),
  ]

  /// Reads the theme.
  static func read(from folder: ContentFolder) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var templates = MustacheLibrary()
    var assets: [(name: String, bytes: [UInt8])] = []
    var diagnostics: [Diagnostic] = []
    for (name, bytes) in files {
      guard name.hasSuffix(".mustache") else {
        assets.append((name, bytes))
        continue
      }
      do {
        try templates.register(
          String(decoding: bytes, as: UTF8.self), named: String(name.dropLast(9)))
      } catch {
        diagnostics.append(
          Diagnostic(
            .error, "bad-template", "the template cannot be read: \(error)",
            at: SourceLocation("theme/\(name)")))
      }
    }
    return (Theme(templates: templates, assets: assets), diagnostics)
  }
}
