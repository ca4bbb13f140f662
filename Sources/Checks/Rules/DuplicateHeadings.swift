import Articles
import Compiler
import Content
import Diagnostics

/// Two headings of the same words under the same heading: their links differ by a number only.
enum DuplicateHeadings {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    var trail: [Heading] = []
    var seen: [String: Int] = [:]
    var found: [Diagnostic] = []
    for (heading, block) in inspection.headings {
      trail.removeAll { $0.level >= heading.level }
      let place = trail.map { $0.text.source.plainText } + [heading.text.source.plainText]
      trail.append(heading)
      let key = "\(heading.level)\n" + place.joined(separator: "\n").lowercased()
      guard !heading.text.isBlank, let first = seen.updateValue(block.line, forKey: key) else {
        continue
      }
      found.append(
        Diagnostic(
          .warning, "duplicate-heading",
          "'\(heading.text.target.plainText)' is also the heading on line \(first)",
          at: inspection.location(of: block),
          hint: "say in each what sets it apart, or join the two sections"))
    }
    return found
  }
}
