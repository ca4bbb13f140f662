package import Compiler
package import Diagnostics
import Mustache

/// The look of a site: templates, styles, scripts and icons.
package struct Theme: Sendable {
  /// The templates, by their names without extension.
  let templates: MustacheLibrary
  /// The files that pages load, by their names.
  let assets: [(name: String, bytes: [UInt8])]
  /// The words that the content's theme says in its own way, by language.
  let words: [String: [String: String]]

  /// Where a content folder keeps files that take the place of the theme's.
  static let folder = "theme/"

  /// The theme's files as they come with Waymark, sorted by name.
  static let files: [(name: String, bytes: [UInt8])] = [
    ("article.mustache", PackageResources.article_mustache),
    ("bare.mustache", PackageResources.bare_mustache),
    ("filter.js", PackageResources.filter_js),
    ("footer.mustache", PackageResources.footer_mustache),
    ("head.mustache", PackageResources.head_mustache),
    ("helpdesk.mustache", PackageResources.helpdesk_mustache),
    ("icon-180.png", PackageResources.icon_180_png),
    ("icon-512.png", PackageResources.icon_512_png),
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

  /// Reads the theme: a content folder's own files, and Waymark's for all others.
  ///
  /// A file of the content's theme that cannot be used is reported, and Waymark's is taken.
  package static func read(from folder: ContentFolder) -> (theme: Theme, diagnostics: [Diagnostic])
  {
    var reader = ThemeReader(folder: folder)
    for (name, bytes) in files { reader.read(name, instead: bytes) }
    reader.readOthers()
    let theme = Theme(templates: reader.templates, assets: reader.assets, words: reader.words)
    return (theme, reader.diagnostics)
  }
}
