/// A BCP 47 language tag in lower case, such as `nl-nl`.
package struct LanguageTag: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let rawValue: String

  /// Reads a tag such as `nl-NL` or `nl_NL.UTF-8`; returns `nil` for text that is not a tag.
  package init?(_ text: String) {
    let stem = text.prefix { $0 != "." && $0 != "@" }.lowercased()
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
      .flatMap { $0.split(separator: "_", omittingEmptySubsequences: false) }
    guard let language = parts.first, (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }),
      parts.dropFirst().allSatisfy({ Self.isSubtag($0) })
    else { return nil }
    rawValue = parts.joined(separator: "-")
  }

  private init(known: String) { rawValue = known }

  /// American English, the source language when nothing says otherwise.
  package static let americanEnglish = LanguageTag(known: "en-us")

  /// The primary language subtag, such as `nl`.
  package var language: String { String(rawValue.prefix { $0 != "-" }) }

  /// The tag with its region in upper case, as `lang` attributes show it: `nl-NL`.
  package var display: String {
    let parts = rawValue.split(separator: "-")
    return parts.enumerated().map { index, part in
      guard index > 0 else { return String(part) }
      if part.count == 2 { return part.uppercased() }
      return part.count == 4 ? part.prefix(1).uppercased() + part.dropFirst() : String(part)
    }.joined(separator: "-")
  }

  /// Whether text in this language runs from right to left.
  package var isRightToLeft: Bool {
    ["ar", "he", "fa", "ur", "ps", "ug", "dv", "yi", "sd", "ckb"].contains(language)
  }

  package var description: String { rawValue }

  package static func < (left: LanguageTag, right: LanguageTag) -> Bool {
    left.rawValue < right.rawValue
  }

  private static func isSubtag(_ part: Substring) -> Bool {
    (1...8).contains(part.utf8.count)
      && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
