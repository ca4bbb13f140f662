import Content

/// Blocks as lines for people: one line a block with its place, its text below it.
///
/// A unit is `{ID …}`, its later parts `{ID+ …}`; a translation follows its source after `→`.
enum BlockDump {
  static func render(_ blocks: [Block]) -> String {
    blocks.flatMap { lines($0) }.joined(separator: "\n") + "\n"
  }

  private static func lines(_ block: Block) -> [String] {
    let place = "@\(block.file.map { "\($0):" } ?? "")\(block.line)"
    func node(_ name: String, _ inner: [String]) -> [String] {
      ["\(name) \(place)"] + inner.map { "  \($0)" }
    }
    func inside(_ blocks: [Block]) -> [String] { blocks.flatMap { lines($0) } }
    switch block.kind {
    case .heading(let heading):
      let aliases =
        heading.aliases.isEmpty ? "" : " also \(heading.aliases.joined(separator: ", "))"
      return node("heading \(heading.level) #\(heading.id)\(aliases)", lines(heading.text))
    case .paragraph(let text): return node("paragraph", lines(text))
    case .list(let list):
      let name = list.start.map { "ordered list from \($0)" } ?? "bullet list"
      return node(
        name, list.items.flatMap { ["-"] + inside($0).map { "  \($0)" } })
    case .code(let code):
      let caption = code.caption.isEmpty ? "" : " '\(code.caption)'"
      return node("code \(code.language)\(caption)", lines(code.text))
    case .quote(let inner): return node("quote", inside(inner))
    case .alert(let kind, let inner): return node("alert \(kind.rawValue)", inside(inner))
    case .division(let name, let inner): return node("division '\(name)'", inside(inner))
    case .table(let table): return node("table \(alignments(table))", lines(table))
    case .details(let summary, let inner):
      return node("details", lines(summary) + inside(inner))
    case .tabs(let group):
      return node(
        "tabs",
        group.tabs.flatMap { tab -> [String] in
          let condition = tab.condition.map { " if \($0)" } ?? ""
          return ["tab \(tab.ids.joined(separator: "+"))\(condition) @\(tab.line)"]
            + (lines(tab.title) + inside(tab.blocks)).map { "  \($0)" }
        })
    case .zone(let zone, let inner):
      return node("zone \(zone.condition) '\(zone.label)'", inside(inner))
    case .columns(let columns):
      return node(
        "columns",
        columns.flatMap { ["column \($0.span)"] + inside($0.blocks).map { "  \($0)" } })
    case .figure(let picture, let inner): return node("figure", lines(picture) + inside(inner))
    case .video(let video): return node("video \(video.source)", lines(video.title))
    case .thematicBreak: return node("thematic break", [])
    case .html(let text, _): return node("html \(text)", [])
    case .directive(let words): return node("directive \(words)", [])
    }
  }

  private static func alignments(_ table: Table) -> String {
    table.alignments.map(\.rawValue).joined(separator: " ")
  }

  private static func lines(_ table: Table) -> [String] {
    let rows =
      [(table.header, "header")] + zip(table.rows, table.rowLines).map { ($0, "row @\($1)") }
    return rows.flatMap { cells, name in
      [name]
        + cells.flatMap { cell in
          let inner = cell.blocks.flatMap { lines($0) }
          return inner.isEmpty ? ["  | (empty)"] : inner.map { "  | \($0)" }
        }
    }
  }

  static func lines(_ text: Text) -> [String] {
    text.pieces.flatMap { piece -> [String] in
      let source = render(piece.source)
      guard let translation = piece.translation else { return [source] }
      return [source, "→ \(render(translation))"]
    }
  }

  private static func render(_ inlines: [Inline]) -> String {
    inlines.map { inline -> String in
      switch inline {
      case .text(let text): text.replacing("\n", with: "⏎")
      case .code(let text): "`\(text)`"
      case .softBreak: "⏎"
      case .lineBreak: "<br>"
      case .emphasis(let inner): "*\(render(inner))*"
      case .strong(let inner): "**\(render(inner))**"
      case .link(let link, let inner):
        "[\(render(inner))](\(link.destination)\(title(link.title)))"
      case .image(let image): render(image)
      case .element(let element, let inner):
        "<\(element.name)\(element.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined())>"
          + "\(render(inner))</\(element.name)>"
      case .tag(let raw): "RAW(\(raw))"
      case .anchor(let name): "<a #\(name)>"
      case .unit(let id, let isContinuation, let inner):
        "{\(id)\(isContinuation ? "+" : "") \(render(inner))}"
      }
    }.joined()
  }

  private static func render(_ image: Image) -> String {
    var out = "![\(image.alt)](\(image.source)\(title(image.title)))"
    if let unit = image.unit { out += "{\(unit)}" }
    if let style = image.style {
      out += "{\(style.isIcon ? "icon" : "picture")\(style.hasBorder ? " border" : "")"
      out += "\(style.lightbox.map { " lightbox=\($0)" } ?? "")}"
    }
    return out
  }

  private static func title(_ title: String) -> String { title.isEmpty ? "" : " \"\(title)\"" }
}
