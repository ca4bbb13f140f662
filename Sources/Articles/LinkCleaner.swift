import Content
import Diagnostics

/// Makes an article's addresses safe, and relative to the article (dialect.md, 6; design.md, 9).
struct LinkCleaner {
  /// The article's path relative to the content folder.
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func clean(_ blocks: [Block]) -> [Block] {
    var out = blocks
    for index in blocks.indices where blocks[index].holds({ needsCleaning($0) }) {
      var inner = self
      let block = blocks[index].mapChildren { inner.clean($0) }
      self = inner
      out[index] = cleanOwn(block)
    }
    return out
  }

  private mutating func cleanOwn(_ block: Block) -> Block {
    var block = block
    if case .video(var video) = block.kind {
      guard let source = cleaned(video.source, block) else {
        block.kind = .paragraph(video.title)
        return block
      }
      video.source = source
      block.kind = .video(video)
    }
    guard needsCleaning(block) else { return block }
    var inner = self
    let out = block.mapOwnTexts { text in
      Text(
        pieces: text.pieces.map { piece in
          Text.Piece(
            source: inner.cleaned(piece.source, block, reports: true),
            translation: piece.translation.map { inner.cleaned($0, block, reports: false) })
        })
    }
    self = inner
    return out
  }

  /// Whether a block itself changes; what changes in none of its blocks is not built anew.
  private func needsCleaning(_ block: Block) -> Bool {
    if case .video = block.kind { return true }
    return block.holdsOwnText { needsCleaning($0, in: block.file) }
  }

  private func needsCleaning(_ text: Text, in file: String?) -> Bool {
    text.pieces.indices.contains { index in
      needsCleaning(text.pieces[index].source, in: file)
        || text.pieces[index].translation.map { needsCleaning($0, in: file) } ?? false
    }
  }

  private func needsCleaning(_ inlines: [Inline], in file: String?) -> Bool {
    for index in inlines.indices {
      switch inlines[index] {
      case .link(let link, let inner):
        if isChanged(link.destination, file) || needsCleaning(inner, in: file) { return true }
      case .image(let image):
        if isChanged(image.source, file)
          || image.style?.lightbox.map({ isChanged($0, file) }) ?? false
        {
          return true
        }
      case .emphasis(let inner), .strong(let inner), .element(_, let inner), .unit(_, _, let inner):
        if needsCleaning(inner, in: file) { return true }
      case .text, .code, .softBreak, .lineBreak, .anchor, .tag: continue
      }
    }
    return false
  }

  private func isChanged(_ destination: String, _ file: String?) -> Bool {
    if file == nil { return !LinkForm(destination).isSafe }
    return rebased(destination, from: file) != destination || !LinkForm(destination).isSafe
  }

  /// A destination relative to the article, or `nil` for one that no page may hold.
  private mutating func cleaned(
    _ destination: String, _ block: Block, reports: Bool = true
  ) -> String? {
    guard LinkForm(destination).isSafe else {
      if reports {
        diagnostics.append(
          Diagnostic(
            .warning, "unsafe-link", "the address '\(destination.quotable)' was left out",
            at: SourceLocation(block.file ?? path, line: block.line),
            hint: "link to a web page, a mail address, or a file of the content folder"))
      }
      return nil
    }
    return rebased(destination, from: block.file)
  }

  private func rebased(_ destination: String, from file: String?) -> String {
    guard let file else { return destination }
    return destination.rebased(from: file, to: path) ?? destination
  }

  private mutating func cleaned(_ inlines: [Inline], _ block: Block, reports: Bool) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .link(var link, let inner):
        let inner = cleaned(inner, block, reports: reports)
        guard let destination = cleaned(link.destination, block, reports: reports) else {
          return inner
        }
        link.destination = destination
        return [.link(link, inner)]
      case .image(let image): return [cleaned(image, block, reports: reports)]
      default:
        return [inline.mapChildren { cleaned($0, block, reports: reports) }]
      }
    }
  }

  /// A picture whose address is unsafe leaves its text.
  private mutating func cleaned(_ image: Image, _ block: Block, reports: Bool) -> Inline {
    var out = image
    guard let source = cleaned(image.source, block, reports: reports) else {
      let words: [Inline] = image.alt.isEmpty ? [] : [.text(image.alt)]
      return image.unit.map { .unit($0, isContinuation: false, words) } ?? .text(image.alt)
    }
    out.source = source
    if let lightbox = image.style?.lightbox {
      out.style?.lightbox = cleaned(lightbox, block, reports: reports)
    }
    return .image(out)
  }
}

extension String {
  /// Its beginning on one line, for a message.
  fileprivate var quotable: String {
    String(prefix(60).map { $0.isNewline || $0 == "\t" ? " " : $0 }).trimmingBlanks
  }
}
