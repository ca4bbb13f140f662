import Articles
import Content
import Decisions

extension Library.Entry {
  /// The same article with the published ids of its nodes and headings.
  func publishing(_ ids: [Node.ID], headings: [String: [String]]) -> Library.Entry {
    let published = Dictionary(
      zip(nodes.map(\.id), ids), uniquingKeysWith: { first, _ in first })
    let outlines = zip(nodes, ids).map { node, id in
      Library.Outline(
        id: id, kind: node.kind, hasOwnPage: node.hasOwnPage,
        anchor: headings[node.anchor]?.first ?? node.anchor)
    }
    var names = anchors.mapValues { published[$0] ?? $0 }
    for (heading, kept) in headings {
      for name in kept where names[name] == nil { names[name] = names[heading] }
    }
    return Library.Entry(
      id: id, kind: kind, nodes: outlines, anchors: names, editions: editions, misfits: misfits,
      source: source,
      headings: headings)
  }
}

extension Article {
  /// The same article whose headings have published ids; the ids of their text lead there too.
  func renamingHeadings(_ published: [String: [String]]) -> Article {
    guard !published.isEmpty else { return self }
    return replacingBlocks(blocks.map { $0.renamingHeadings(published) })
  }
}

extension Block {
  fileprivate func renamingHeadings(_ published: [String: [String]]) -> Block {
    guard case .heading(var heading) = kind else {
      return mapChildren { $0.map { $0.renamingHeadings(published) } }
    }
    guard let kept = published[heading.id], let first = kept.first else { return self }
    var out = self
    heading.aliases += kept.dropFirst() + [heading.id]
    heading.id = first
    out.kind = .heading(heading)
    return out
  }
}
