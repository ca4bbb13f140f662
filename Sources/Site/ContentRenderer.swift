import Compiler
import Content

/// Turns blocks and inlines into HTML, for one page.
struct ContentRenderer {
  /// Which of a text's two languages is shown.
  enum Side { case target, source }

  /// Finds where links and pictures of this page lead.
  let links: PageLinks
  let phrases: PhraseBook
  var side = Side.target
  /// Whether each text unit stands in an element with its id.
  var marksUnits = false
  /// Whether links are links; else their text alone, as inside another link.
  var showsLinks = true
  /// Adds what belongs behind a heading, given its id.
  var afterHeading: (@Sendable (String, inout HTMLWriter) -> Void)?
  /// The level of the heading before; headings never go down by more than one.
  var level = 1
  var ids: Set<String> = []
  var groups = 0

  init(links: PageLinks, phrases: PhraseBook) {
    self.links = links
    self.phrases = phrases
  }

  mutating func write(_ blocks: [Block], to html: inout HTMLWriter) {
    // By index, here and below, they are looked at where they are: no copy is made of them.
    for index in blocks.indices { write(blocks[index], to: &html) }
  }

  /// Gives out an id once; `nil` when the page has it already.
  mutating func claim(_ id: String) -> String? {
    let safe = PageID(id).text
    return !safe.isEmpty && ids.insert(safe).inserted ? safe : nil
  }

  mutating func write(_ block: Block, to html: inout HTMLWriter) {
    switch block.kind {
    case .heading(let heading): write(heading, to: &html)
    case .paragraph(let text): write(paragraph: text, to: &html)
    case .list(let list): write(list, to: &html)
    case .code(let code): write(code, to: &html)
    case .quote(let inner): wrap("blockquote", inner, to: &html)
    case .alert(let kind, let inner): write(kind, inner, to: &html)
    case .division(let name, let inner): write(name, inner, to: &html)
    case .table(let table): write(table, to: &html)
    case .details(let summary, let inner):
      html.open("details")
      html.open("summary")
      write(summary, to: &html)
      html.markup("</summary>")
      write(inner, to: &html)
      html.markup("</details>")
    case .tabs(let group): write(group, to: &html)
    case .zone(let zone, let inner): write(zone, inner, to: &html)
    case .columns(let columns): write(columns, to: &html)
    case .figure(let image, let description): write(image, description, to: &html)
    case .video(let video): write(video, to: &html)
    case .thematicBreak: html.markup("<hr>\n")
    case .html, .directive: break
    }
  }
}
