// The standard library's canonical decomposition; Foundation has it too, at 30 MB of ICU data.
@_spi(_Unicode) import Swift

/// Makes texts comparable regardless of case, accents and width.
package enum Folding {
  /// Folds a text.
  ///
  /// A page's script does the same, step by step:
  /// 1. full-width ASCII (U+FF01 to U+FF5E) becomes ASCII, the ideographic space a space;
  /// 2. what stands before U+2E80 is decomposed (NFD), so that kana and Hangul stay whole;
  /// 3. marks are dropped: U+0300–036F, Hebrew points (U+0591–05C7), Arabic vowel signs and the
  ///    tatweel (U+0640, U+064B–065F, U+0670), and soft hyphens and joiners (U+00AD, U+200B–200D);
  /// 4. letters become lower case; then `ß` becomes `ss`, `æ` `ae`, `œ` `oe`, `ø` `o`, `ł` `l`,
  ///    `đ` `d`, `ı` `i`.
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: text.utf8.map(lowercased), as: UTF8.self)
    }
    var out = String.UnicodeScalarView()
    fold(text.unicodeScalars, into: &out)
    return String(out)
  }

  /// Folds a text of characters that all stand beyond ASCII.
  static func foldedScalars(of text: Span<UInt8>) -> String.UnicodeScalarView {
    var out = String.UnicodeScalarView()
    fold(String(decoding: text.indices.map { text[$0] }, as: UTF8.self).unicodeScalars, into: &out)
    return out
  }

  /// Folds a character of ASCII.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 32 : byte
  }

  /// Folds the characters of ASCII in a text, and leaves the others as they are.
  static func lowercaseASCII(in text: inout [UInt8]) {
    var bytes = text.mutableSpan
    for index in bytes.indices { bytes[index] = lowercased(bytes[index]) }
  }

  private static func fold(
    _ text: String.UnicodeScalarView, into out: inout String.UnicodeScalarView
  ) {
    var narrow = String.UnicodeScalarView()
    func flush() {
      guard !narrow.isEmpty else { return }
      for scalar in String(narrow)._nfd where !isDropped(scalar.value) {
        append(scalar, to: &out)
      }
      narrow = .init()
    }
    for scalar in text {
      let value = scalar.value
      if value < 0x2E80 {
        narrow.append(scalar)
        continue
      }
      if let ascii = ascii(ofFullWidth: value) {
        narrow.append(ascii)
      } else {
        flush()
        out.append(scalar)
      }
    }
    flush()
  }

  private static func ascii(ofFullWidth value: UInt32) -> Unicode.Scalar? {
    if value == 0x3000 { return " " }
    guard (0xFF01...0xFF5E).contains(value) else { return nil }
    return Unicode.Scalar(value - 0xFEE0)
  }

  private static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36F, 0x591...0x5C7, 0x640, 0x64B...0x65F, 0x670, 0xAD, 0x200B...0x200D: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
    if scalar.isASCII {
      out.append(Unicode.Scalar(lowercased(UInt8(scalar.value))))
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      switch lower {
      case "ß": out.append(contentsOf: "ss".unicodeScalars)
      case "æ": out.append(contentsOf: "ae".unicodeScalars)
      case "œ": out.append(contentsOf: "oe".unicodeScalars)
      case "ø": out.append("o")
      case "ł": out.append("l")
      case "đ": out.append("d")
      case "ı": out.append("i")
      default: if !isDropped(lower.value) { out.append(lower) }
      }
    }
  }
}
