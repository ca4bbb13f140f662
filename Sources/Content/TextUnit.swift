/// One translated sentence or phrase.
package enum TextUnit {
  /// The name of a unit, such as `673b3-135`, as the localization markup gives it.
  package struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String
    package init(_ rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
    package static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where a unit's text stands in a projected document.
  package struct Span: Hashable, Sendable {
    package let id: ID
    /// Byte offsets into the document.
    package let range: Range<Int>
    package init(id: ID, range: Range<Int>) {
      self.id = id
      self.range = range
    }
  }
}
