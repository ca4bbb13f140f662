import Compiler
import Content
import Decisions
import Diagnostics

extension Screen {
  /// What stands on the screen.
  package struct Rows: Hashable, Sendable {
    /// As many as the screen has, none wider than it.
    package let lines: [Line]
    /// The row and column of the cursor, from 0; `nil` where nothing is written.
    package let cursor: (row: Int, column: Int)?

    package static func == (left: Rows, right: Rows) -> Bool {
      left.lines == right.lines && left.cursor?.row == right.cursor?.row
        && left.cursor?.column == right.cursor?.column
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(lines) }
  }

  /// The rows of the screen, from the top: the trail, the text, the prompt and the hint.
  package var rows: Rows {
    let page = page
    var lines: [Line] = []
    if let top = topLine { lines.append(top) }
    let visible = textHeight
    let end = min(page.lines.count, scroll + visible)
    lines += page.lines[min(scroll, end)..<end]
    while lines.count < (topLine == nil ? 0 : 1) + visible { lines.append([]) }
    let (prompt, column) = promptLines
    lines += prompt
    let row = lines.count - 1
    if showsHint { lines.append(hintLine(hasMore: end < page.lines.count)) }
    let cut = lines.prefix(max(height, 1)).map { Self.fitting($0, width) }
    return Rows(lines: Array(cut), cursor: column.map { (row, min($0, width - 1)) })
  }

  /// The text, and the rows of each item in it.
  private struct Text {
    var lines: [Line] = []
    var items: [Range<Int>] = []
  }

  private var page: Text {
    switch mode {
    case .reading(let page): Text(lines: readingLines(page))
    case .choosing, .typing, .filtering: promptPage
    }
  }

  /// Lines longer than this are hard to read.
  private static let widestText = 100
  /// From so many columns on, two languages stand side by side.
  private static let widthOfPairs = 100

  private var isBeside: Bool { session.isPaired && width >= Self.widthOfPairs }

  private var textWidth: Int { min(width, isBeside ? 2 * Self.widestText : Self.widestText) }

  private var promptPage: Text {
    var prompt = session.prompt
    prompt.trail = []
    var layout = PromptLayout()
    layout.isPaired = session.isPaired
    layout.writesAddresses = writesAddresses
    layout.pictureBase = pictureBase
    let text = PromptText(
      prompt, library: session.library, phrases: session.phrases, layout: layout)
    var page = Text(lines: mode.filter == nil ? lines(text.content) : [])
    for (position, item) in items.enumerated() {
      let isSelected = position == selection
      switch item {
      case .choice(let number):
        page.lines += lines(text.heading(at: number - 1))
        let choice = text.choice(
          at: number - 1, marker: isSelected ? "> " : "  ", style: isSelected ? [.bold] : [])
        append(choice, to: &page)
      case .jump(let number):
        if number == prompt.jumps.count - prompt.asideCount + 1 {
          page.lines += lines([text.asidesHeading])
        } else if number == 1 {
          let heading = Paragraph([Span(session.phrases[.seeAlso], .bold)], hasGap: true)
          page.lines += lines([heading])
        }
        let words = prompt.jumps[number - 1].text.target.plainText.trimmed
        let marker = "\(isSelected ? "> " : "  ")j\(number)  "
        append(Paragraph([Span(words, isSelected ? .bold : [])], first: marker), to: &page)
      }
    }
    return page
  }

  private func lines(_ paragraphs: [Paragraph]) -> [Line] {
    paragraphs.lines(width: textWidth, isBeside: isBeside)
  }

  private func append(_ paragraph: Paragraph, to page: inout Text) {
    let start = page.lines.count
    page.lines += lines([paragraph])
    page.items.append(start..<page.lines.count)
  }

  private func readingLines(_ page: Page) -> [Line] {
    switch page {
    case .help:
      let keys = session.phrases.keys(onScreen: true)
      let column = 2 + (keys.map { DisplayWidth.of($0.key) }.max() ?? 0) + 2
      return keys.map { entry in
        let first = "  " + entry.key
        let gap = String(repeating: " ", count: column - DisplayWidth.of(first))
        return Paragraph([Span(entry.meaning)], first: first + gap)
      }.lines(width: textWidth)
    case .history:
      return session.history.map { seen in
        let code = session.library.codes[seen.node].map { "\($0.readable)  " } ?? ""
        return Paragraph([Span(seen.title)], first: "  \(code)")
      }.lines(width: textWidth)
    case .note:
      let note = session.note(site: siteURL)
      let whole = note?.text.split(separator: "\n").map { Paragraph([Span(String($0))]) } ?? []
      return ([Paragraph([Span(note?.line ?? "")]), Paragraph([])] + whole).lines(width: textWidth)
    }
  }

  /// The answers so far on one line, the first ones left out where there are too many; without
  /// the last where the line below says the same.
  private var topLine: Line? {
    let prompt = session.prompt
    var trail = prompt.trail.map { $0.answer.target.plainText.trimmed }
    if trail.last == (prompt.subject ?? prompt.title).target.plainText.trimmed {
      trail.removeLast()
    }
    guard !trail.isEmpty, mode.filter == nil, height > 6 else { return nil }
    for first in trail.indices {
      let words = (first > 0 ? ["…"] : []) + trail[first...]
      let line = words.joined(separator: " > ")
      if DisplayWidth.of(line) <= width || first == trail.count - 1 {
        return [Span(line, .dim)]
      }
    }
    return nil
  }

