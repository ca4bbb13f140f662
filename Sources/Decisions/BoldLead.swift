import Content

extension Text {
  /// The bold words that a text begins with, and what follows; `nil` without any.
  var splittingBoldLead: (lead: Text, rest: Text)? {
    guard let first = pieces.first, let cut = first.source.splittingBoldLead else { return nil }
    var lead = Piece(source: cut.lead)
    var rest = Piece(source: cut.rest)
    if let translation = first.translation {
      // A translation that does not begin with bold words stays whole, as the lead.
      let other = translation.splittingBoldLead ?? (translation, [])
      lead = Piece(source: cut.lead, translation: other.lead)
      rest = Piece(source: cut.rest, translation: other.rest)
    }
    let others = Array(pieces.dropFirst())
    return (Text(pieces: [lead]), Text(pieces: (cut.rest.isEmpty ? [] : [rest]) + others))
  }
}

extension [Inline] {
  /// Whether the first thing to be seen is bold.
  var beginsBold: Bool {
    for inline in self {
      switch inline {
      case .strong: return true
      case .unit(_, _, let inner): return inner.beginsBold
      case .text where !inline.isVisible, .anchor: continue
      default: return false
      }
    }
    return false
  }

  fileprivate var splittingBoldLead: (lead: [Inline], rest: [Inline])? {
    guard let first else { return nil }
    switch first {
    case .strong:
      var rest = Array(dropFirst())
      if case .text(let text)? = rest.first, let mark = text.first, ":：.-–".contains(mark) {
        rest[0] = .text(String(text.dropFirst().drop { $0 == " " }))
      }
      return ([first], rest)
    case .unit(let id, let isContinuation, let inner):
      guard let cut = inner.splittingBoldLead else { return nil }
      let lead = Inline.unit(id, isContinuation: isContinuation, cut.lead)
      guard cut.rest.contains(where: \.isVisible) else { return ([lead], Array(dropFirst())) }
      return ([lead], [.unit(id, isContinuation: isContinuation, cut.rest)] + dropFirst())
    case .text where !first.isVisible, .anchor:
      return Array(dropFirst()).splittingBoldLead
    default: return nil
    }
  }
}
