package import Content

/// One help article: its front matter, and its blocks in two languages.
package struct Article: Sendable {
  /// The file's path relative to the content folder.
  package let path: String
  package let frontMatter: FrontMatter
  /// In document order, includes in their places, headings with their ids, no raw HTML.
  package private(set) var blocks: [Block]
  /// Whether the file has text units.
  package let isSideBySide: Bool
  /// The included files, in order of their first use.
  package let includes: [String]
  /// Units that stand in the front matter: their id and target text.
  package let frontMatterUnits: [TextUnit.ID]

  package init(
    path: String, frontMatter: FrontMatter, blocks: [Block], isSideBySide: Bool,
    includes: [String], frontMatterUnits: [TextUnit.ID]
  ) {
    self.path = path
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.isSideBySide = isSideBySide
    self.includes = includes
    self.frontMatterUnits = frontMatterUnits
  }

  /// The title a reader sees: the first heading of level 1, else the front matter's, else the
  /// file's name.
  package var title: Text {
    for block in blocks {
      if case .heading(let heading) = block.kind, heading.level == 1, !heading.text.isBlank {
        return heading.text
      }
    }
    if let title = frontMatter["title"] { return Text([.text(title)]) }
    let name = path.split(separator: "/").last ?? ""
    return Text([.text(String(name.prefix { $0 != "." }))])
  }

  /// The locale that localization wrote into the front matter.
  package var declaredLocale: LanguageTag? {
    frontMatter["ms.contentlocale"].flatMap { LanguageTag($0) }
  }

  /// The same article with other blocks.
  package func replacingBlocks(_ blocks: [Block]) -> Article {
    var out = self
    out.blocks = blocks
    return out
  }
}
