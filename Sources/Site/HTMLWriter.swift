import Content

/// Writes HTML into one buffer; text is escaped here and nowhere else.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

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
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      // Most texts hold nothing to escape; without a way out, many bytes are looked at at once.
      let escapes = unsafe buffer.reduce(UInt8(0)) { $0 | (Self.mayEscape($1) ? 1 : 0) }
      guard escapes != 0 else { return unsafe bytes.append(contentsOf: buffer) }
      var start = 0
      for index in buffer.indices where unsafe Self.mayEscape(buffer[index]) {
        guard let escape = unsafe Self.escape(buffer[index]) else { continue }
        unsafe bytes.append(contentsOf: buffer[start..<index])
        markup(escape)
        start = index + 1
      }
      unsafe bytes.append(contentsOf: buffer[start...])
    }
  }

  /// Writes mark-up of ours as it is.
  mutating func markup(_ markup: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Writes HTML that another writer has made.
  mutating func html(_ html: some Sequence<UInt8>) { bytes.append(contentsOf: html) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private static func mayEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") || byte == 0x7F
  }

  private static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
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
