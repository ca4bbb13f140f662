/// Finds the indentation that writers give to what rows, columns and descriptions enclose.
///
/// DocFX counts indentation anew inside them; CommonMark would see code in it.
struct EnclosedIndentation {
  /// A directive that encloses lines, while its end has not been met.
  private struct Region {
    /// How many blanks stand before the outermost directive.
    let base: Int
    /// The beginnings of the lines directly inside, without blank lines, and their blanks.
    var lines: [(start: Int, blanks: Int)] = []
  }

  private var open: [Region] = []
  /// The blanks to leave out, in no particular order.
  private var found: [Range<Int>] = []

  /// The blanks to leave out, in document order.
  var removals: [Range<Int>] { found.sorted { $0.lowerBound < $1.lowerBound } }

  /// Takes the next line of a document, with the directive that fills it.
  mutating func take(_ bytes: [UInt8], _ line: Range<Int>, _ directive: ColonDirective?) {
    let blanks = bytes[line].prefix { $0 == 0x20 }.count
    switch directive?.name {
    case .row?, .column?: begin(line, blanks)
    case .image? where directive?["type"]?.lowercased() == "complex": begin(line, blanks)
    case .rowEnd?, .columnEnd?, .imageEnd?:
      guard let region = open.popLast() else { return }
      remove(blanks, down: region.base, from: line.lowerBound)
      let shared = region.lines.map(\.blanks).min() ?? 0
      for inner in region.lines {
        remove(inner.blanks, by: shared - region.base, from: inner.start)
      }
    default:
      if !open.isEmpty, blanks < line.count {
        open[open.count - 1].lines.append((line.lowerBound, blanks))
      }
    }
  }

  private mutating func begin(_ line: Range<Int>, _ blanks: Int) {
    let base = open.last?.base ?? blanks
    remove(blanks, down: base, from: line.lowerBound)
    open.append(Region(base: base))
  }

  private mutating func remove(_ blanks: Int, down base: Int, from start: Int) {
    remove(blanks, by: blanks - base, from: start)
  }

  private mutating func remove(_ blanks: Int, by count: Int, from start: Int) {
    if count > 0, count <= blanks { found.append(start..<start + count) }
  }
}
