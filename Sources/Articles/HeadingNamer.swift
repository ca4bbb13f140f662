import Content

/// Gives each heading its id: the author's `<a name>`, else DocFX's slug of the source text.
enum HeadingNamer {
  static func name(_ blocks: [Block]) -> [Block] {
    var ids = HeadingIDs()
    return name(blocks, &ids)
  }

  private static func name(_ blocks: [Block], _ ids: inout HeadingIDs) -> [Block] {
    blocks.map { block in
      guard case .heading(var heading) = block.kind else {
        return block.mapChildren { name($0, &ids) }
      }
      let slug = HeadingID.slug(of: heading.text.source.headingText)
      let anchors = heading.text.source.anchors
      var named = block
      if let explicit = anchors.first {
        heading.id = ids.unique(explicit)
        ids.reserve(slug)
        heading.aliases = ([explicit] + anchors.dropFirst() + [slug]).filter { $0 != heading.id }
      } else {
        heading.id = ids.unique(slug)
      }
      heading.text = heading.text.removingAnchors
      named.kind = .heading(heading)
      return named
    }
  }
}

extension [Inline] {
  /// The text a heading's id is made of: everything but tags.
  fileprivate var headingText: String { plainText }

  /// The names of the places that links may target, in order.
  package var anchors: [String] {
    var found: [String] = []
    visit { if case .anchor(let name) = $0, !name.isEmpty { found.append(name) } }
    return found
  }

  fileprivate var removingAnchors: [Inline] {
    compactMap { inline in
      if case .anchor = inline { return nil }
      return inline.replacingChildren(inline.children.removingAnchors)
    }
  }
}

extension Text {
  fileprivate var removingAnchors: Text {
    Text(
      pieces: pieces.compactMap { piece in
        let source = piece.source.removingAnchors
        guard !source.isEmpty else { return nil }
        return Piece(source: source, translation: piece.translation?.removingAnchors)
      })
  }
}
