import Content

/// Writes HTML into one buffer; text is escaped here and nowhere else.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Makes room for so many bytes.
  init(room: Int) { bytes.reserveCapacity(room) }

  var isEmpty: Bool { bytes.isEmpty }

  /// The name and value of an attribute.
  struct Attribute {
    let name: StaticString
    let value: String
    init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Writes an element with what `content` writes inside it.
  mutating func element(
    _ name: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    markup("</")
    markup(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element that holds text only.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    open(name, attributes)
    self.text(text)
    markup("</")
    markup(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element that has no content and no closing tag, such as `img`.
  mutating func void(_ name: StaticString, _ attributes: Attribute...) { open(name, attributes) }

  /// Writes the opening tag of an element.
  mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
    bytes.append(UInt8(ascii: "<"))
    markup(name)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      markup(attribute.name)
      markup("=\"")
      text(attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes the opening tag of an element of the content, whose names HTML's cleaning has checked.
  mutating func open(_ element: Element) {
    bytes.append(UInt8(ascii: "<"))
    text(element.name)
    for attribute in element.attributes {
      bytes.append(UInt8(ascii: " "))
      text(attribute.name)
      markup("=\"")
      text(attribute.value)
      markup("\"")
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes the closing tag of an element of the content.
  mutating func close(_ element: Element) {
    markup("</")
    text(element.name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes text, in which nothing is mark-up; for content and for attribute values.
  ///
  /// Control characters, which no HTML document may hold, become U+FFFD.
  mutating func text(_ text: String) { self.text(text.utf8Span.span) }

  /// Writes text that is at hand as UTF-8.
  mutating func text(_ text: Span<UInt8>) {
    var start = 0
    while start < text.count {
      // Most stretches hold nothing to escape.
      let end = min(start + 64, text.count)
      let stretch = text.extracting(start..<end)
      if stretch.mayNeedEscapes { escape(stretch) } else { bytes.append(stretch) }
      start = end
    }
  }

  private mutating func escape(_ text: Span<UInt8>) {
    var start = 0
    for index in text.indices {
      guard let escape = text[index].escape else { continue }
      bytes.append(text.extracting(start..<index))
      markup(escape)
      start = index + 1
    }
    bytes.append(text.extracting(start..<text.count))
  }

  /// Writes mark-up of ours as it is.
  mutating func markup(_ markup: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Writes HTML that another writer has made.
  mutating func html(_ html: some Sequence<UInt8>) { bytes.append(contentsOf: html) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}

extension Span where Element == UInt8 {
  /// Whether a byte may need an escape.
  ///
  /// Without an early end or a branch, and as a function of its own, the compiler looks at many
  /// bytes at once.
  @inline(never) fileprivate var mayNeedEscapes: Bool {
    var found: UInt8 = 0
    for index in indices {
      let byte = self[index]
      // All tests first: added to what was found one after the other, they would become branches.
      let isControl: UInt8 = byte < 0x20 || byte == 0x7F ? 1 : 0
      let isAmpersand: UInt8 = byte == UInt8(ascii: "&") ? 1 : 0
      let isLess: UInt8 = byte == UInt8(ascii: "<") ? 1 : 0
      let isGreater: UInt8 = byte == UInt8(ascii: ">") ? 1 : 0
      let isQuotation: UInt8 = byte == UInt8(ascii: "\"") ? 1 : 0
      found |= isControl | isAmpersand | isLess | isGreater | isQuotation
    }
    return found != 0
  }
}

extension UInt8 {
  /// What stands for the byte in HTML; `nil` where it stands for itself.
  fileprivate var escape: StaticString? {
    switch self {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0x09, 0x0A, 0x0D: nil
    case 0x00..<0x20, 0x7F: "\u{FFFD}"
    default: nil
    }
  }
}
