/// The place of a step on a page, which "go to step 4" leads to: `HEADING/step:4`.
///
/// Only steps that a text refers to have one. No heading's id holds `/step:`, so it collides with
/// none.
package struct StepAnchor: Hashable, Sendable {
  package let name: String

  /// Reads the name of a place; `nil` for one that is no step.
  package init?(_ name: String) {
    // Few names hold a colon, which is found at once.
    guard name.utf8.contains(UInt8(ascii: ":")), name.utf8.count > Self.mark.utf8.count,
      name.contains(Self.mark)
    else { return nil }
    self.name = name
  }

  /// The place of a step.
  ///
  /// - Parameters:
  ///   - number: the number that readers see before it.
  ///   - list: a name that no other numbered list of the article has.
  init(_ number: Int, in list: String) { name = "\(list)\(Self.mark)\(number)" }

  private static let mark = "/step:"
}
