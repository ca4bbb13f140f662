/// Breaks text into lines by the widths that letters have in a common sans-serif type.
///
/// A drawing must know how large its text is without asking a font, so the widths are those of
/// wide faces: a line may turn out shorter than its box, and hardly ever longer.
enum LineBreaker {
  /// The width of a line in ems.
  static func width(of line: some StringProtocol) -> Double {
    line.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// Breaks text at spaces, between East Asian characters, and inside words longer than a line.
  ///
  /// - Parameters:
  ///   - text: one line of words.
  ///   - width: the longest line, in ems.
  ///   - limit: the most lines; the last ends with `…` when there is more.
  /// - Returns: the lines from the top, without white space at their ends; one for an empty text.
  static func lines(of text: String, width: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for piece in pieces(of: text, longest: width) {
      let size = Self.width(of: piece.text)
      let space = line.isEmpty || !piece.isSpaced ? 0 : spaceWidth
      if !line.isEmpty, used + space + size > width {
        lines.append(line)
        line = piece.text
        used = size
      } else {
        if space > 0 { line += " " }
        line += piece.text
        used += space + size
      }
    }
    lines.append(line)
    guard lines.count > limit else { return lines }
    return lines[..<(limit - 1)] + [shortened(lines[limit - 1], to: width)]
  }

  private static func shortened(_ line: String, to width: Double) -> String {
    var kept = line
    while !kept.isEmpty, Self.width(of: kept) + 1 > width { kept.removeLast() }
    if kept != line, let space = kept.lastIndex(of: " ") { kept = String(kept[..<space]) }
    while let last = kept.last, ",;:.".contains(last) { kept.removeLast() }
    return kept + "…"
  }

  /// What stays together on a line, and whether a space stands before it.
  private struct Piece {
    var text: String
    var isSpaced: Bool
  }

  private static func pieces(of text: String, longest: Double) -> [Piece] {
    var pieces: [Piece] = []
    for word in text.split(separator: " ") {
      var isSpaced = true
      var current = ""
      var used = 0.0
      func close() {
        if !current.isEmpty { pieces.append(Piece(text: current, isSpaced: isSpaced)) }
        isSpaced = false
        current = ""
        used = 0
      }
      for character in word {
        let size = width(of: String(character))
        let isFull = used + size > longest
        if isFull || mayBreak(current.last, before: character) { close() }
        current.append(character)
        used += size
      }
      close()
    }
    return pieces
  }

  /// East Asian text breaks anywhere but before a closing mark and behind an opening one.
  private static func mayBreak(_ last: Character?, before next: Character) -> Bool {
    guard let last else { return false }
    guard isWide(last) || isWide(next) else { return false }
    return !"、。，．・：；？！）］｝」』】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}".contains(next)
      && !"（［｛「『【〈《([{".contains(last)
  }

  /// Whether a character belongs to a script that is written without spaces between words.
  static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { width(of: $0) >= 1 && $0.value > 0x2000 } ?? false
  }

  private static let spaceWidth = 0.32

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20, 0xA0: spaceWidth
    case 0x21...0x7E: Double(latin[Int(scalar.value) - 0x21]) / 100
    case 0x300...0x36F, 0x64B...0x65F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069,
      0xFE00...0xFE0F:
      0
    case 0x590...0x8FF: 0.6
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      1
    default: 0.66
    }
  }

  /// Widths of the ASCII characters from `!` to `~`, in hundredths of an em.
  private static let latin: [Int] = [
    40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 78, 75, 30, 30, 66, 56, 86, 75, 79, 60,
    79, 70, 64, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 64, 55, 64, 62, 35, 64, 63,
    28, 28, 58, 28, 97, 63, 61, 64, 64, 41, 52, 39, 63, 59, 82, 59, 59, 53, 64, 34, 64, 84,
  ]
}
