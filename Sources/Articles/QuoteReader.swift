import Content
import Diagnostics

/// Turns quotes that begin with a marker into alerts, divisions and videos (dialect.md, 3 to 5).
///
/// DocFX wants the marker alone on a line of a quote; one that is not quite so is understood, and
/// reported.
struct QuoteReader {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func read(_ blocks: [Block]) -> [Block] {
    read(blocks, inQuote: false)
  }

  private mutating func read(_ blocks: [Block], inQuote: Bool) -> [Block] {
    var out: [Block] = []
    out.reserveCapacity(blocks.count)
    for block in blocks {
      if case .quote(let inner) = block.kind {
        out += sections(of: read(inner, inQuote: true), around: block)
      } else if !inQuote, case .paragraph(let text) = block.kind,
        let found = outsideQuote(text, block)
      {
        out += found
      } else if block.holdsSequence(where: { $0.hold { $0.mayHoldMarker } }) {
        var reader = self
        out.append(block.mapChildren { reader.read($0) })
        self = reader
      } else {
        out.append(block)
      }
    }
    return out
  }

  /// Cuts a quote where a marker begins a paragraph or a line of one.
  private mutating func sections(of blocks: [Block], around quote: Block) -> [Block] {
    var out: [Block] = []
    var marker: QuoteMarker.Meaning?
    var content: [Block] = []
    var line = quote.line
    func close() {
      out += Self.section(marker, content, line: line, file: quote.file)
      content = []
    }
    for block in blocks {
      guard case .paragraph(let text) = block.kind else {
        content.append(block)
        continue
      }
      for part in MarkedText.split(text) {
        if let next = part.marker {
          close()
          marker = next.meaning
          line = block.line + part.line
          report(next.fault, block, line)
        }
        reportUnknown(part, block)
        if !part.text.isBlank || !part.text.units.isEmpty {
          content.append(
            Block(.paragraph(part.text), line: block.line + part.textLine, file: block.file))
        }
      }
    }
    close()
    return out
  }

  /// The blocks for a run of content behind a marker, or behind none.
  private static func section(
    _ marker: QuoteMarker.Meaning?, _ content: [Block], line: Int, file: String?
  ) -> [Block] {
    switch marker {
    case .video(let address)?:
      // The block ends with the marker's line: what follows is a quote of its own.
      return [Block(.video(Video(source: address)), line: line, file: file)]
        + section(nil, content, line: line, file: file)
    case .alert(let kind)?: return [Block(.alert(kind, content), line: line, file: file)]
    case .division(let name)?: return [Block(.division(name, content), line: line, file: file)]
    case nil: return content.isEmpty ? [] : [Block(.quote(content), line: line, file: file)]
    }
  }

  /// Alerts and videos whose author forgot the `>`, or wrote it in a table cell, where it is text.
  ///
  /// Returns `nil` when the paragraph holds none.
  private mutating func outsideQuote(_ text: Text, _ block: Block) -> [Block]? {
    guard text.holdsMarker else { return nil }
    let parts = MarkedText.split(text, at: [.softBreak, .lineBreak])
    guard parts.contains(where: { $0.marker != nil }) else { return nil }
    var out: [Block] = []
    for part in parts {
      let line = block.line + part.textLine
      let words = Block(.paragraph(part.text), line: line, file: block.file)
      switch part.marker?.meaning {
      case .alert(let kind)?:
        guard !part.text.isBlank else { return nil }
        out.append(Block(.alert(kind, [words]), line: line, file: block.file))
      case .video(let address)?:
        out.append(Block(.video(Video(source: address)), line: line, file: block.file))
        if !part.text.isBlank { out.append(words) }
      case .division?: return nil
      case nil: out.append(words)
      }
    }
    diagnostics.append(
      Diagnostic(
        .warning, "marker-outside-quote",
        "'\(Self.marker(in: text))' is meant as an alert or a video, but is in no quote",
        at: place(block),
        hint: "write '> ' before each of its lines; in a table, move it below the table"))
    return out
  }
}

