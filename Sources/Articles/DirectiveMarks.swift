import Content
import Markdown

/// Puts marks that Markdown passes through in the place of directives between colons.
///
/// A directive that fills its line becomes a comment, which ends a paragraph and begins a block
/// like the directive itself (CommonMark 0.30, 4.6); one in running text becomes a tag. Each mark
/// holds the directive's number behind a private-use character, which no keyboard writes.
struct DirectiveMarks: Sendable {
  /// The character that begins a mark's number.
  private static let sign = "\u{F8FF}"
  private static let element = "w"

  /// In document order; also those that were not marked.
  private(set) var directives: [ColonDirective] = []
  /// The numbers of those that were not marked.
  private(set) var excluded: Set<Int> = []
  private(set) var markdown: MarkdownDocument

  /// Marks a document's directives but those whose numbers are given, which stay text.
  init(_ document: MarkdownDocument, excluding excluded: Set<Int> = []) {
    markdown = document
    guard Self.mayHoldDirectives(document.bytes) else { return }
    self.excluded = excluded
    var replacements: [(range: Range<Int>, mark: [UInt8])] = []
    var indentation = EnclosedIndentation()
    let lines = document.bytes.lineRanges
    let formulas = Formula.enclosedLines(in: document.bytes, lines)
    for (index, line) in lines.enumerated() {
      guard formulas.contains(index) || Self.mayHoldDirectives(document.bytes.span.extracting(line))
      else {
        indentation.take(document.bytes, line, nil)
        continue
      }
      let found =
        formulas.contains(index)
        ? Self.formulas([Formula.content(of: line, in: document.bytes)], of: document)
        : Self.withoutOverlaps(
          Self.directives(in: document.bytes, line)
            + Self.formulas(Formula.ranges(in: document.bytes, line), of: document))
      var filling: ColonDirective?
      for found in found {
        var directive = found.directive
        directive.line = index + 1
        directive.takeUnits(of: document, in: found.range)
        directives.append(directive)
        let number = directives.count - 1
        guard !excluded.contains(number) else { continue }
        if found.isBlock { filling = directive }
        let mark =
          found.isBlock
          ? "<!--\(Self.sign)\(number)-->" : "<\(Self.element) a=\(Self.sign)\(number)>"
        replacements.append((found.range, Array(mark.utf8)))
      }
      indentation.take(document.bytes, line, filling)
    }
    replacements += indentation.removals.map { ($0, []) }
    replacements.sort { $0.range.lowerBound < $1.range.lowerBound }
    var writer = Writer(document: document)
    for replacement in replacements { writer.replace(replacement.range, with: replacement.mark) }
    markdown = writer.finished
  }

  /// The directives that are none in code.
  var used: [ColonDirective] {
    directives.indices.filter { !excluded.contains($0) }.map { directives[$0] }
  }

  /// The number in a comment's text or an element, when that is a mark.
  func number(inComment text: String) -> Int? {
    guard text.hasPrefix(Self.sign) else { return nil }
    return Int(text.dropFirst()).flatMap { directives.indices.contains($0) ? $0 : nil }
  }

  func number(in element: Element) -> Int? {
    guard Self.isMark(element), let value = element["a"] else { return nil }
    return number(inComment: value)
  }

  /// Whether an element is a directive's mark, and no element of the author's.
  static func isMark(_ element: Element) -> Bool {
    element.name == Self.element && element["a"]?.hasPrefix(sign) == true
  }

  /// Whether a comment's text is a directive's mark.
  static func isMark(_ comment: some StringProtocol) -> Bool { comment.hasPrefix(sign) }

  private static func mayHoldDirectives(_ bytes: [UInt8]) -> Bool {
    mayHoldDirectives(bytes.span)
      && (bytes.span.holds(UInt8(ascii: "$")) || bytes.holdsSnippet
        || bytes.firstOffset(of: Array(":::".utf8), from: 0) != nil)
  }

  /// Whether bytes are worth a closer look: most are not.
  private static func mayHoldDirectives(_ bytes: Span<UInt8>) -> Bool {
    bytes.holds(UInt8(ascii: "$")) || bytes.holds(UInt8(ascii: ":"), UInt8(ascii: ":"))
      || bytes.holds(UInt8(ascii: "["), UInt8(ascii: "!"))
  }
}

extension DirectiveMarks {
  private struct Found {
    var directive: ColonDirective
    var range: Range<Int>
    var isBlock: Bool
  }

