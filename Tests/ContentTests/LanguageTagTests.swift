import Testing

@testable import Content

@Suite struct LanguageTagTests {
  private static func match(_ wanted: String, in known: String...) -> String? {
    LanguageTag(wanted)?.match(in: known.compactMap { LanguageTag($0) })?.rawValue
  }

  @Test func `a language is the only locale that has it, or the source's`() {
    #expect(Self.match("de", in: "en-us", "de-de", "nl-nl") == "de-de")
    #expect(Self.match("de-AT", in: "en-us", "de-at", "de-de") == "de-at")
    #expect(Self.match("en", in: "en-us", "de-de", "en-gb") == "en-us")
  }

  @Test func `a language of several locales, and another region, are not guessed`() {
    #expect(Self.match("de", in: "en-us", "de-at", "de-de") == nil)
    #expect(Self.match("de-ch", in: "en-us", "de-de") == nil)
    #expect(Self.match("fr", in: "en-us", "de-de") == nil)
  }
}
