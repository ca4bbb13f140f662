import Content

extension Text {
  /// The bold words that a text begins with, and what follows; `nil` without any.
  var splittingBoldLead: (lead: Text, rest: Text)? { splittingLead(.bold) }

  /// The code that a text begins with, as "`E10`: Close the door." does, and what follows the mark.
  var splittingCodeLead: (lead: Text, rest: Text)? { splittingLead(.code) }

  /// The few words before a colon that a text begins with, as "Chrome: Select the padlock." does, and
  /// what follows.
  var splittingPlainLead: (lead: Text, rest: Text)? { splittingLead(.plain) }

  /// What stands behind the label that a text begins with: "no sound" of "Symptom: no sound".
  ///
  /// A translation that does not begin with one stays whole.
  var behindLabel: Text? {
    guard var rest = splittingPlainLead?.rest, !rest.isBlank, let first = pieces.first else {
      return nil
    }
    let translation = rest.pieces[0].translation ?? []
    if first.translation != nil, !translation.contains(where: \.isVisible) {
      rest.pieces[0].translation = first.translation
    }
    rest.pieces[0].source = rest.pieces[0].source.capitalized
    rest.pieces[0].translation = rest.pieces[0].translation?.capitalized
    return rest
  }

  private func splittingLead(_ kind: LeadKind) -> (lead: Text, rest: Text)? {
    guard let first = pieces.first, let cut = first.source.splittingLead(kind) else { return nil }
    var lead = Piece(source: cut.lead)
    var rest = Piece(source: cut.rest)
    if let translation = first.translation {
      // A translation that does not begin in the same way stays whole, as the lead.
      let other = translation.splittingLead(kind) ?? (translation, [])
      lead = Piece(source: cut.lead, translation: other.lead)
      rest = Piece(source: cut.rest, translation: other.rest)
    }
    let others = Array(pieces.dropFirst())
    return (Text(pieces: [lead]), Text(pieces: (cut.rest.isEmpty ? [] : [rest]) + others))
  }
}

extension Text {
  /// What follows a lead that is left out of a whole text; where the translation has nothing behind
  /// its own, all of that, so that no words are lost.
  func keepingTranslation(of whole: Text) -> Text {
    guard let piece = pieces.first, let translation = piece.translation, piece.source.isVisible,
      !translation.isVisible
    else { return self }
    var out = self
    out.pieces[0].translation = whole.pieces.first?.translation
    return out
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

  fileprivate func splittingLead(_ kind: LeadKind) -> (lead: [Inline], rest: [Inline])? {
    guard let first else { return nil }
    switch first {
    case .strong where kind == .bold, .code where kind == .code:
      var rest = Array(dropFirst())
      if let behind = rest.first?.behindMark(afterSpace: kind == .code) {
        rest[0] = .text(behind)
      } else if kind == .code {
        return nil
      }
      return ([first], rest)
    case .unit(let id, let isContinuation, let inner):
      guard let cut = inner.splittingLead(kind) else { return nil }
      let lead = Inline.unit(id, isContinuation: isContinuation, cut.lead)
      guard cut.rest.contains(where: \.isVisible) else { return ([lead], Array(dropFirst())) }
      return ([lead], [.unit(id, isContinuation: isContinuation, cut.rest)] + dropFirst())
    case .text where !first.isVisible, .anchor:
      return Array(dropFirst()).splittingLead(kind)
    case .text(let text) where kind == .plain:
      guard let cut = text.splittingAtColon else { return nil }
      return ([.text(cut.before)], (cut.behind.isEmpty ? [] : [.text(cut.behind)]) + dropFirst())
    default: return nil
    }
  }
}

/// What a text begins with.
private enum LeadKind { case bold, code, plain }

extension String {
  /// The words before the first colon, when they are few and no sentence ends in them, and what
  /// follows it.
  fileprivate var splittingAtColon: (before: String, behind: String)? {
    let scalars = unicodeScalars
    let mark = scalars.firstIndex { scalar in
      switch scalar {
      case ":", "：", ".", "?", "!", "。", "？", "！", "؟": true
      default: false
      }
    }
    guard let mark, scalars[mark] == ":" || scalars[mark] == "：", mark > startIndex,
      distance(from: startIndex, to: mark) <= 40
    else { return nil }
    return (String(self[..<mark]), String(self[scalars.index(after: mark)...].drop { $0 == " " }))
  }
}

extension Inline {
  /// The text behind the mark that it begins with; `nil` without one.
  fileprivate func behindMark(afterSpace: Bool) -> String? {
    guard case .text(let text) = self else { return nil }
    let marked = text.drop { $0 == " " }
    guard let first = marked.first, ":：.-–—".contains(first) else { return nil }
    let behind = marked.dropFirst()
    if !afterSpace, marked.startIndex != text.startIndex {
      // "**Lost** – block the card": of the marks, a dash stands free.
      guard "-–—".contains(first), behind.first == " " else { return nil }
    }
    return String(behind.drop { $0 == " " })
  }
}
