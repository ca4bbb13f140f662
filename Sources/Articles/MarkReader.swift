import Content

/// Replaces the marks of directives in a parsed document by pictures, videos and words.
///
/// The marks of directives that enclose blocks, or show code, stay for `DirectiveNester`.
struct MarkReader {
  let marks: DirectiveMarks
  /// The directives that were found again; the others stand in code.
  private(set) var used: Set<Int> = []

  init(_ marks: DirectiveMarks) { self.marks = marks }

  mutating func read(_ blocks: [Block]) -> [Block] {
    var out: [Block] = []
    for block in blocks {
      var reader = self
      let read = block.mapChildren { reader.read($0) }
        .mapOwnTexts { text in
          guard text.pieces.contains(where: { $0.source.hold(\.isMark) }) else { return text }
          return Text(pieces: text.pieces.map { .init(source: reader.read($0.source)) })
        }
      self = reader
      guard case .directive(let mark) = read.kind, let number = marks.number(inComment: mark) else {
        out.append(read)
        continue
      }
      used.insert(number)
      out += self.blocks(for: marks.directives[number], mark: read)
    }
    return out
  }

  private func blocks(for directive: ColonDirective, mark: Block) -> [Block] {
    switch directive.name {
    case .image:
      let text = Text(pieces: [.init(source: [Self.picture(directive)])])
      let picture = Block(.paragraph(text), line: mark.line, file: mark.file)
      return directive["type"]?.lowercased() == "complex" ? [mark, picture] : [picture]
    case .video:
      var title = Text.empty
      if let words = directive.words("title") { title = Text(pieces: [.init(source: words)]) }
      let video = Video(source: directive["source"] ?? "", title: title)
      return [mark, Block(.video(video), line: mark.line, file: mark.file)]
    case .code, .form, .row, .column, .zone, .moniker, .noLoc, .formula, .imageEnd, .videoEnd,
      .rowEnd, .columnEnd, .zoneEnd, .monikerEnd:
      return [mark]
    }
  }

  private mutating func read(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      if case .element(let element, _) = inline, let number = marks.number(in: element) {
        used.insert(number)
        return Self.inline(for: marks.directives[number])
      }
      let children = inline.children
      return children.isEmpty ? inline : inline.replacingChildren(read(children))
    }
  }

  private static func inline(for directive: ColonDirective) -> Inline {
    switch directive.name {
    case .noLoc:
      guard let words = directive.words("text") else { return .text("") }
      let element = Element(
        "span",
        [
          .init("class", "no-loc"), .init("translate", "no"), .init("lang", "en-us"),
          .init("dir", "ltr"),
        ])
      return .element(element, words)
    case .formula:
      let element = Element(
        "span", [.init("class", "formula"), .init("translate", "no"), .init("dir", "ltr")])
      return .element(element, directive.words("text") ?? [])
    case .video:
      let source = directive["source"] ?? ""
      return .link(Link(destination: source), directive.words("title") ?? [.text(source)])
    case .image, .code, .form, .row, .column, .zone, .moniker, .imageEnd, .videoEnd, .rowEnd,
      .columnEnd, .zoneEnd, .monikerEnd:
      return picture(directive)
    }
  }

  private static func picture(_ directive: ColonDirective) -> Inline {
    let isIcon = directive["type"]?.lowercased() == "icon"
    let border = directive["border"]?.lowercased()
    let alt = directive.attributes.first { $0.name == "alt-text" }
    guard let source = directive["source"] else { return .text(alt?.value ?? "") }
    let image = Image(
      source: source, alt: isIcon ? "" : alt?.value ?? "", unit: alt?.unit,
      style: .init(
        isIcon: isIcon, hasBorder: border.map { $0 == "true" } ?? !isIcon,
        lightbox: directive["lightbox"]))
    guard let link = directive["link"] else { return .image(image) }
    return .link(Link(destination: link), [.image(image)])
  }
}

extension Inline {
  fileprivate var isMark: Bool {
    if case .element(let element, _) = self { DirectiveMarks.isMark(element) } else { false }
  }
}

extension ColonDirective {
  /// An attribute's value as text, in its unit.
  fileprivate func words(_ name: String) -> [Inline]? {
    guard let attribute = attributes.first(where: { $0.name == name }), !attribute.value.isEmpty
    else { return nil }
    let text = Inline.text(attribute.value)
    return [attribute.unit.map { .unit($0, isContinuation: false, [text]) } ?? text]
  }
}
