extension Block {
  /// The blocks directly inside this one, in document order; of a table, all its cells'.
  package var children: [Block] {
    switch kind {
    case .quote(let inner), .alert(_, let inner), .division(_, let inner), .details(_, let inner):
      inner
    case .list(let list): list.items.flatMap { $0 }
    case .table(let table):
      table.header.flatMap(\.blocks) + table.rows.flatMap { $0.flatMap(\.blocks) }
    case .heading, .paragraph, .code, .video, .thematicBreak, .html, .directive: []
    }
  }

  /// The texts of this block and all inside it, in document order.
  package var texts: [Text] {
    switch kind {
    case .heading(let heading): [heading.text]
    case .paragraph(let text): [text]
    case .code(let code): [code.text]
    case .details(let summary, let inner): [summary] + inner.flatMap(\.texts)
    default: children.flatMap(\.texts)
    }
  }

  /// The same block with every text in it replaced.
  package func mapTexts(_ transform: (Text) -> Text) -> Block {
    var out = self
    func mapped(_ blocks: [Block]) -> [Block] { blocks.map { $0.mapTexts(transform) } }
    func mapped(_ cells: [Table.Cell]) -> [Table.Cell] {
      cells.map { Table.Cell(blocks: mapped($0.blocks)) }
    }
    switch kind {
    case .heading(var heading):
      heading.text = transform(heading.text)
      out.kind = .heading(heading)
    case .paragraph(let text): out.kind = .paragraph(transform(text))
    case .code(var code):
      code.text = transform(code.text)
      out.kind = .code(code)
    case .list(var list):
      list.items = list.items.map { mapped($0) }
      out.kind = .list(list)
    case .quote(let inner): out.kind = .quote(mapped(inner))
    case .alert(let alert, let inner): out.kind = .alert(alert, mapped(inner))
    case .division(let name, let inner): out.kind = .division(name, mapped(inner))
    case .details(let summary, let inner):
      out.kind = .details(summary: transform(summary), mapped(inner))
    case .table(var table):
      table.header = mapped(table.header)
      table.rows = table.rows.map { mapped($0) }
      out.kind = .table(table)
    case .video, .thematicBreak, .html, .directive: break
    }
    return out
  }

  /// The same block with other blocks directly inside; only for blocks that hold plain sequences.
  package func mapChildren(_ transform: ([Block]) -> [Block]) -> Block {
    var out = self
    switch kind {
    case .quote(let inner): out.kind = .quote(transform(inner))
    case .alert(let alert, let inner): out.kind = .alert(alert, transform(inner))
    case .division(let name, let inner): out.kind = .division(name, transform(inner))
    case .details(let summary, let inner):
      out.kind = .details(summary: summary, transform(inner))
    case .list(var list):
      list.items = list.items.map(transform)
      out.kind = .list(list)
    case .table(var table):
      table.header = table.header.map { .init(blocks: transform($0.blocks)) }
      table.rows = table.rows.map { $0.map { .init(blocks: transform($0.blocks)) } }
      out.kind = .table(table)
    case .heading, .paragraph, .code, .video, .thematicBreak, .html, .directive: break
    }
    return out
  }

  /// The units in it, in document order.
  package var units: [TextUnit.ID] { texts.flatMap(\.units) }
}
