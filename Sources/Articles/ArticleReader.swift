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
  ///   - spelling: gives the file whose path differs from another in case only.
  /// - Returns: the article, and its findings in no particular order.
  package static func read(
    _ raw: [UInt8], path: String, including read: @escaping FileReader,
    spelling: @escaping (String) -> String? = { _ in nil }
  ) -> (article: Article, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let source = SourceText(raw, path: path, diagnostics: &diagnostics)
    let front = source.frontMatter(path: path, diagnostics: &diagnostics)
    let yaml = front.map { UnitStripper.strip($0.yaml) }
    let frontMatter =
      yaml.map { FrontMatter(parsing: $0.text, path: path, diagnostics: &diagnostics) }
      ?? FrontMatter()
    var expander = IncludeExpander(articlePath: path, read: read, spelling: spelling)
    expander.append(
      source.bytes[(front?.bodyStart ?? 0)...], path: path, firstLine: (front?.bodyLine ?? 0) + 1,
      chain: [path])
    diagnostics += expander.diagnostics
    let projection = Projection(of: expander.text)
    let places = Places(path: path, origins: expander.text.origins)
    let merged = merged(projection, places, &diagnostics)
    let blocks = structured(
      merged.blocks, merged.marks, projection, places, frontMatter, read, &diagnostics)
    let article = Article(
      path: path, frontMatter: frontMatter, blocks: blocks,
      isSideBySide: projection.isSideBySide, includes: expander.included,
      frontMatterUnits: yaml?.units ?? [])
    return (article, diagnostics)
  }

  /// The blocks of the source document with the words of its translation, as the author's lines
  /// have them, and the directives that still stand between them.
  private static func merged(
    _ projection: Projection, _ places: Places, _ diagnostics: inout [Diagnostic]
  ) -> (blocks: [Block], marks: DirectiveMarks) {
    for flaw in projection.flaws {
      diagnostics.append(
        Diagnostic(
          .warning, "malformed-unit", "the mark-up of a text unit is broken: \(flaw.lack)",
          at: places.location(ofLine: flaw.line),
          hint: "a unit is `<span data-ttu-id=\"ID\">translation</span><span class=\"sxs-lookup\">"
            + "<span data-stu-id=\"ID\">source</span></span>`; add what is missing"))
    }
    let source = ParsedDocument(projection.source.markdown)
    diagnostics += source.dropped.map { dropped in
      Diagnostic(
        .warning, "unsafe-html", "the HTML \(dropped.what) was left out",
        at: places.location(ofLine: projection.source.assembledLine(dropped.line)),
        hint: "use Markdown instead")
    }
    var blocks = source.blocks
    if projection.isUntranslated {
      blocks = blocks.map { $0.mapTexts { Text($0.source) } }
    } else {
      let target = ParsedDocument(projection.target.markdown)
      let merged = Bilingual.merge(source: blocks, target: target.blocks)
      blocks = merged.blocks
      diagnostics += merged.findings.emptyLinks.map { link in
        Diagnostic(
          .warning, "empty-link",
          "the translation leaves the link to '\(link.destination)' without words",
          at: places.location(ofLine: projection.source.assembledLine(link.line)),
          hint: "write its words between `[` and `]`; until then the source's are shown")
      }
      diagnostics += merged.findings.differences.map { difference in
        let line = difference.targetLine.map { projection.target.assembledLine($0) }
        return Diagnostic(
          .warning, "structure-differs",
          "the source text has \(difference.source) here, the translation \(difference.target)",
          at: places.location(
            ofLine: line ?? projection.source.assembledLine(difference.sourceLine)),
          hint: "give the translation the same list items, paragraphs and table cells")
      }
    }
    return (blocks.map { places.placed($0, in: projection.source) }, source.marks)
  }

  /// Blocks in the structure that the dialect's directives give them.
  private static func structured(
    _ blocks: [Block], _ marks: DirectiveMarks, _ projection: Projection, _ places: Places,
    _ frontMatter: FrontMatter, _ read: @escaping FileReader, _ diagnostics: inout [Diagnostic]
  ) -> [Block] {
    var blocks = blocks
    let path = places.path
    if !marks.directives.isEmpty {
      let pivots = ZonePivots(around: path, read: read)
      var nester = DirectiveNester(marks: marks, path: path, pivots: pivots, read: read)
      nester.check { places.location(ofLine: projection.source.assembledLine($0.line)) }
      let zones = marks.used.filter { $0.name == .zone && $0["pivot"] != nil }.map { zone in
        (
          ids: zone.pivots,
          place: places.location(ofLine: projection.source.assembledLine(zone.line))
        )
      }
      diagnostics += pivots.findings(zones: zones, in: frontMatter, path: path)
      blocks = nester.nest(blocks)
      diagnostics += nester.diagnostics
    }
    var tabs = TabReader(path: path)
    blocks = tabs.read(blocks)
    diagnostics += tabs.diagnostics
    var quotes = QuoteReader(path: path)
    blocks = quotes.read(blocks)
    diagnostics += quotes.diagnostics
    var cleaner = LinkCleaner(path: path)
    blocks = cleaner.clean(blocks)
    diagnostics += cleaner.diagnostics
    return HeadingNamer.name(ListMerger.merge(blocks))
  }
}

/// One of an article's two documents, parsed, without raw HTML.
private struct ParsedDocument {
  let blocks: [Block]
  let marks: DirectiveMarks
  /// The HTML that was left out, and the document's 1-based lines.
  let dropped: [(what: String, line: Int)]

  init(_ document: MarkdownDocument) {
    var marks = DirectiveMarks(document)
    var parsed = Self.parse(marks)
    if parsed.used.count < marks.directives.count {
      // The others stand in code, where they are text: so they must not be marked.
      let inCode = Set(marks.directives.indices).subtracting(parsed.used)
      marks = DirectiveMarks(document, excluding: inCode)
      parsed = Self.parse(marks)
    }
    self.marks = marks
    (blocks, dropped) = (parsed.blocks, parsed.dropped)
  }

  private static func parse(
    _ marks: DirectiveMarks
  ) -> (blocks: [Block], dropped: [(what: String, line: Int)], used: Set<Int>) {
    var html = HTMLReader()
    let blocks = html.read(marks.markdown.blocks())
    guard !marks.directives.isEmpty else {
      return (InlineExtensions.read(blocks), html.dropped, [])
    }
    var reader = MarkReader(marks)
    return (InlineExtensions.read(reader.read(blocks)), html.dropped, reader.used)
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
