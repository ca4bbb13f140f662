package import Content

extension [Text.Piece] {
  /// The pieces of a source text with the translation of other pieces in the same or nearly the same
  /// words.
  ///
  /// Where both say the same, marks and addresses included, the translated pieces stay as they are.
  /// Else the words are the translation's, the addresses the source's (patterns.md, 3).
  ///
  /// - Parameters:
  ///   - source: what the source says now, in one language.
  ///   - known: what was translated, beside its translation.
  package init(renewing source: ArraySlice<Text.Piece>, by known: ArraySlice<Text.Piece>) {
    let wanted = source.flatMap(\.source)
    let was = known.flatMap(\.source)
    let blank = wanted.endsInBlank && !known.flatMap(\.target).endsInBlank
    let tail = blank ? [Inline.text(" ")] : []
    if wanted.plain == was.plain, let last = known.last {
      let end = Text.Piece(
        source: last.source + tail, translation: last.translation.map { $0 + tail })
      self = known.dropLast() + [end]
    } else if source.count > 1, source.count == known.count {
      self = zip(source, known).flatMap { [Text.Piece](renewing: [$0], by: [$1]) }
    } else {
      let words = Translation(known.flatMap(\.target), of: wanted).repaired
      let text = wanted.marked(by: was.units)
      self = [Text.Piece(source: text, translation: words + tail)]
    }
  }
}

extension [Inline] {
  /// The inlines as the text of units: of the first, since nobody knows where the others begin.
  fileprivate func marked(by units: [TextUnit.ID]) -> [Inline] {
    guard let first = units.first else { return self }
    return [.unit(first, isContinuation: false, self)]
      + units.dropFirst().map { .unit($0, isContinuation: false, []) }
  }

  /// The same words and marks without units, so that a text can show them a second time.
  package var withoutUnits: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .unit(_, _, let inner): return inner.withoutUnits
      case .image(var image):
        image.unit = nil
        return [.image(image)]
      default: return [inline.mapChildren(\.withoutUnits)]
      }
    }
  }

  /// What two texts have in common that differ in units, line ends and the blanks at their end.
  private var plain: [Inline] {
    var out = withoutUnits.joined
    if case .text(let text)? = out.last {
      out[out.count - 1] = .text(String(text.reversed().drop { $0 == " " }.reversed()))
    }
    if case .text("")? = out.last { out.removeLast() }
    return out
  }

  /// Texts side by side as one, a line end as a blank.
  private var joined: [Inline] {
    var out: [Inline] = []
    for inline in self {
      let next: Inline =
        if case .softBreak = inline { .text(" ") } else { inline.mapChildren(\.joined) }
      if case .text(let text) = next, case .text(let before)? = out.last {
        out[out.count - 1] = .text(before + text)
      } else {
        out.append(next)
      }
    }
    return out
  }

  private var endsInBlank: Bool {
    switch last {
    case .text(let text): text.last == " "
    case .softBreak, .lineBreak: true
    case .unit(_, _, let inner): inner.endsInBlank
    default: false
    }
  }
}