  /// The step code and what is written, or a message on as many lines as it takes; and the column
  /// to write at.
  private var promptLines: ([Line], Int?) {
    let code = session.prompt.code.map { "\($0.readable) " } ?? ""
    let written: String
    switch mode {
    case .choosing:
      if digits.isEmpty { return (messageLines(after: [Span("\(code)> ", .dim)]), nil) }
      written = "\(code)> \(digits)"
    case .typing(let prefix, let text): written = "\(code)> \(Self.line(prefix, text))"
    case .filtering(let text): written = "\(session.phrases[.filter]) \(text)"
    case .reading(let page):
      let words = page == .note ? session.phrases[.keyCopy] : session.phrases[.pressKey]
      return ([[Span(page == .note ? "c: \(words)" : words, .dim)]], nil)
    }
    // The end of a long line is what its writer looks at.
    var shown = Substring(written)
    while DisplayWidth.of(shown) >= width, !shown.isEmpty { shown.removeFirst() }
    return ([[Span(String(shown))]], DisplayWidth.of(shown))
  }

  /// The message behind the mark; on a low screen, as much as leaves the text a row.
  private func messageLines(after mark: Line) -> [Line] {
    guard let message else { return [mark] }
    let words = Paragraph([Span(message, .bold)]).lines(width: width - Self.width(of: mark))
    let room = max(1, height - (topLine == nil ? 0 : 1) - (showsHint ? 2 : 1))
    let indent = Span(String(repeating: " ", count: Self.width(of: mark)))
    return words.prefix(room).enumerated().map { ($0 == 0 ? mark : [indent]) + $1 }
  }

  private static func width(of line: Line) -> Int {
    line.reduce(0) { $0 + DisplayWidth.of($1.text) }
  }

  private func hintLine(hasMore: Bool) -> Line {
    let phrases = session.phrases
    if case .reading = mode { return hasMore ? [Span(phrases[.moreBelow], .dim)] : [] }
    var words = session.isAtEnd ? phrases[.endHint] : phrases[.screenHint]
    if let step = session.prompt.step, step.number < step.count { words = phrases[.stepHint] }
    if hasMore { words = "\(phrases[.moreBelow])  ·  \(words)" }
    return [Span(words, .dim)]
  }

  /// The line, cut at the right edge with `…`.
  private static func fitting(_ line: Line, _ width: Int) -> Line {
    guard Self.width(of: line) > width else { return line }
    var left = width - 1
    var out: Line = []
    for span in line {
      var text = ""
      for character in span.text {
        let columns = DisplayWidth.of(character)
        guard columns <= left else { return out + [Span(text + "…", span.style, link: span.link)] }
        text.append(character)
        left -= columns
      }
      out.append(Span(text, span.style, link: span.link))
    }
    return out
  }
}

extension Screen {
  /// How many rows the text has.
  private var textHeight: Int {
    max(1, height - (topLine == nil ? 0 : 1) - promptLines.0.count - (showsHint ? 1 : 0))
  }

  private var visibleRows: Range<Int> { scroll..<scroll + textHeight }

  var canScrollDown: Bool { scroll + textHeight < page.lines.count }

  var isSelectionVisible: Bool {
    let items = page.items
    guard items.indices.contains(selection) else { return true }
    return visibleRows.contains(items[selection].lowerBound)
  }

  mutating func select(_ index: Int) {
    selection = min(max(index, 0), max(items.count - 1, 0))
    showSelection()
  }

  /// Moves the selection; where it is not seen yet, moves the text towards it first.
  mutating func move(_ step: Int) {
    let rows = page.items
    guard rows.indices.contains(selection) else { return scrollLines(step) }
    let isBelow = rows[selection].lowerBound >= visibleRows.upperBound
    let isAbove = rows[selection].lowerBound < visibleRows.lowerBound
    if step > 0 ? isBelow : isAbove { return scrollLines(step) }
    let next = selection + step
    guard rows.indices.contains(next) else { return scrollLines(step) }
    selection = next
    showSelection()
  }

  mutating func scrollPage(_ step: Int) { scrollLines(step * max(1, textHeight - 1)) }

  mutating func scrollLines(_ count: Int) {
    scroll = min(max(0, scroll + count), max(0, page.lines.count - textHeight))
  }

  /// Scrolls as little as makes the selected item visible.
  mutating func showSelection() {
    let page = page
    let height = textHeight
    scroll = min(scroll, max(0, page.lines.count - height))
    guard page.items.indices.contains(selection) else { return }
    let rows = page.items[selection]
    if rows.upperBound > scroll + height { scroll = rows.upperBound - height }
    if rows.lowerBound < scroll { scroll = rows.lowerBound }
    if selection == 0, rows.upperBound <= height { scroll = 0 }
  }
}
