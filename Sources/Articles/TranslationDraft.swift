package import Content
import Diagnostics
import Markdown

/// Makes a side-by-side article of a plain source article: every sentence becomes a unit.
package struct TranslationDraft {
  /// What the translation's front matter says besides the source's.
  package struct Heading: Sendable {
    package var locale: LanguageTag
    /// `HT` or `MT` (dialect.md, 1).
    package var translationType: String
    package init(locale: LanguageTag, translationType: String) {
      self.locale = locale
      self.translationType = translationType
    }
  }

  private var pieces: [UnitFile.Piece] = []
  private var known: KnownTranslations<UnitFile.Unit>
  private let prefix: String
  private var nextNumber: Int

  /// The first unit of a body in localized articles (dialect.md, 13).
  private static let firstNumber = 103

  /// Makes the draft.
  ///
  /// - Parameters:
  ///   - raw: the source article.
  ///   - translation: the translation there is, whose units are kept where their source is the same.
  ///   - id: the article's id, which names the units of a new translation.
  ///   - heading: what a new translation's front matter says.
  /// - Returns: the file, in which new units have no target.
  package static func make(
    of raw: [UInt8], translation: UnitFile?, id: String, heading: Heading
  ) -> UnitFile {
    var ignored: [Diagnostic] = []
    let source = SourceText(raw, path: "", diagnostics: &ignored)
    var draft = TranslationDraft(translation?.units ?? [], id: id)
    let bodyStart = source.frontMatter()?.bodyStart ?? 0
    draft.pieces = translation?.frontMatter ?? frontMatter(source, bodyStart, heading)
    draft.append(body: Array(source.bytes[bodyStart...]))
    return UnitFile(pieces: draft.pieces)
  }

  private init(_ units: [UnitFile.Unit], id: String) {
    known = KnownTranslations(units.map { ($0.source, $0) })
    let first = units.first?.id.rawValue.split(separator: "-").first.map(String.init)
    prefix = first ?? Self.prefix(of: id)
    let numbers = units.compactMap { $0.id.rawValue.split(separator: "-").last.flatMap { Int($0) } }
    nextNumber = (numbers.max() ?? Self.firstNumber - 1) + 1
  }

  /// Five hexadecimal digits of a digest of the article's id.
  package static func prefix(of id: String) -> String {
    let digits = String(Digest(of: id).value & 0xFFFFF, radix: 16)
    return String(repeating: "0", count: 5 - digits.count) + digits
  }

  private static func frontMatter(
    _ source: SourceText, _ bodyStart: Int, _ heading: Heading
  ) -> [UnitFile.Piece] {
    let added = """
      ms.translationtype: \(heading.translationType)
      ms.contentlocale: \(heading.locale.display)
      ---

      """
    guard bodyStart > 0 else { return [.literal(Array("---\n\(added)".utf8))] }
    var front = UnitFile(reading: Array(source.bytes[..<bodyStart])).pieces
    guard case .literal(let last)? = front.last else { return front }
    // The closing fence is the last line.
    let fence = last.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    front[front.count - 1] = .literal(Array(last[..<fence]) + Array(added.utf8))
    return front
  }
}

extension TranslationDraft {
  private mutating func append(body: [UInt8]) {
    var cursor = 0
    for run in MarkdownDocument(bytes: body).textRuns() {
      for lines in Self.sentencesLines(run, body) {
        guard let first = lines.first, let last = lines.last, first.lowerBound >= cursor else {
          continue
        }
        append(literal: body[cursor..<first.lowerBound])
        append(text: Array(lines.map { body[$0] }.joined(separator: [0x20])))
        cursor = last.upperBound
      }
    }
    append(literal: body[cursor...])
  }

  /// The lines of a run that belong together: cut at hard breaks and at lines that are directives.
  private static func sentencesLines(_ run: TextRun, _ body: [UInt8]) -> [[Range<Int>]] {
    var groups: [[Range<Int>]] = []
    var open: [Range<Int>] = []
    for line in run.lines {
      let text = body[line]
      if text.starts(with: Array("[!".utf8)) || text.starts(with: Array(":::".utf8)) {
        groups.append(open)
        open = []
        continue
      }
      let isHardBreak =
        text.last == UInt8(ascii: "\\") || body[line.upperBound...].starts(with: [0x20, 0x20])
      open.append(text.last == UInt8(ascii: "\\") ? line.dropLast(1) : line)
      if isHardBreak {
        groups.append(open)
        open = []
      }
    }
    return (groups + [open]).filter { !$0.isEmpty }
  }

  private mutating func append(literal: some Sequence<UInt8>) {
    let bytes = Array(literal)
    guard !bytes.isEmpty else { return }
    if case .literal(let last)? = pieces.last {
      pieces[pieces.count - 1] = .literal(last + bytes)
    } else {
      pieces.append(.literal(bytes))
    }
  }

  private mutating func append(text: [UInt8]) {
    var segments = SegmentCutter.cut(text)[...]
    while let segment = segments.popFirst() {
      guard segment.isSentence else {
        append(literal: segment.bytes)
        continue
      }
      let rest = segments.lazy.map(\.bytes)
      if let (unit, count) = known.take(segment.bytes, with: rest, where: { _ in true }) {
        pieces.append(.unit(unit))
        segments = segments.dropFirst(count)
      } else {
        let id = TextUnit.ID("\(prefix)-\(nextNumber)")
        nextNumber += 1
        let copied = known.copy(of: segment.bytes)?.target
        pieces.append(.unit(UnitFile.Unit(id: id, source: segment.bytes, target: copied)))
      }
    }
  }
}

extension UnitFile {
  /// The pieces before the body.
  fileprivate var frontMatter: [Piece] {
    let written = bytes
    var ignored: [Diagnostic] = []
    let text = SourceText(written, path: "", diagnostics: &ignored)
    guard let front = text.frontMatter() else { return [] }
    // With other line ends the offsets would differ; then the whole is read again.
    guard text.bytes.count == written.count else {
      return UnitFile(reading: Array(text.bytes[..<front.bodyStart])).pieces
    }
    return UnitFile(reading: Array(written[..<front.bodyStart])).pieces
  }

  /// Whether both have the same source text, however it is cut into units.
  package func hasSameSource(as other: UnitFile) -> Bool { sourceLetters == other.sourceLetters }

  private var sourceLetters: [Unicode.Scalar] {
    units.flatMap { unit in
      String(decoding: unit.source, as: UTF8.self).unicodeScalars.filter {
        $0.properties.isAlphabetic
      }
    }
  }
}