  /// The directives of one line, from left to right.
  private static func directives(in bytes: [UInt8], _ line: Range<Int>) -> [Found] {
    if let snippet = CodeReference.directive(in: bytes, line) {
      return [Found(directive: snippet.directive, range: snippet.range, isBlock: true)]
    }
    var found: [Found] = []
    var index = line.lowerBound
    while let start = bytes.firstOffset(of: Array(":::".utf8), from: index, to: line.upperBound) {
      guard
        let (directive, end, isClosed) = ColonDirective.read(
          in: bytes, at: start, lineEnd: line.upperBound)
      else {
        index = start + 3
        while index < line.upperBound, bytes[index] == UInt8(ascii: ":") { index += 1 }
        continue
      }
      let isAlone =
        bytes[line.lowerBound..<start].allSatisfy(\.beginsLine)
        && bytes[end..<line.upperBound].allSatisfy { $0.isBlank }
      index = max(end, start + 3)
      switch directive.name {
      case .noLoc:
        guard isClosed else { continue }
        found.append(Found(directive: directive, range: start..<end, isBlock: false))
      case .formula: continue
      case .image, .video:
        guard isClosed || isAlone else { continue }
        found.append(Found(directive: directive, range: start..<end, isBlock: isAlone))
      case .code, .form, .row, .column, .zone, .moniker, .imageEnd, .videoEnd, .rowEnd, .columnEnd,
        .zoneEnd, .monikerEnd:
        guard isAlone else { continue }
        found.append(Found(directive: directive, range: start..<end, isBlock: true))
      }
    }
    return found
  }

  /// Formulas as directives; none that a unit begins or ends in, as half of it cannot be told.
  private static func formulas(_ ranges: [Range<Int>], of document: MarkdownDocument) -> [Found] {
    ranges.filter { range in
      !range.isEmpty
        && document.units.allSatisfy { unit in
          !unit.range.overlaps(range)
            || unit.range.lowerBound <= range.lowerBound
              && range.upperBound <= unit.range.upperBound
        }
    }.map { range in
      let text = String(decoding: document.bytes[range], as: UTF8.self)
      let directive = ColonDirective(name: .formula, attributes: [.init(name: "text", value: text)])
      return Found(directive: directive, range: range, isBlock: false)
    }
  }

  /// From left to right; of two that overlap, the one that begins first.
  private static func withoutOverlaps(_ found: [Found]) -> [Found] {
    var end = 0
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { found in
      guard found.range.lowerBound >= end else { return false }
      end = found.range.upperBound
      return true
    }
  }

  /// A document's bytes with some ranges replaced.
  private struct Writer {
    let document: MarkdownDocument
    private var bytes: [UInt8] = []
    private var copied = 0
    /// What was replaced, and where its replacement stands.
    private var replaced: [(old: Range<Int>, new: Range<Int>)] = []

    init(document: MarkdownDocument) { self.document = document }

    mutating func replace(_ range: Range<Int>, with mark: [UInt8]) {
      bytes += document.bytes[copied..<range.lowerBound]
      replaced.append((range, bytes.count..<bytes.count + mark.count))
      bytes += mark
      copied = range.upperBound
    }

    /// The new document; a unit that lies inside a replaced range is gone.
    var finished: MarkdownDocument {
      var units: [TextUnit.Span] = []
      var next = 0
      for unit in document.units {
        while next < replaced.count, replaced[next].old.upperBound <= unit.range.lowerBound {
          next += 1
        }
        if next < replaced.count, replaced[next].old.lowerBound <= unit.range.lowerBound,
          unit.range.upperBound <= replaced[next].old.upperBound
        {
          continue
        }
        let low = moved(unit.range.lowerBound, from: next)
        units.append(
          .init(id: unit.id, range: low..<max(low, moved(unit.range.upperBound, from: next))))
      }
      return MarkdownDocument(bytes: bytes + document.bytes[copied...], units: units)
    }

    /// Where an offset has moved that no replacement before `index` ends behind.
    private func moved(_ offset: Int, from index: Int) -> Int {
      var last = index - 1
      while last + 1 < replaced.count, replaced[last + 1].old.lowerBound < offset { last += 1 }
      guard last >= 0 else { return offset }
      return max(
        replaced[last].new.upperBound + offset - replaced[last].old.upperBound,
        replaced[last].new.lowerBound)
    }
  }
}

extension UInt8 {
  /// Whether it may stand between the beginning of a line and a block: blanks, quote and list marks.
  fileprivate var beginsLine: Bool {
    switch self {
    case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// The ranges of the lines, without their line ends.
  var lineRanges: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    let bytes = span
    for index in bytes.indices where bytes[index] == 0x0A {
      found.append(start..<index)
      start = index + 1
    }
    if start < count { found.append(start..<count) }
    return found
  }
}