extension QuoteReader {
  /// The first marker of a text, as it is written.
  private static func marker(in text: Text) -> Substring {
    let words = text.source.plainText
    guard let start = words.firstRange(of: "[!")?.lowerBound,
      let end = words[start...].firstIndex(of: "]")
    else { return "[!" }
    return words[start...end]
  }

  private func place(_ block: Block) -> SourceLocation {
    SourceLocation(block.file ?? path, line: block.line)
  }

  private mutating func report(_ fault: QuoteMarker.Fault?, _ block: Block, _ line: Int) {
    let place = SourceLocation(block.file ?? path, line: line)
    switch fault {
    case nil: break
    case .notAlone?:
      diagnostics.append(
        Diagnostic(
          .warning, "marker-not-alone", "words stand behind the marker on its line",
          at: place, hint: "begin the text on the next line, behind '> '"))
    case .damaged(let kind)?:
      diagnostics.append(
        Diagnostic(
          .warning, "damaged-marker", "the marker of this alert was translated", at: place,
          hint: "write '> [!\(kind.rawValue.uppercased())]'"))
    }
  }

  private mutating func reportUnknown(_ part: MarkedText, _ block: Block) {
    guard part.marker == nil,
      let word = QuoteMarker.unknownWord(in: part.text.source.firstLine.plainText)
    else { return }
    let known = AlertKind.allCases.map { $0.rawValue.uppercased() }
    let nearest =
      known.first { $0.hasPrefix(word.uppercased()) } ?? Suggestion.nearest(to: word, in: known)
    diagnostics.append(
      Diagnostic(
        .warning, "unknown-alert", "no kind of alert is called '\(word)'", at: place(block),
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "write one of \(known.joined(separator: ", "))"))
  }
}

extension Block {
  /// Whether it is a quote, or a paragraph that looks like one.
  fileprivate var mayHoldMarker: Bool {
    switch kind {
    case .quote: true
    case .paragraph(let text): text.holdsMarker
    default: false
    }
  }
}

/// A part of a quote's paragraph, and the marker before it.
struct MarkedText {
  var marker: QuoteMarker?
  var text: Text
  /// How many lines of the paragraph stand before the marker, and before the text.
  var line = 0
  var textLine = 0

  /// Cuts a paragraph before each line that begins with a marker, without the markers.
  ///
  /// - Parameters:
  ///   - text: the paragraph.
  ///   - breaks: what ends a line of it.
  /// - Returns: the parts in order; the text itself when no line begins with a marker.
  static func split(_ text: Text, at breaks: [Inline] = [.softBreak]) -> [MarkedText] {
    guard text.holdsMarker else { return [MarkedText(text: text)] }
    let source = text.source.lines(endedBy: breaks)
    let target = text.target.lines(endedBy: breaks)
    let markers = source.map { QuoteMarker(line: $0) }
    guard markers.contains(where: { $0 != nil }) else { return [MarkedText(text: text)] }
    let separator: Inline = breaks.contains(.lineBreak) ? .lineBreak : .softBreak
    // Lines that do not pair up all go to the first part that has text.
    let isPaired = source.count == target.count
    var parts: [MarkedText] = []
    var sourceRun: [[Inline]] = []
    var targetRun: [[Inline]] = []
    var runStart = 0
    func flush() {
      let words = Text(
        source: joined(sourceRun, by: separator), target: joined(targetRun, by: separator))
      if let last = parts.indices.last, parts[last].text.pieces.isEmpty {
        parts[last].text = words
        parts[last].textLine = runStart
      } else if !words.pieces.isEmpty {
        parts.append(MarkedText(text: words, textLine: runStart))
      }
      (sourceRun, targetRun) = ([], [])
    }
    for (index, line) in source.enumerated() {
      let translated = isPaired ? target[index] : []
      if let marker = markers[index] {
        flush()
        parts.append(MarkedText(marker: marker, text: .empty, line: index))
        let rest = line.droppingPlainPrefix(marker.length)
        if rest.isEmpty { continue }
        runStart = index
        sourceRun.append(rest)
        targetRun.append(translated.droppingMarker)
      } else {
        if sourceRun.isEmpty { runStart = index }
        sourceRun.append(line)
        targetRun.append(translated)
      }
    }
    if !isPaired {
      targetRun = target.map(\.droppingMarker).filter { !$0.isEmpty }
    }
    flush()
    return parts
  }

