/// A JSON text (RFC 8259), written value by value as UTF-8 bytes.
///
/// Members appear in the order of the calls, so that the same calls give the same bytes.
/// ```
/// var json = JSONWriter(.compact)
/// json.object { json in
///   json.member("line", 7)
///   json.array("codes", of: codes) { $0.value($1.digits) }
/// }
/// ```
package struct JSONWriter: Sendable {
  package enum Layout: Sendable {
    /// No white space, such as one object a line for programs.
    case compact
    /// Two spaces for each level, such as for files that people compare.
    case indented
  }

  /// What is written so far.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth: Int
  /// Whether nothing stands yet in the open container.
  private var isLeading = true
  /// Whether a member's name waits for its value.
  private var isBehindKey = false

  /// Makes an empty text.
  ///
  /// - Parameters:
  ///   - layout: the white space.
  ///   - depth: how many containers stand around it, for a part that is written apart and added
  ///     with `append(elements:)`.
  package init(_ layout: Layout, depth: Int = 0) {
    self.layout = layout
    self.depth = depth
  }
}

extension JSONWriter {
  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  /// Writes a text that is at hand as UTF-8.
  package mutating func value(utf8 text: [UInt8]) {
    separate()
    quote(text.span)
  }

  package mutating func value(_ number: Int) {
    separate()
    bytes += String(number).utf8
  }

  package mutating func value(_ flag: Bool) {
    separate()
    bytes += (flag ? "true" : "false").utf8
  }

  package mutating func null() {
    separate()
    bytes += "null".utf8
  }

  /// Writes an object; `members` writes its members.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    contain("{", "}", members)
  }

  /// Writes an array; `elements` writes its elements as values.
  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    contain("[", "]", elements)
  }

  /// Adds elements that writers of the same layout and depth wrote, each without its container.
  package mutating func append(elements part: JSONWriter) {
    guard !part.bytes.isEmpty else { return }
    if !isLeading { bytes.append(UInt8(ascii: ",")) }
    isLeading = false
    bytes += part.bytes
  }

  /// Ends the text, or a line of several texts, with a line feed.
  package mutating func endLine() {
    bytes.append(0x0A)
    isLeading = true
  }
}

extension JSONWriter {
  /// Writes a member's name, in which nothing needs an escape; its value must follow.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes += layout == .indented ? [0x22, 0x3A, 0x20] : [0x22, 0x3A]
    isBehindKey = true
  }

  /// Writes a member; without a value, nothing.
  package mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }

  /// Writes a member; without a value, nothing.
  package mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    value(number)
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  package mutating func object(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// Writes a member that is an array, with `write` for each element.
  package mutating func array<Element>(
    _ name: StaticString, of elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array { json in
      for element in elements { write(&json, element) }
    }
  }
}

extension JSONWriter {
  private mutating func contain(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    depth += 1
    isLeading = true
    content(&self)
    depth -= 1
    if !isLeading { breakLine() }
    bytes.append(UInt8(ascii: close))
    isLeading = false
  }

  private mutating func separate() {
    if isBehindKey {
      isBehindKey = false
    } else {
      if !isLeading { bytes.append(UInt8(ascii: ",")) }
      if depth > 0 { breakLine() }
    }
    isLeading = false
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  private mutating func quote(_ text: String) { quote(text.utf8Span.span) }

  private mutating func quote(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    while start < text.count {
      // Most stretches hold nothing to escape.
      let end = min(start + 64, text.count)
      let stretch = text.extracting(start..<end)
      if stretch.needsEscapes { escape(stretch) } else { append(stretch) }
      start = end
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: Span<UInt8>) {
    var start = 0
    for index in text.indices where text[index].needsEscape {
      append(text.extracting(start..<index))
      escape(text[index])
      start = index + 1
    }
    append(text.extracting(start..<text.count))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes += #"\""#.utf8
    case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes += #"\u00"#.utf8
      bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a byte needs an escape.
  ///
  /// Without an early end or a branch, and as a function of its own, the compiler looks at many
  /// bytes at once.
  @inline(never) fileprivate var needsEscapes: Bool {
    var found: UInt8 = 0
    for index in indices {
      let byte = self[index]
      // All tests first: added to what was found one after the other, they would become branches.
      let isControl: UInt8 = byte < 0x20 ? 1 : 0
      let isQuotation: UInt8 = byte == UInt8(ascii: "\"") ? 1 : 0
      let isBackslash: UInt8 = byte == UInt8(ascii: "\\") ? 1 : 0
      found |= isControl | isQuotation | isBackslash
    }
    return found != 0
  }
}

extension UInt8 {
  /// RFC 8259, section 7: quotation mark, reverse solidus and the control characters.
  fileprivate var needsEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
