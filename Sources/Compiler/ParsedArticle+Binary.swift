package import Articles
package import Storage

/// What was found wrong with the article is not kept.
extension ParsedArticle: BinaryCodable {
  func encode(to writer: inout BinaryWriter) {
    writer.write(article.path)
    writer.write(article.frontMatter.entries)
    writer.write(article.blocks)
    writer.write(article.isSideBySide)
    writer.write(article.includes)
    writer.write(article.frontMatterUnits)
    TreeWriter(tree, beside: article.blocks).write(to: &writer)
    writer.write(locale)
    writer.write(version)
    writer.write(size)
    writer.write(standing)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    article = Article(
      path: try reader.read(), frontMatter: FrontMatter(try reader.read()),
      blocks: try reader.read(), isSideBySide: try reader.read(), includes: try reader.read(),
      frontMatterUnits: try reader.read())
    tree = try TreeReader.tree(beside: article.blocks, from: &reader)
    locale = try reader.read()
    version = try reader.read()
    size = try reader.read()
    standing = try reader.read()
    diagnostics = []
  }
}

extension FrontMatter.Entry: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    writer.write(key)
    writer.write(value)
    writer.write(line)
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(key: try reader.read(), value: try reader.read(), line: try reader.read())
  }
}