  private static func joined(_ lines: [[Inline]], by separator: Inline) -> [Inline] {
    Array(lines.filter { !$0.isEmpty }.joined(separator: [separator]))
  }
}

extension Text {
  /// Whether `[!` stands in its words.
  fileprivate var holdsMarker: Bool {
    var isBehindBracket = false
    return pieces.indices.contains { pieces[$0].source.holdsMarker(&isBehindBracket) }
  }
}

extension [Inline] {
  /// Whether `[!` stands in its words, or `!` at their beginning if that is behind a bracket.
  fileprivate func holdsMarker(_ isBehindBracket: inout Bool) -> Bool {
    for index in indices {
      let isFound: Bool
      switch self[index] {
      case .text(let words), .code(let words): isFound = words.holdsMarker(&isBehindBracket)
      case .image(let image): isFound = image.alt.holdsMarker(&isBehindBracket)
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner),
        .unit(_, _, let inner):
        isFound = inner.holdsMarker(&isBehindBracket)
      case .softBreak, .lineBreak:
        isBehindBracket = false
        isFound = false
      case .anchor, .tag: isFound = false
      }
      if isFound { return true }
    }
    return false
  }

  fileprivate func lines(endedBy breaks: [Inline]) -> [[Inline]] {
    split(omittingEmptySubsequences: false) { breaks.contains($0) }.map { Array($0) }
  }

  fileprivate var firstLine: [Inline] { Array(prefix { $0 != .softBreak }) }

  /// Without the marker that a translated line begins with.
  fileprivate var droppingMarker: [Inline] {
    guard let length = QuoteMarker.translatedLength(in: plainText) else { return self }
    return droppingPlainPrefix(length)
  }

  /// Without the first bytes of its words; what holds them goes when nothing is left in it.
  func droppingPlainPrefix(_ length: Int) -> [Inline] {
    var rest = length
    return droppingPlainPrefix(&rest)
  }

  private func droppingPlainPrefix(_ rest: inout Int) -> [Inline] {
    var out: [Inline] = []
    for inline in self {
      guard rest > 0 else {
        out.append(inline)
        continue
      }
      switch inline {
      case .text(let text):
        let bytes = text.utf8
        let dropped = Swift.min(rest, bytes.count)
        rest -= dropped
        if dropped < bytes.count {
          out.append(.text(String(decoding: bytes.dropFirst(dropped), as: UTF8.self)))
        }
      case .code(let text): rest -= text.utf8.count
      case .softBreak, .lineBreak, .image: rest -= 1
      case .anchor, .tag: out.append(inline)
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner):
        let kept = inner.droppingPlainPrefix(&rest)
        if !kept.isEmpty { out.append(inline.replacingChildren(kept)) }
      case .unit(_, _, let inner):
        out.append(inline.replacingChildren(inner.droppingPlainPrefix(&rest)))
      }
    }
    return out
  }
}

extension String {
  fileprivate func holdsMarker(_ isBehindBracket: inout Bool) -> Bool {
    guard let first = utf8.first else { return false }
    if isBehindBracket, first == UInt8(ascii: "!") { return true }
    isBehindBracket = utf8.last == UInt8(ascii: "[")
    return holds(UInt8(ascii: "["), UInt8(ascii: "!"))
  }
}
