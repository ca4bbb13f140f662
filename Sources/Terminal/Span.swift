import Diagnostics

/// How a piece of text looks on a terminal that can show it.
package struct Style: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Style(rawValue: 1)
  package static let dim = Style(rawValue: 2)
  package static let italic = Style(rawValue: 4)
  package static let underline = Style(rawValue: 8)
  package static let accent = Style(rawValue: 16)
  package static let reverse = Style(rawValue: 32)
}

/// Text of one look, safe to send to a terminal.
///
/// Its text holds no control character, whatever it was made from: articles are untrusted.
package struct Span: Hashable, Sendable {
  package let text: String
  package let style: Style
  /// The address that the text links to, with no character that could end the link's sequence.
  package let link: String?

  package init(_ text: String, _ style: Style = [], link: String? = nil) {
    self.text = Self.safe(text)
    self.style = style
    self.link = link.flatMap { Self.safeAddress($0) }
  }

  /// Where a line ends inside a paragraph; wrapping takes it out.
  package static let lineBreak = Span(unchecked: "\n")

  private init(unchecked text: String) {
    self.text = text
    style = []
    link = nil
  }

  /// The text without what could move the cursor or reorder what stands around it.
  ///
  /// Control characters (Unicode category Cc) become spaces; embeddings, overrides and isolates
  /// (UAX #9, 2.1 to 2.5) and tags are dropped.
  static func safe(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    if isPlain { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: out.append(" ")
      case 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// An address that a terminal may open: web and mail addresses and relative files, with every
  /// byte outside of printable ASCII percent-encoded; else `nil`.
  private static func safeAddress(_ address: String) -> String? {
    let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
    let hasScheme = scheme.count < address.count && address.dropFirst(scheme.count).first == ":"
    let isKnown = ["http", "https", "mailto", "file"].contains(scheme.lowercased())
    guard !hasScheme || isKnown else { return nil }
    var out = ""
    for byte in address.utf8 {
      if (0x21..<0x7F).contains(byte), byte != UInt8(ascii: "\\") {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }
}

/// What stands on one line of the screen, from the left.
package typealias Line = [Span]

/// Text that wraps as one: a paragraph, a heading, a list item's first paragraph, a choice.
package struct Paragraph: Hashable, Sendable {
  /// What stands before the first line, such as a number.
  package var first: String
  /// What stands before all further lines, as wide as `first`.
  package var rest: String
  package var spans: [Span]
  /// The same text in the source language, where both are shown; else empty.
  package var source: [Span]
  /// Whether lines are kept as they are, as in code; a line that is too long is cut in pieces.
  package var isPreformatted: Bool
  /// Whether an empty line goes before it.
  package var hasGap: Bool

  package init(
    _ spans: [Span], source: [Span] = [], first: String = "", rest: String? = nil,
    isPreformatted: Bool = false, hasGap: Bool = false
  ) {
    self.spans = spans
    self.source = source
    self.first = first
    self.rest = rest ?? String(repeating: " ", count: DisplayWidth.of(first))
    self.isPreformatted = isPreformatted
    self.hasGap = hasGap
  }
}
