import Content

/// An address that an article uses, and where it stands.
package struct Reference: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case link, picture }
  package var kind: Kind
  /// As the article's text has it; in an included file's text, relative to the article.
  package var destination: String
  /// The file that holds it, relative to the content folder.
  package var file: String
  /// The 1-based line in that file on which its block begins.
  package var line: Int

  package init(kind: Kind, destination: String, file: String, line: Int) {
    self.kind = kind
    self.destination = destination
    self.file = file
    self.line = line
  }
}

extension Article {
  /// The addresses of its links, pictures and videos, in document order.
  package var references: [Reference] {
    var found: [Reference] = []
    func add(_ kind: Reference.Kind, _ destination: String, _ block: Block) {
      found.append(
        Reference(
          kind: kind, destination: destination, file: block.file ?? path, line: block.line))
    }
    blocks.visit { block in
      if case .video(let video) = block.kind { add(.link, video.source, block) }
      block.visitOwnTexts { text in
        text.visitSource { inline in
          switch inline {
          case .link(let link, _): add(.link, link.destination, block)
          case .image(let image):
            add(.picture, image.source, block)
            if let lightbox = image.style?.lightbox { add(.picture, lightbox, block) }
          default: break
          }
        }
      }
    }
    return found
  }

  /// The names that links may target: heading ids with their aliases, and all other anchors
  /// (dialect.md, 2.8); in document order.
  package var bookmarks: [String] {
    var found: [String] = []
    blocks.visit { block in
      if case .heading(let heading) = block.kind { found += [heading.id] + heading.aliases }
      block.visitOwnTexts { text in
        text.visitSource { if case .anchor(let name) = $0, !name.isEmpty { found.append(name) } }
      }
    }
    return found
  }
}
