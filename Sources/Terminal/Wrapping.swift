import Diagnostics

extension Paragraph {
  /// The lines of the paragraph, none wider than `width` columns unless one character is.
  ///
  /// It breaks at spaces and beside East Asian wide characters, but not before closing punctuation
  /// or after opening punctuation (the core of UAX #14); a longer word is cut.
  package func lines(width: Int) -> [Line] {
    let indent = DisplayWidth.of(first)
    var wrapper = Wrapper(width: max(width - indent, 8))
    if isPreformatted {
      for span in spans { wrapper.addPreformatted(span) }
    } else {
      for span in spans { wrapper.add(span) }
    }
    let wrapped = wrapper.finish()
    return wrapped.enumerated().map { index, line in
      let lead = index == 0 ? first : rest
      return lead.isEmpty ? line : [Span(lead)] + line
    }
  }
}

/// Fills lines with spans.
private struct Wrapper {
  let width: Int
  private var lines: [Line] = []
  private var line: Line = []
  private var column = 0
  /// A word that may still grow, as it is spread over spans.
  private var word: Line = []
  private var wordWidth = 0
  private var space: Span?

  init(width: Int) { self.width = width }

  mutating func add(_ span: Span) {
    if span == .lineBreak {
      placeWord()
      breakLine()
      return
    }
    var run = ""
    func flush(_ wrapper: inout Wrapper) {
      if !run.isEmpty { wrapper.extend(Span(run, span.style, link: span.link)) }
      run = ""
    }
    var previous = word.last?.text.last
    for character in span.text {
      if character == " " {
        flush(&self)
        placeWord()
        space = Span(" ", span.style, link: span.link)
        previous = nil
        continue
      }
      if let before = previous, LineBreaking.allows(between: before, and: character) {
        flush(&self)
        placeWord()
      }
      run.append(character)
      previous = character
    }
    flush(&self)
  }

  mutating func addPreformatted(_ span: Span) {
    if span == .lineBreak { breakLine() } else { cut(span) }
  }

  mutating func finish() -> [Line] {
    placeWord()
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private mutating func extend(_ span: Span) {
    word.append(span)
    wordWidth += DisplayWidth.of(span.text)
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    let gap = space != nil && column > 0 ? 1 : 0
    if column > 0, column + gap + wordWidth > width { breakLine() }
    if column > 0, let space { append(space, width: 1) }
    space = nil
    if wordWidth > width {
      for span in word { cut(span) }
    } else {
      for span in word { append(span, width: DisplayWidth.of(span.text)) }
    }
    word = []
    wordWidth = 0
  }

  private mutating func append(_ span: Span, width: Int) {
    if let last = line.last, last.style == span.style, last.link == span.link {
      line[line.count - 1] = Span(last.text + span.text, last.style, link: last.link)
    } else {
      line.append(span)
    }
    column += width
  }

  private mutating func cut(_ span: Span) {
    var part = ""
    var partWidth = 0
    for character in span.text {
      let columns = DisplayWidth.of(character)
      if column + partWidth + columns > width, column + partWidth > 0 {
        append(Span(part, span.style, link: span.link), width: partWidth)
        breakLine()
        part = ""
        partWidth = 0
      }
      part.append(character)
      partWidth += columns
    }
    if !part.isEmpty { append(Span(part, span.style, link: span.link), width: partWidth) }
  }

  private mutating func breakLine() {
    lines.append(line)
    line = []
    column = 0
    space = nil
  }
}

/// Where a line may break without a space.
enum LineBreaking {
  static func allows(between left: Character, and right: Character) -> Bool {
    guard DisplayWidth.of(left) == 2 || DisplayWidth.of(right) == 2 else { return false }
    return !neverLast.contains(left) && !neverFirst.contains(right)
  }

  private static let neverFirst: Set<Character> = Set(
    "、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%)],.:;?!…")
  private static let neverLast: Set<Character> = Set("（「『【〔〈《([")
}
