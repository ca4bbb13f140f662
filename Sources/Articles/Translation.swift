import Content

/// The translation of a text, whose mark-up machine translation may have damaged.
///
/// Addresses are the source's, words the translation's (patterns.md, 3). A link that translation
/// left without words shows the source's behind an arrow, so that it still leads on.
struct Translation {
  private let inlines: [Inline]
  private let source: [Inline]

  init(_ inlines: [Inline], of source: [Inline]) {
    self.inlines = inlines
    self.source = source
  }

  /// The translation with the source's addresses, and without marks that it left visible.
  var repaired: [Inline] {
    guard inlines.hold(\.mayNeedRepair) || source.hold(\.hasAddress) else { return inlines }
    var out = inlines.emptyLink == nil ? inlines : Self.worded(inlines, by: source)
    let wanted = Self.addresses(in: source)
    let given = Self.addresses(in: out)
    if wanted != given, wanted.sorted() != given.sorted() {
      var rest = wanted
      var pool = given.filter { address in
        guard let index = rest.firstIndex(of: address) else { return false }
        rest.remove(at: index)
        return true
      }
      out = Self.readdressed(out, known: &pool, rest: &rest)
    }
    guard out.holdsStars, !source.holdsStars else { return out }
    return StrayEmphasis.repaired(out)
  }

  /// Gives links without words those of the source's link to the same address, in the same unit.
  private static func worded(_ inlines: [Inline], by source: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .link(let link, let inner) where !inner.contains(where: \.isVisible):
        guard let words = source.words(ofLinkTo: link.destination) else { return inline }
        return .link(link, [.text("→ ")] + words)
      case .unit(let id, let isContinuation, let inner):
        let words = worded(inner, by: source.text(of: id) ?? source)
        return .unit(id, isContinuation: isContinuation, words)
      default: return inline.replacingChildren(worded(inline.children, by: source))
      }
    }
  }

  private static func addresses(in inlines: [Inline]) -> [String] {
    var found: [String] = []
    inlines.visit { inline in
      switch inline {
      case .link(let link, let text) where !link.names(text): found.append(link.destination)
      case .image(let image): found.append(image.source)
      default: break
      }
    }
    return found
  }

  /// Replaces addresses that the source does not have by those of it that are left, in order.
  ///
  /// - Parameters:
  ///   - inlines: the translation.
  ///   - known: addresses that the source has as well.
  ///   - rest: addresses of the source that the translation lacks.
  /// - Returns: the translation with addresses of the source; a link that has none is its words.
  private static func readdressed(
    _ inlines: [Inline], known: inout [String], rest: inout [String]
  ) -> [Inline] {
    func next(_ address: String) -> String? {
      if let index = known.firstIndex(of: address) { return known.remove(at: index) }
      return rest.isEmpty ? nil : rest.removeFirst()
    }
    var out: [Inline] = []
    for inline in inlines {
      switch inline {
      case .link(let link, let inner) where link.names(inner): out.append(inline)
      case .link(var link, let inner):
        let address = next(link.destination)
        let words = readdressed(inner, known: &known, rest: &rest)
        if let address {
          link.destination = address
          out.append(.link(link, words))
        } else if LinkForm(link.destination) == .absolute {
          out.append(.link(link, words))
        } else {
          // A path that only the translation has is text that was taken for one.
          out += words
        }
      case .image(var image):
        image.source = next(image.source) ?? image.source
        out.append(.image(image))
      default:
        out.append(
          inline.replacingChildren(readdressed(inline.children, known: &known, rest: &rest)))
      }
    }
    return out
  }
}

extension Link {
  /// Whether its words are its address: such a link says itself where it leads.
  fileprivate func names(_ text: [Inline]) -> Bool {
    guard case .text(let words)? = text.first, text.count == 1 else { return false }
    return destination == words
  }
}

extension Inline {
  fileprivate var hasAddress: Bool {
    switch self {
    case .link, .image: true
    default: false
    }
  }

  fileprivate var mayNeedRepair: Bool {
    if case .text(let text) = self { StrayEmphasis.holdsStars(text) } else { hasAddress }
  }
}

extension [Inline] {
  /// The address of the first link without words.
  var emptyLink: String? {
    var found: String?
    _ = hold { inline in
      guard case .link(let link, let inner) = inline, !inner.contains(where: \.isVisible) else {
        return false
      }
      found = link.destination
      return true
    }
    return found
  }

  /// The words of the first link to an address that has some.
  fileprivate func words(ofLinkTo destination: String) -> [Inline]? {
    for inline in self {
      if case .link(let link, let inner) = inline, link.destination == destination,
        inner.contains(where: \.isVisible)
      {
        return inner
      }
      if let found = inline.children.words(ofLinkTo: destination) { return found }
    }
    return nil
  }

  /// What a unit holds.
  fileprivate func text(of id: TextUnit.ID) -> [Inline]? {
    for inline in self {
      if case .unit(id, _, let inner) = inline { return inner }
      if let found = inline.children.text(of: id) { return found }
    }
    return nil
  }

  fileprivate var holdsStars: Bool {
    hold { inline in
      if case .text(let text) = inline { StrayEmphasis.holdsStars(text) } else { false }
    }
  }
}

/// Makes pairs of `**` that a parser left as text into bold text, and drops single ones.
///
/// CommonMark takes `**[x]**y` in Japanese or Chinese for text, since no space ends the mark; and
/// translation engines put spaces inside the marks.
enum StrayEmphasis {
  static func holdsStars(_ text: String) -> Bool {
    text.holds(UInt8(ascii: "*"), UInt8(ascii: "*"))
  }

  static func repaired(_ inlines: [Inline]) -> [Inline] {
    var out: [Inline] = []
    /// What stands behind a mark that has not been paired.
    var open: [Inline]?
    func emit(_ inline: Inline) {
      if open == nil { out.append(inline) } else { open?.append(inline) }
    }
    for inline in inlines {
      guard case .text(let text) = inline, holdsStars(text) else {
        emit(inline.mapChildren(repaired))
        continue
      }
      let parts = text.split(separator: "**", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 {
          if let inner = open {
            open = nil
            // Nothing between two marks still keeps the words around them apart.
            out.append(inner.isEmpty ? .text(" ") : .strong(inner))
          } else {
            open = []
          }
        }
        if !part.isEmpty { emit(.text(String(part))) }
      }
    }
    return out + (open ?? [])
  }
}
