import Content

/// Links that machine translation took apart: `[text] (.. /a . MD)` for `[text](../a.md)`.
enum BrokenLinks {
  /// The translation of a unit with the source's addresses in its broken links.
  ///
  /// Returns `nil` when no link is broken, or when the two texts do not have as many.
  static func repaired(in target: ArraySlice<UInt8>, source: ArraySlice<UInt8>) -> [UInt8]? {
    guard source.span.holds(UInt8(ascii: "]"), UInt8(ascii: "(")) else { return nil }
    let given = addresses(in: target)
    guard given.contains(where: { isBroken($0, in: target) }) else { return nil }
    let wanted = addresses(in: source)
    guard given.count == wanted.count else { return nil }
    var out: [UInt8] = []
    var copied = target.startIndex
    for (part, address) in zip(given, wanted) where isBroken(part, in: target) {
      out += target[copied..<part.lowerBound] + source[address]
      copied = part.upperBound
    }
    return out + target[copied...]
  }

  /// The ranges of all `](…)`, also with blanks between the brackets.
  private static func addresses(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = text.startIndex
    while let bracket = text[index...].firstIndex(of: UInt8(ascii: "]")) {
      index = bracket + 1
      var open = index
      while open < text.endIndex, text[open] == 0x20 { open += 1 }
      guard open < text.endIndex, text[open] == UInt8(ascii: "("), open - index <= 1,
        let close = text[open...].firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      found.append(bracket + 1..<close + 1)
      index = close + 1
    }
    return found
  }

  /// Whether blanks stand before or in the address, where a title does not explain them.
  private static func isBroken(_ part: Range<Int>, in text: ArraySlice<UInt8>) -> Bool {
    if text[part.lowerBound] == 0x20 { return true }
    let address = text[part].dropFirst().dropLast()
    return address.contains(0x20) && !address.contains(UInt8(ascii: "\""))
      && !address.contains(UInt8(ascii: "<")) && !address.contains(UInt8(ascii: "'"))
  }
}
