import Articles
import Content
import Storage

extension Article {
  /// What tells two source texts apart: their blocks, words and addresses, without blanks.
  ///
  /// The source text beside a translation has the print of the article that it is a copy of, however
  /// either is cut into units and lines.
  var sourcePrint: Fingerprint {
    var out: [UInt8] = []
    out.reserveCapacity(16 << 10)
    out.appendSource(of: blocks)
    out.removeAll { $0.isBlank || $0 == 0x0A || $0 == 0x0D }
    return Fingerprint(of: out)
  }
}

extension [UInt8] {
  /// Control characters, which no article holds, keep apart what stands side by side.
  private enum Mark {
    static let block: UInt8 = 1
    static let text: UInt8 = 2
    static let address: UInt8 = 3
    static let end: UInt8 = 4
    static let space: UInt8 = 5
    static let tab: UInt8 = 6
    static let line: UInt8 = 7
  }

  fileprivate mutating func appendSource(of blocks: [Block]) {
    for block in blocks { appendSource(of: block) }
    append(Mark.end)
  }

  /// Comments to Waymark are left out: what they change is the tree.
  private mutating func appendSource(of block: Block) {
    if case .directive = block.kind { return }
    append(Mark.block)
    appendKind(of: block)
    let start = count
    block.visitOwnTexts { text in
      append(Mark.text)
      for piece in text.pieces { appendSource(of: piece.source) }
    }
    if block.isCode { keepBlanks(from: start) }
    _ = block.holdsSequence { inner in
      appendSource(of: inner)
      return false
    }
  }

  /// Writes blanks in such a way that the print has them: in code they mean something.
  private mutating func keepBlanks(from start: Int) {
    for index in indices[start...] {
      switch self[index] {
      case UInt8(ascii: " "): self[index] = Mark.space
      case UInt8(ascii: "\t"): self[index] = Mark.tab
      case 0x0A: self[index] = Mark.line
      default: break
      }
    }
  }

  private mutating func appendKind(of block: Block) {
    switch block.kind {
    case .heading(let heading): append(UInt8(ascii: "0") + UInt8(clamping: heading.level))
    case .paragraph: append("p")
    case .list(let list): append(list.start == nil ? "u" : "o")
    case .code: append("c")
    case .quote: append("q")
    case .alert(let kind, _): append(kind.rawValue)
    case .division(let name, _): append(name)
    case .table: append("t")
    case .details: append("d")
    case .tabs(let group): for tab in group.tabs { for id in tab.ids { append(id) } }
    case .zone(let zone, _): append(zone.label)
    case .columns: append("l")
    case .figure: append("f")
    case .video(let video): append(video.source)
    case .thematicBreak: append("-")
    case .html, .directive: break
    }
  }

  private mutating func appendSource(of inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text): append(text)
      case .softBreak, .lineBreak, .anchor, .tag: break
      case .image(let image):
        append(image.alt)
        append(Mark.address)
        append(image.source)
      case .link(let link, let inner):
        appendSource(of: inner)
        append(Mark.address)
        append(link.destination)
      case .emphasis(let inner), .strong(let inner), .element(_, let inner), .unit(_, _, let inner):
        appendSource(of: inner)
      }
    }
  }
}
