/// The author's line that a finding is about, with a mark under the place.
///
///     12 | See [Reset](vnp-reset.md) for the steps.
///        |             ^~~~~~~~~~~~
package struct Excerpt: Hashable, Sendable, CustomStringConvertible {
  /// 1-based.
  package let number: Int
  /// The line, or the part of a long one around the place.
  package let line: String
  /// What stands under the line: blanks and `^~~~`; empty without a column.
  package let mark: String

  /// More columns than this are cut around the place.
  private static let width = 100

  /// Cuts the excerpt for a finding out of its file; `nil` when the finding has no line there.
  package init?(of finding: Diagnostic, in lines: SourceLines) {
    guard let number = finding.location.line, let text = lines[number] else { return nil }
    self.number = number
    let characters = text.map { $0 == "\t" ? " " : $0.isObeyed ? "\u{FFFD}" : $0 }
    let column = finding.location.column.map { min(max($0 - 1, 0), characters.count) }
    let start = Self.start(of: characters, around: column ?? 0)
    var shown = String(characters[start...])
    if start > 0 { shown = "…" + shown }
    line = Self.cut(shown)
    guard let column else {
      mark = ""
      return
    }
    let before = DisplayWidth.of(String(characters[start..<column])) + (start > 0 ? 1 : 0)
    let quoted = finding.quotedTexts.first { String(characters[column...]).hasPrefix($0) }
    let room = max(1, DisplayWidth.of(line) - before)
    let length = min(max(1, quoted.map { DisplayWidth.of($0) } ?? 1), room)
    mark =
      String(repeating: " ", count: before) + "^" + String(repeating: "~", count: length - 1)
  }

  /// Where a long line is cut so that the place stands in its middle.
  private static func start(of characters: [Character], around column: Int) -> Int {
    guard column > width * 2 / 3 else { return 0 }
    return max(0, column - width / 3)
  }

  private static func cut(_ text: String) -> String {
    var columns = 0
    var out = ""
    for character in text {
      columns += DisplayWidth.of(character)
      if columns > width { return out + "…" }
      out.append(character)
    }
    return out
  }

  package var description: String {
    let margin = String(number)
    let first = "  \(margin) | \(line)"
    guard !mark.isEmpty else { return first }
    return first + "\n  " + String(repeating: " ", count: margin.count) + " | \(mark)"
  }
}

extension Character {
  /// Whether a terminal would act on it instead of showing it, or show what follows in another
  /// order (UAX #9, section 2).
  fileprivate var isObeyed: Bool {
    unicodeScalars.contains {
      $0.properties.generalCategory == .control || (0x202A...0x202E).contains($0.value)
        || (0x2066...0x2069).contains($0.value)
    }
  }
}

/// A file's text by its lines.
package struct SourceLines: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    self.starts = starts
  }

  package var count: Int { starts.count }

  /// The bytes of a 1-based line without its end; `nil` when there is no such line.
  package func bytes(of number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= starts.count else { return nil }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// The text of a 1-based line; `nil` when there is no such line.
  package subscript(number: Int) -> String? {
    bytes(of: number).map { String(decoding: $0, as: UTF8.self) }
  }
}
