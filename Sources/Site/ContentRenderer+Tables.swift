import Compiler
import Content

extension ContentRenderer {
  /// Writes a table in a frame that scrolls when the table is wider.
  mutating func write(_ table: Table, to html: inout HTMLWriter) {
    html.open(
      "div",
      [
        .init("class", table.header.count == 2 ? "table two" : "table"), .init("role", "group"),
        .init("tabindex", "0"),
        .init("aria-label", phrases[.table]),
      ])
    html.markup("<table>")
    if table.header.contains(where: { !$0.isBlank }) || !table.header.flatMap(\.units).isEmpty {
      html.element("thead") { writeRow(table.header, table.alignments, isHeader: true, to: &$0) }
    }
    html.markup("<tbody>")
    for row in table.rows { writeRow(row, table.alignments, isHeader: false, to: &html) }
    html.markup("</tbody></table></div>\n")
  }

  private mutating func writeRow(
    _ cells: [Table.Cell], _ alignments: [Table.Alignment], isHeader: Bool,
    to html: inout HTMLWriter
  ) {
    html.markup("<tr>")
    for (index, cell) in cells.enumerated() {
      let name: StaticString = isHeader && !cell.isBlank ? "th" : "td"
      var attributes: [HTMLWriter.Attribute] = []
      if isHeader, !cell.isBlank { attributes.append(.init("scope", "col")) }
      if index < alignments.count, let alignment = alignments[index].className {
        attributes.append(.init("class", alignment))
      }
      html.open(name, attributes)
      write(contents: cell.blocks, isTight: cell.blocks.count == 1, to: &html)
      html.markup("</")
      html.markup(name)
      html.markup(">")
    }
    html.markup("</tr>\n")
  }
}

extension Table.Cell {
  fileprivate var isBlank: Bool { blocks.texts.allSatisfy(\.isBlank) }
  fileprivate var units: [TextUnit.ID] { blocks.flatMap(\.units) }
}

extension Table.Alignment {
  fileprivate var className: String? {
    switch self {
    case .none, .left: nil
    case .center: "center"
    case .right: "end"
    }
  }
}
