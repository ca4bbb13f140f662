import Diagnostics
import Testing

@testable import Articles

@Suite struct SourceTextTests {
  /// Longer than the parts that are looked at, with a character across each place.
  @Test(arguments: 100..<160) func `a character of several bytes may stand at any place`(
    place: Int
  ) {
    for character in ["é", "手", "🙂", "éééé手手手🙂🙂🙂"] {
      let text = String(repeating: "a", count: place) + character + "b"
      var findings: [Diagnostic] = []
      let source = SourceText(Array(text.utf8), path: "a.md", diagnostics: &findings)
      #expect(source.bytes.elementsEqual(text.utf8))
      #expect(findings.isEmpty)
    }
  }

  @Test(arguments: 100..<160) func `a broken character is found at any place`(place: Int) {
    for broken: [UInt8] in [
      [0x80], [0xC3], [0xE6, 0x89], [0xF0, 0x9F, 0x99], [0xC3, 0xA9, 0xA9],
    ] {
      for rest: [UInt8] in [[], [0x62], [0xC3, 0xA9]] {
        var findings: [Diagnostic] = []
        let bytes = [UInt8](repeating: 0x61, count: place) + broken + rest
        _ = SourceText(bytes, path: "a.md", diagnostics: &findings)
        #expect(findings.map(\.code) == ["invalid-text"])
      }
    }
  }

  @Test(arguments: [true, false]) func `a file in UTF-16 is read as it is written`(isBig: Bool) {
    let text = "# Réinitialiser 手🙂\n"
    let bytes =
      (isBig ? [0xFE, 0xFF] : [0xFF, 0xFE])
      + text.utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBig ? [high, low] : [low, high]
      }
    var findings: [Diagnostic] = []
    let source = SourceText(bytes, path: "a.md", diagnostics: &findings)
    #expect(source.bytes.elementsEqual(text.utf8))
    #expect(findings.map(\.code) == ["wrong-encoding"])
    findings = []
    let cut = SourceText(bytes + [0x41], path: "a.md", diagnostics: &findings)
    #expect(cut.bytes.elementsEqual((text + "\u{FFFD}").utf8))
  }
}
