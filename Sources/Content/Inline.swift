/// A piece of running text, by CommonMark's names for inlines.
package enum Inline: Hashable, Sendable {
  case text(String)
  case code(String)
  case softBreak
  case lineBreak
  case emphasis([Inline])
  case strong([Inline])
  indirect case link(Link, [Inline])
  indirect case image(Image)
  /// An element of the HTML allow-list without meaning of its own, such as `sup` or `kbd`.
  indirect case element(Element, [Inline])
  /// A raw HTML tag that has not been paired with its other half; gone once an article is read.
  case tag(String)
  /// A place that links may target: `<a name="x">`.
  case anchor(String)
  /// The text of one unit, or of a later part of one whose text is interrupted.
  case unit(TextUnit.ID, isContinuation: Bool, [Inline])
}

/// Where a link leads, as the author wrote it.
package struct Link: Hashable, Sendable {
  package var destination: String
  package var title: String
  package init(destination: String, title: String = "") {
    self.destination = destination
    self.title = title
  }
}

/// The name and the kept attributes of an HTML element.
package struct Element: Hashable, Sendable {
  package var name: String
  /// Name and value of each kept attribute, in the author's order.
  package var attributes: [Attribute]
  package init(_ name: String, _ attributes: [Attribute] = []) {
    self.name = name
    self.attributes = attributes
  }

  package struct Attribute: Hashable, Sendable {
    package var name: String
    package var value: String
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}

extension Inline {
  /// The inlines directly inside this one; leaves have none.
  package var children: [Inline] {
    switch self {
    case .text, .code, .softBreak, .lineBreak, .image, .anchor, .tag: []
    case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner),
      .unit(_, _, let inner):
      inner
    }
  }

  /// The same inline around other children; a leaf stays as it is.
  package func replacingChildren(_ inner: [Inline]) -> Inline {
    switch self {
    case .text, .code, .softBreak, .lineBreak, .image, .anchor, .tag: self
    case .emphasis: .emphasis(inner)
    case .strong: .strong(inner)
    case .link(let link, _): .link(link, inner)
    case .element(let element, _): .element(element, inner)
    case .unit(let id, let isContinuation, _):
      .unit(id, isContinuation: isContinuation, inner)
    }
  }
}

extension Inline {
  /// The same inline around what is made of its children; a leaf stays as it is.
  package func mapChildren(_ transform: ([Inline]) -> [Inline]) -> Inline {
    switch self {
    case .text, .code, .softBreak, .lineBreak, .image, .anchor, .tag: self
    case .emphasis(let inner): .emphasis(transform(inner))
    case .strong(let inner): .strong(transform(inner))
    case .link(let link, let inner): .link(link, transform(inner))
    case .element(let element, let inner): .element(element, transform(inner))
    case .unit(let id, let isContinuation, let inner):
      .unit(id, isContinuation: isContinuation, transform(inner))
    }
  }

  /// Whether a test holds for this inline or one inside it; parents come before children.
  package func holds(_ test: (Inline) -> Bool) -> Bool {
    if test(self) { return true }
    switch self {
    case .text, .code, .softBreak, .lineBreak, .image, .anchor, .tag: return false
    case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner),
      .unit(_, _, let inner):
      return inner.hold(test)
    }
  }
}

extension [UInt8] {
  /// Appends a text in UTF-8, all its bytes at once.
  package mutating func append(_ text: String) { append(text.utf8Span.span) }

  /// Appends bytes, all at once.
  package mutating func append(_ part: Span<UInt8>) {
    unsafe part.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension [Inline] {
  /// Whether a test holds for one of the inlines or one inside them.
  package func hold(_ test: (Inline) -> Bool) -> Bool {
    for index in indices where self[index].holds(test) { return true }
    return false
  }

  /// The words alone: tags, marks and addresses dropped, breaks as a space, pictures as their text.
  package var plainText: String {
    if count == 1, case .text(let text)? = first { return text }
    var out: [UInt8] = []
    appendPlainText(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the words alone in UTF-8.
  package func appendPlainText(to out: inout [UInt8]) {
    // By index, the inlines are looked at where they are: no copy is made of them.
    for index in indices {
      switch self[index] {
      case .text(let text), .code(let text): out.append(text)
      case .softBreak, .lineBreak: out.append(0x20)
      case .image(let image): out.append(image.alt)
      case .anchor, .tag: break
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner),
        .unit(_, _, let inner):
        inner.appendPlainText(to: &out)
      }
    }
  }

  /// The units in document order, each once.
  package var units: [TextUnit.ID] {
    var found: [TextUnit.ID] = []
    appendUnits(to: &found)
    return found
  }

  /// Appends the units in document order.
  package func appendUnits(to found: inout [TextUnit.ID]) {
    visit { inline in
      switch inline {
      case .unit(let id, isContinuation: false, _): found.append(id)
      case .image(let image): if let unit = image.unit { found.append(unit) }
      default: break
      }
    }
  }

  /// Calls `body` with every inline, parents before children, in document order.
  package func visit(_ body: (Inline) -> Void) {
    for inline in self {
      body(inline)
      switch inline {
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner),
        .unit(_, _, let inner):
        inner.visit(body)
      case .text, .code, .softBreak, .lineBreak, .image, .anchor, .tag: break
      }
    }
  }

  /// The links in document order, with their text.
  package var links: [(link: Link, text: [Inline])] {
    var found: [(link: Link, text: [Inline])] = []
    visit { if case .link(let link, let text) = $0 { found.append((link, text)) } }
    return found
  }
}
