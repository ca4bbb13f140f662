import Content

/// What a writer calls a block, with what two blocks must have in common to be each other's
/// translation.
struct BlockName: Hashable, CustomStringConvertible {
  let description: String

  init(_ block: Block) {
    description =
      switch block.kind {
      case .heading(let heading): "a heading of level \(heading.level)"
      case .paragraph: "a paragraph"
      case .list(let list): "a list with \(Self.count(list.items.count, "item"))"
      case .code: "code"
      case .quote: "a quote"
      case .alert: "an alert"
      case .division: "a section"
      case .table(let table):
        "a table with \(Self.count(table.header.count, "column")) and "
          + Self.count(table.rows.count, "row")
      case .details: "an expandable section"
      case .tabs: "tabs"
      case .zone: "a zone"
      case .columns: "columns"
      case .figure: "a picture"
      case .video: "a video"
      case .thematicBreak: "a line across"
      case .html: "HTML"
      case .directive: "a comment to Waymark"
      }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
