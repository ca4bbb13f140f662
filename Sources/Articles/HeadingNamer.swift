import Content

/// Gives each heading its id: the author's `<a name>`, else DocFX's slug of the source text
/// (dialect.md, 2).
///
/// DocFX counts duplicates in each included file anew, and lets authors give one name to many
/// headings. A page needs ids that are unique: so what DocFX would have given is an alias.
struct HeadingNamer {
  /// The slugs given out in each file, counted as DocFX does; `nil` is the article itself.
  private var slugs: [String?: HeadingIDs] = [:]
  private var ids = HeadingIDs()

  static func name(_ blocks: [Block]) -> [Block] {
    var namer = HeadingNamer()
    let named = namer.name(blocks)
    return named.map { namer.keepingFreeAliases(in: $0) }
  }

  private mutating func name(_ blocks: [Block]) -> [Block] {
    var out = blocks
    for index in blocks.indices where blocks[index].holds({ $0.takesID }) {
      out[index] = name(blocks[index])
    }
    return out
  }

  private mutating func name(_ block: Block) -> Block {
    var out = block
    switch block.kind {
    case .heading(let heading): out.kind = .heading(named(heading, in: block.file))
    case .tabs(var group):
      for index in group.tabs.indices {
        // A tab's heading takes an id that nobody sees.
        _ = unique(
          HeadingID.slug(of: group.tabs[index].title.source.headingText), in: block.file)
        group.tabs[index].blocks = name(group.tabs[index].blocks)
      }
      out.kind = .tabs(group)
    default:
      var namer = self
      out = block.mapChildren { namer.name($0) }
      self = namer
    }
    return out
  }

  private mutating func named(_ heading: Heading, in file: String?) -> Heading {
    var heading = heading
    let source = heading.text.source
    let words = source.headingText
    let slug = HeadingID.slug(of: words)
    let counted = unique(slug, in: file)
    let anchors = source.anchors
    heading.id = ids.unique(anchors.first ?? counted)
    heading.aliases = anchors + [counted, slug]
    if let other = HeadingID.localizationSlug(of: words) { heading.aliases.append(other) }
    heading.text = heading.text.removingAnchors
    return heading
  }

  /// DocFX's id for a heading without a name.
  private mutating func unique(_ slug: String, in file: String?) -> String {
    slugs[file, default: HeadingIDs()].unique(slug)
  }

  /// An alias that is another heading's id, or alias, would lead astray.
  private mutating func keepingFreeAliases(in block: Block) -> Block {
    guard block.holds({ $0.takesID }) else { return block }
    var namer = self
    var out = block.mapChildren { $0.map { namer.keepingFreeAliases(in: $0) } }
    if case .heading(var heading) = out.kind {
      heading.aliases = heading.aliases.filter { namer.ids.take($0) }
      out.kind = .heading(heading)
    }
    self = namer
    return out
  }
}

extension Block {
  /// Whether it takes an id: a heading, or tabs, whose headings take some.
  fileprivate var takesID: Bool {
    switch kind {
    case .heading, .tabs: true
    default: false
    }
  }
}

extension [Inline] {
  /// The text that a heading's id is made of: everything but tags and line ends.
  fileprivate var headingText: String {
    filter { inline in
      switch inline {
      case .softBreak, .lineBreak: false
      default: true
      }
    }.plainText
  }

  /// The names of the places that links may target, in order.
  package var anchors: [String] {
    var found: [String] = []
    visit { if case .anchor(let name) = $0, !name.isEmpty { found.append(name) } }
    return found
  }

  fileprivate var removingAnchors: [Inline] {
    compactMap { inline in
      if case .anchor = inline { return nil }
      return inline.mapChildren(\.removingAnchors)
    }
  }
}

extension Inline {
  fileprivate var isNamedAnchor: Bool {
    if case .anchor(let name) = self { !name.isEmpty } else { false }
  }
}

extension Text {
  fileprivate var removingAnchors: Text {
    guard pieces.contains(where: { $0.source.hold(\.isNamedAnchor) }) else { return self }
    return Text(
      pieces: pieces.compactMap { piece in
        let source = piece.source.removingAnchors
        guard !source.isEmpty else { return nil }
        return Piece(source: source, translation: piece.translation?.removingAnchors)
      })
  }
}
