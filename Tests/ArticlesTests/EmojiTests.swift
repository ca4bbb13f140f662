import Testing

@testable import Articles

@Suite struct EmojiTests {
  @Test func `every name of the table is found, and no other`() {
    let lines = String(decoding: PackageResources.emoji_tsv, as: UTF8.self).split(separator: "\n")
    for line in lines {
      let parts = line.split(separator: "\t").map(String.init)
      #expect(Emoji.character(named: parts[0]) == parts[1])
      #expect(Emoji.character(named: parts[0] + "!") == nil)
    }
    #expect(Emoji.character(named: "") == nil)
    #expect(Emoji.character(named: "~") == nil)
  }
}
