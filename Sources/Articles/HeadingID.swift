/// DocFX's ids for headings (dialect.md, 2).
package enum HeadingID {
  /// The id of a heading's text: letters, digits, `-` and `_` in lower case, spaces as `-`.
  ///
  /// `A/B & C` → `ab--c`; nothing left → `section`.
  package static func slug(of text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where scalar.value <= 0xFFFF {
      switch scalar {
      case " ": out.append(UInt8(ascii: "-"))
      case "-", "_", "0"..."9", "a"..."z": out.append(UInt8(scalar.value))
      case "A"..."Z": out.append(UInt8(scalar.value) + 32)
      case "\0"..."\u{7F}": break
      default: if isLetterOrDigit(scalar) { out += Character(lowercase(scalar)).utf8 }
      }
    }
    return out.isEmpty ? "section" : String(decoding: out, as: UTF8.self)
  }

  /// The id that an older localization tool made of a heading, where it is another (2.9): without
  /// letters beyond ASCII, and with `amp` for `&`.
  static func localizationSlug(of text: String) -> String? {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "&") }) else { return nil }
    let slug = slug(of: text.replacing("&", with: "amp")).unicodeScalars.filter(\.isASCII)
    return slug.isEmpty ? nil : String(String.UnicodeScalarView(slug))
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
  private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? scalar : scalar
  }
}

/// The ids given out in one page, so that each is given once.
struct HeadingIDs {
  private var used: Set<String> = []
  /// The last number given to each id, so that many duplicates are counted once.
  private var numbers: [String: Int] = [:]

  /// Returns the id, or with `-1`, `-2`, … the first that is free.
  mutating func unique(_ id: String) -> String {
    if used.insert(id).inserted { return id }
    var number = numbers[id, default: 0] + 1
    while !used.insert("\(id)-\(number)").inserted { number += 1 }
    numbers[id] = number
    return "\(id)-\(number)"
  }

  /// Takes an id if it is free; returns whether it was.
  mutating func take(_ id: String) -> Bool { used.insert(id).inserted }
}
