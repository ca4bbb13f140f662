/// A block of an article, by CommonMark's names, with the place it begins at.
package struct Block: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    indirect case heading(Heading)
    case paragraph(Text)
    case list(List)
    indirect case code(CodeBlock)
    case quote([Block])
    case alert(AlertKind, [Block])
    /// A `[!div]` section or an HTML division, with its class.
    indirect case division(String, [Block])
    indirect case table(Table)
    indirect case details(summary: Text, [Block])
    indirect case tabs(TabGroup)
    /// Text for some readers only.
    indirect case zone(Zone, [Block])
    /// Columns side by side, from the first to the last.
    indirect case columns([Column])
    /// A picture, as a text of one image, that a longer description belongs to.
    indirect case figure(Text, description: [Block])
    indirect case video(Video)
    case thematicBreak
    /// A raw HTML block that has not been read; gone once an article is read. The units' ranges
    /// are byte offsets into the text.
    indirect case html(String, [TextUnit.Span])
    /// A comment to Waymark: the words after `waymark:`.
    case directive(String)
  }

  package var kind: Kind
  /// The 1-based line in `file`, where the block begins.
  package var line: Int
  /// The file that holds the block, when it is not the article's own but an included one.
  package var file: String?

  package init(_ kind: Kind, line: Int, file: String? = nil) {
    self.kind = kind
    self.line = line
    self.file = file
  }
}

package struct Heading: Hashable, Sendable {
  /// 1 to 6.
  package var level: Int
  package var text: Text
  /// The id that links to this heading use; empty until the article's ids are given out.
  package var id: String
  /// Other ids that lead here, such as further `<a name>`s.
  package var aliases: [String]
  package init(level: Int, text: Text, id: String = "", aliases: [String] = []) {
    self.level = level
    self.text = text
    self.id = id
    self.aliases = aliases
  }
}

package struct List: Hashable, Sendable {
  /// The number of the first item; `nil` for a bullet list.
  package var start: Int?
  package var isTight: Bool
  /// The blocks of each item, in order.
  package var items: [[Block]]
  package init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

package struct CodeBlock: Hashable, Sendable {
  /// The first word after the fence, without DocFX's `lang-` before it and `-interactive` behind.
  package var language: String
  package var text: Text
  /// What the code is called; empty for code without a name.
  package var caption: String
  package init(language: String, text: Text, caption: String = "") {
    self.language = language
    self.text = text
    self.caption = caption
  }
}

/// The kinds of alert that DocFX knows (dialect.md, 3).
package enum AlertKind: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution
}

/// A pipe table or an HTML table.
package struct Table: Hashable, Sendable {
  package enum Alignment: String, Sendable, CaseIterable { case none, left, center, right }
  package struct Cell: Hashable, Sendable {
    package var blocks: [Block]
    package init(blocks: [Block]) { self.blocks = blocks }
  }
  /// One for each column.
  package var alignments: [Alignment]
  /// As many cells as columns.
  package var header: [Cell]
  /// Rows in document order, each with as many cells as columns.
  package var rows: [[Cell]]
  /// The 1-based lines of the rows, parallel to `rows`.
  package var rowLines: [Int]
  package init(alignments: [Alignment], header: [Cell], rows: [[Cell]], rowLines: [Int]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.rowLines = rowLines
  }
}
