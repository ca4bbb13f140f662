import Content
package import Diagnostics
import Markdown

/// Reads one file into an article, in one pass: text, includes, units, blocks.
package enum ArticleReader {
  /// Reads an article; what is wrong with it is reported, and the rest is kept.
  ///
  /// - Parameters:
  ///   - raw: the file's bytes.
  ///   - path: the file, relative to the content folder.
  ///   - read: reads an included file.
  /// - Returns: the article, and its findings in no particular order.
  package static func read(
    _ raw: [UInt8], path: String, including read: @escaping FileReader
  ) -> (article: Article, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let source = SourceText(raw, path: path, diagnostics: &diagnostics)
    let front = source.frontMatter()
    let yaml = front.map { UnitStripper.strip($0.yaml) }
    let frontMatter =
      yaml.map { FrontMatter(parsing: $0.text, path: path, diagnostics: &diagnostics) }
      ?? FrontMatter()
    var expander = IncludeExpander(articlePath: path, read: read)
    expander.append(
      source.bytes[(front?.bodyStart ?? 0)...], path: path, firstLine: (front?.bodyLine ?? 0) + 1,
      chain: [path])
    diagnostics += expander.diagnostics
    let projection = Projection(of: expander.text)
    let blocks = blocks(of: projection, expander.text, path: path, diagnostics: &diagnostics)
    let article = Article(
      path: path, frontMatter: frontMatter, blocks: blocks,
      isSideBySide: projection.isSideBySide, includes: expander.included,
      frontMatterUnits: yaml?.units ?? [])
    return (article, diagnostics)
  }

  private static func blocks(
    of projection: Projection, _ text: AssembledText, path: String,
    diagnostics: inout [Diagnostic]
  ) -> [Block] {
    let places = Places(path: path, origins: text.origins)
    for line in projection.malformedLines {
      diagnostics.append(
        Diagnostic(
          .warning, "malformed-unit", "the mark-up of a text unit is broken here",
          at: places.location(ofLine: line),
          hint: "its text is shown; have the localization tool write the file again"))
    }
    var reader = HTMLReader()
    var blocks = reader.read(projection.source.markdown.blocks())
    diagnostics += reader.dropped.map { dropped in
      Diagnostic(
        .warning, "unsafe-html", "the HTML element '\(dropped.name)' was left out",
        at: places.location(ofLine: projection.source.assembledLine(dropped.line)),
        hint: "use Markdown instead")
    }
    if projection.isUntranslated {
      blocks = blocks.map { $0.mapTexts { Text($0.source) } }
    } else {
      var targetReader = HTMLReader()
      let target = targetReader.read(projection.target.markdown.blocks())
      let merged = Bilingual.merge(source: blocks, target: target)
      blocks = merged.blocks
      diagnostics += merged.differingLines.map { line in
        Diagnostic(
          .warning, "structure-differs",
          "the translation's blocks are not those of the source text here",
          at: places.location(ofLine: projection.source.assembledLine(line)),
          hint: "give the translation the same list items, paragraphs and table cells")
      }
    }
    blocks = blocks.map { places.placed($0, in: projection.source) }
    var cleaner = LinkCleaner(path: path)
    blocks = cleaner.clean(DirectiveReader.read(blocks))
    diagnostics += cleaner.diagnostics
    return HeadingNamer.name(ListMerger.merge(blocks))
  }
}

/// Knows where each assembled line comes from.
private struct Places {
  let path: String
  let origins: [LineOrigin]

  /// The place of a 0-based assembled line.
  func location(ofLine line: Int) -> SourceLocation {
    guard origins.indices.contains(line) else { return SourceLocation(path) }
    return SourceLocation(origins[line].file ?? path, line: origins[line].line)
  }

  /// The block, and all inside it, with their lines in the author's files.
  func placed(_ block: Block, in document: Projection.Document) -> Block {
    var out = block.mapChildren { $0.map { placed($0, in: document) } }
    let line = document.assembledLine(block.line)
    guard origins.indices.contains(line) else { return out }
    out.line = origins[line].line
    out.file = origins[line].file
    if case .table(var table) = out.kind {
      table.rowLines = table.rowLines.map { row in
        let line = document.assembledLine(row)
        return origins.indices.contains(line) ? origins[line].line : row
      }
      out.kind = .table(table)
    }
    return out
  }
}

extension Projection.Document {
  /// The 0-based assembled line that a 1-based line of this document comes from.
  fileprivate func assembledLine(_ line: Int) -> Int {
    lines.isEmpty ? 0 : lines[min(max(line - 1, 0), lines.count - 1)]
  }
}

/// Replaces units by their target text, where mark-up is not expected, as in front matter.
enum UnitStripper {
  static func strip(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], units: [TextUnit.ID]) {
    let bytes = Array(bytes)
    guard bytes.firstOffset(of: UnitMarkup.anyOpen, from: 0) != nil else { return (bytes, []) }
    var text = AssembledText()
    text.bytes = bytes
    let projection = Projection(of: text)
    let markdown = projection.target.markdown
    return (markdown.bytes, markdown.units.map(\.id))
  }
}
