import Content

/// DocFX's additions to CommonMark's inlines (dialect.md, 11 and 12): bare web addresses become
/// links, pictures of videos become videos, crossed-out words, cross-references and emoji too.
enum InlineExtensions {
  static func read(_ blocks: [Block]) -> [Block] {
    var out = blocks
    for index in blocks.indices where blocks[index].holds({ $0.needsExtensions }) {
      out[index] = read(blocks[index])
    }
    return out
  }

  private static func read(_ block: Block) -> Block {
    let block = block.mapChildren { read($0) }
    if let video = video(in: block) { return video }
    guard block.needsExtensions else { return block }
    return block.mapOwnTexts { text in
      Text(pieces: text.pieces.map { .init(source: read($0.source, inLink: false)) })
    }
  }

  /// A paragraph that is a picture of a video and nothing else.
  private static func video(in block: Block) -> Block? {
    guard case .paragraph(let text) = block.kind, text.source.count == 1 else { return nil }
    var inline = text.source[0]
    var unit: TextUnit.ID?
    if case .unit(let id, isContinuation: false, let inner) = inline, inner.count == 1 {
      (inline, unit) = (inner[0], id)
    }
    guard case .image(let image) = inline, VideoAddress.isVideo(image.source) else { return nil }
    var words = image.words
    if let id = unit ?? image.unit { words = [.unit(id, isContinuation: false, words)] }
    var out = block
    out.kind = .video(
      Video(
        source: VideoAddress.page(of: image.source), title: Text(pieces: [.init(source: words)])))
    return out
  }

  private static func read(_ inlines: [Inline], inLink: Bool) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .text(let text):
        guard text.needsExtensions else { return [inline] }
        return BareAddress.split(text, linking: !inLink).flatMap { $0.readingStrikethrough }
          .map(\.readingEmoji)
      case .link(var link, let inner):
        if link.namesArticle { link.destination = "xref:\(link.destination.dropFirst())" }
        return [.link(link, link.xrefName(for: inner) ?? read(inner, inLink: true))]
      case .image(let image):
        guard VideoAddress.isVideo(image.source), !inLink else { return [inline] }
        let words = image.words.isEmpty ? [.text(image.source)] : image.words
        let link = Inline.link(Link(destination: VideoAddress.page(of: image.source)), words)
        return [image.unit.map { .unit($0, isContinuation: false, [link]) } ?? link]
      case .code, .softBreak, .lineBreak, .anchor, .tag: return [inline]
      case .emphasis, .strong, .element, .unit:
        return [inline.mapChildren { read($0, inLink: inLink) }]
      }
    }
  }
}

extension Link {
  /// Whether it is `[text](@uid)`, the short form of `[text](xref:uid)`.
  fileprivate var namesArticle: Bool {
    var bytes = destination.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "@"), let letter = bytes.next() else { return false }
    return (0x61...0x7A).contains(letter | 0x20)
  }

  /// The name that `<xref:name>` shows, without what only the publishing tool reads.
  fileprivate func xrefName(for inner: [Inline]) -> [Inline]? {
    guard destination.hasPrefix("xref:"), inner == [.text(destination)] else { return nil }
    let uid = destination.dropFirst(5).prefix { $0 != "?" && $0 != "#" }
    return [.text(ArticleLink.decoding(String(uid)))]
  }
}

extension Image {
  /// What a link in the picture's place says.
  fileprivate var words: [Inline] {
    let words = alt.isEmpty ? title : alt
    return words.isEmpty ? [] : [.text(words)]
  }
}

extension Block {
  /// Whether one of its own texts, which are none in code, may be read anew.
  fileprivate var needsExtensions: Bool {
    if case .code = kind { return false }
    return holdsOwnText { text in
      text.pieces.indices.contains { text.pieces[$0].source.needsExtensions }
    }
  }
}

extension [Inline] {
  /// Whether one of them, or one inside them, may be read anew.
  fileprivate var needsExtensions: Bool {
    for index in indices {
      switch self[index] {
      case .text(let text): if text.needsExtensions { return true }
      case .link(let link, let inner):
        if link.destination.hasPrefix("xref:") || link.namesArticle || inner.needsExtensions {
          return true
        }
      case .image(let image): if VideoAddress.isVideo(image.source) { return true }
      case .emphasis(let inner), .strong(let inner), .element(_, let inner), .unit(_, _, let inner):
        if inner.needsExtensions { return true }
      case .code, .softBreak, .lineBreak, .anchor, .tag: continue
      }
    }
    return false
  }
}

extension Inline {
  /// A text with characters in the place of `:names:`.
  fileprivate var readingEmoji: Inline {
    guard case .text(let text) = self else { return self }
    return .text(Emoji.replacingNames(in: text))
  }

  /// A text with `~~words~~` crossed out.
  fileprivate var readingStrikethrough: [Inline] {
    guard case .text(let text) = self, text.holdsTildes else { return [self] }
    var out: [Inline] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "~~") {
      let behind = rest[open.upperBound...]
      guard let close = behind.firstRange(of: "~~"), let first = behind.first,
        let last = behind[..<close.lowerBound].last, !first.isWhitespace, first != "~",
        !last.isWhitespace
      else {
        plain += rest[..<open.upperBound]
        rest = behind
        continue
      }
      plain += rest[..<open.lowerBound]
      if !plain.isEmpty { out.append(.text(plain)) }
      plain = ""
      out.append(.element(Element("del"), [.text(String(behind[..<close.lowerBound]))]))
      rest = behind[close.upperBound...]
    }
    plain += rest
    return plain.isEmpty ? out : out + [.text(plain)]
  }
}

extension String {
  /// Whether it may hold an address, crossed-out words or an emoji's name.
  fileprivate var needsExtensions: Bool {
    mayHoldExtensions && (BareAddress.mayHold(self) || holdsTildes || Emoji.mayHold(self))
  }

  /// Whether it may hold `//`, `www.`, `~~` or `:name:`: one look tells that most texts do not.
  fileprivate var mayHoldExtensions: Bool {
    utf8Span.span.mayHoldExtensions
  }

  fileprivate var holdsTildes: Bool { holds(UInt8(ascii: "~"), UInt8(ascii: "~")) }
}

extension Span where Element == UInt8 {
  /// A look at all bytes without an early end is faster than a search.
  @inline(never) fileprivate var mayHoldExtensions: Bool {
    var found: UInt8 = 0
    var before: UInt8 = 0
    for index in indices {
      let byte = self[index]
      let isDoubled: UInt8 = byte == before ? 1 : 0
      let isMark: UInt8 =
        (byte == UInt8(ascii: "/") ? 1 : 0) | (byte == UInt8(ascii: "w") ? 1 : 0)
        | (byte == UInt8(ascii: "~") ? 1 : 0)
      found |= (byte == UInt8(ascii: ":") ? 1 : 0) | (isDoubled & isMark)
      before = byte
    }
    return found != 0
  }
}
