/// Turns lines into what a terminal understands.
package struct Painter: Sendable {
  /// Whether bold and underline are sent (ECMA-48, 8.3.117).
  package var hasStyle: Bool
  /// Whether colours are sent.
  package var hasColor: Bool
  /// Whether links are sent (OSC 8).
  package var hasLinks: Bool

  package init(hasStyle: Bool, hasColor: Bool, hasLinks: Bool) {
    self.hasStyle = hasStyle
    self.hasColor = hasColor
    self.hasLinks = hasLinks
  }

  /// The line without a line feed.
  package func paint(_ line: Line) -> String {
    line.reduce(into: "") { $0 += paint($1) }
  }

  private func paint(_ span: Span) -> String {
    var out = span.text
    let codes = codes(span.style)
    if !codes.isEmpty { out = "\u{1B}[\(codes)m\(out)\u{1B}[0m" }
    if hasLinks, let link = span.link {
      out = "\u{1B}]8;;\(link)\u{1B}\\\(out)\u{1B}]8;;\u{1B}\\"
    }
    return out
  }

  private func codes(_ style: Style) -> String {
    var codes: [String] = []
    if hasStyle { codes += Self.looks.filter { style.contains($0.0) }.map(\.1) }
    if hasColor, style.contains(.accent) { codes.append("36") }
    return codes.joined(separator: ";")
  }

  private static let looks: [(Style, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
  ]
}
