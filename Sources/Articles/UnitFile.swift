package import Content

/// A file of side-by-side text as it is written, so that other words can be put in their places.
///
/// All its pieces together are the file, byte for byte.
package struct UnitFile: Sendable, Hashable {
  package enum Piece: Sendable, Hashable {
    case literal([UInt8])
    case unit(Unit)
    case field(FrontMatterField)
  }

  /// A text unit: `open` target `middle` source `close`.
  package struct Unit: Sendable, Hashable {
    package let id: TextUnit.ID
    /// Markdown as it is written.
    package let source: [UInt8]
    /// Markdown as it is written; `nil` when nobody has translated it.
    package var target: [UInt8]?
    var open: [UInt8]
    var middle: [UInt8]
    var close: [UInt8]
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }

  /// Reads a file.
  package init(reading raw: [UInt8]) {
    pieces = []
    var index = 0
    var literalStart = 0
    func flush(to end: Int, _ pieces: inout [Piece]) {
      if end > literalStart { pieces.append(.literal(Array(raw[literalStart..<end]))) }
    }
    for field in FrontMatterField.fields(in: raw) {
      flush(to: field.range.lowerBound, &pieces)
      pieces.append(.field(field.value))
      literalStart = field.range.upperBound
      index = literalStart
    }
    while let found = raw.firstOffset(of: UnitMarkup.anyOpen, from: index) {
      let unit = UnitMarkup.unit(in: raw, at: found) ?? UnitMarkup.unclosedUnit(in: raw, at: found)
      guard let unit else {
        index = found + 1
        continue
      }
      flush(to: found, &pieces)
      pieces.append(.unit(Unit(unit, in: raw)))
      index = unit.whole.upperBound
      literalStart = index
    }
    flush(to: raw.count, &pieces)
  }

  /// The file.
  package var bytes: [UInt8] {
    pieces.flatMap { piece in
      switch piece {
      case .literal(let bytes): bytes
      case .field(let field): field.bytes
      case .unit(let unit):
        unit.open + (unit.target ?? unit.source) + unit.middle + unit.source + unit.close
      }
    }
  }

  /// In document order.
  package var units: [Unit] {
    pieces.compactMap { if case .unit(let unit) = $0 { unit } else { nil } }
  }

  /// The title and the description, as far as they stand on one line each.
  package var fields: [FrontMatterField] {
    pieces.compactMap { if case .field(let field) = $0 { field } else { nil } }
  }
}

extension UnitFile.Unit {
  fileprivate init(_ unit: UnitMarkup, in raw: [UInt8]) {
    id = unit.id
    source = Array(raw[unit.source])
    target = Array(raw[unit.target])
    open = Array(raw[unit.whole.lowerBound..<unit.target.lowerBound])
    middle = Array(raw[unit.target.upperBound..<unit.source.lowerBound])
    let written = raw[unit.source.upperBound..<unit.whole.upperBound]
    // One that was not closed is, once it is written again.
    close = written.count < UnitMarkup.doubleClose.count ? UnitMarkup.doubleClose : Array(written)
  }

  /// A unit in the form that localization writes (dialect.md, 13).
  init(id: TextUnit.ID, source: [UInt8], target: [UInt8]?) {
    self.id = id
    self.source = source
    self.target = target
    open = Array("<span data-ttu-id=\"\(id)\">".utf8)
    middle = Array("</span><span class=\"sxs-lookup\"><span data-stu-id=\"\(id)\">".utf8)
    close = UnitMarkup.doubleClose
  }

  /// Whether a text would end the unit, or begin another.
  package static func breaksMarkup(_ text: [UInt8]) -> Bool {
    ["data-ttu-id=", "data-stu-id=", "sxs-lookup"].contains {
      text.firstOffset(of: Array($0.utf8), from: 0) != nil
    }
  }
}

extension UnitFile {
  /// Puts a translation in the place of a unit's.
  ///
  /// A line stays a line, and a table's cell a cell: line ends become spaces where the source has
  /// none, and pipes are escaped.
  ///
  /// - Parameters:
  ///   - target: Markdown; of a field, its value.
  ///   - position: the position of the unit or field among the pieces.
  package mutating func setTarget(_ target: [UInt8], at position: Int) {
    if case .field(var field) = pieces[position] {
      field.set(String(decoding: target, as: UTF8.self))
      pieces[position] = .field(field)
    }
    guard case .unit(var unit) = pieces[position], target != unit.target else { return }
    var text = target
    if !unit.source.contains(0x0A) {
      text = text.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    }
    if isInTable(position) { text = Self.escapingPipes(text) }
    unit.target = text
    pieces[position] = .unit(unit)
  }

  /// Whether a pipe stands outside of the units on the line of a piece.
  private func isInTable(_ position: Int) -> Bool {
    func hasPipe(_ bytes: some Sequence<UInt8>) -> (found: Bool, ended: Bool) {
      for byte in bytes {
        if byte == 0x0A { return (false, true) }
        if byte == UInt8(ascii: "|") { return (true, true) }
      }
      return (false, false)
    }
    for positions in [
      Array((0..<position).reversed()), Array(pieces.indices.dropFirst(position + 1)),
    ] {
      for other in positions {
        guard case .literal(let bytes) = pieces[other] else { continue }
        let result = other < position ? hasPipe(bytes.reversed()) : hasPipe(bytes)
        if result.found { return true }
        if result.ended { break }
      }
    }
    return false
  }

  private static func escapingPipes(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if byte == UInt8(ascii: "|"), !isEscaped { out.append(UInt8(ascii: "\\")) }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      out.append(byte)
    }
    return out
  }
}
