import Articles
import Content

/// A heading with what stands under it, up to the next heading of its level.
struct Section {
  /// `nil` for what stands before an article's first heading.
  var heading: Heading?
  var line: Int
  /// The blocks before the first heading below this one.
  var blocks: [Block] = []
  var subsections: [Section] = []

  var title: Text { heading?.text ?? .empty }
  var words: Words { Words(title) }

  /// All blocks in document order, the headings of subsections included.
  var allBlocks: [Block] {
    blocks
      + subsections.flatMap { section -> [Block] in
        guard let heading = section.heading else { return section.allBlocks }
        return [Block(.heading(heading), line: section.line)] + section.allBlocks
      }
  }

  /// The outline of an article: its first heading of level 1 with everything under it.
  static func outline(of article: Article) -> Section {
    var rest = article.blocks[...]
    var root = Section(heading: nil, line: rest.first?.line ?? 1)
    root.take(from: &rest, below: 0)
    return root.promotingTitle(article.title)
  }

  private mutating func take(from rest: inout ArraySlice<Block>, below level: Int) {
    while let block = rest.first {
      if case .heading(let heading) = block.kind {
        guard heading.level > level else { return }
        rest.removeFirst()
        var section = Section(heading: heading, line: block.line)
        section.take(from: &rest, below: heading.level)
        subsections.append(section)
      } else {
        rest.removeFirst()
        blocks.append(block)
      }
    }
  }

  /// Makes the article's title the root: its content and the sections beside it come under it.
  private func promotingTitle(_ title: Text) -> Section {
    guard let index = subsections.firstIndex(where: { $0.heading?.level == 1 }) else {
      return Section(
        heading: Heading(level: 1, text: title), line: line, blocks: blocks,
        subsections: subsections)
    }
    var root = subsections[index]
    root.blocks = blocks + subsections[..<index].flatMap(\.withHeading) + root.blocks
    root.subsections += subsections[(index + 1)...]
    return root
  }

  private var withHeading: [Block] {
    (heading.map { [Block(.heading($0), line: line)] } ?? []) + allBlocks
  }
}
