/// DocFX's ids for headings (dialect.md, 2).
package enum HeadingID {
  /// The id of a heading's text: letters, digits, `-` and `_` in lower case, spaces as `-`.
  ///
  /// `A/B & C` → `ab--c`; nothing left → `section`.
  package static func slug(of text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars where scalar.value <= 0xFFFF {
      if scalar == " " {
        out += "-"
      } else if scalar == "-" || scalar == "_" || isLetterOrDigit(scalar) {
        out += lowercase(scalar)
      }
    }
    return out.isEmpty ? "section" : out
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      true
    default: false
    }
  }

  /// One-to-one lower case, as .NET's invariant culture has it.
  private static func lowercase(_ scalar: Unicode.Scalar) -> String {
    let mapped = scalar.properties.lowercaseMapping
    return mapped.unicodeScalars.count == 1 ? mapped : String(scalar)
  }
}

/// The ids given out in one page, so that each is given once.
struct HeadingIDs {
  private var used: Set<String> = []

  /// Returns the id, or with `-1`, `-2`, … the first that is free.
  mutating func unique(_ id: String) -> String {
    if used.insert(id).inserted { return id }
    var number = 1
    while !used.insert("\(id)-\(number)").inserted { number += 1 }
    return "\(id)-\(number)"
  }

  mutating func reserve(_ id: String) { used.insert(id) }
}
