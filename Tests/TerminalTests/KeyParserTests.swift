import CustomDump
import Testing

@testable import Terminal

@Suite struct KeyParserTests {
  @Test(
    arguments: [
      ("a1 ", [.character("a"), .character("1"), .character(" ")]),
      ("\u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[1;5C", [.up, .down, .pageUp, .right]),
      ("\r\u{7F}\t\u{3}", [.enter, .backspace, .tab, .control("c")]),
      ("３é端", [.character("３"), .character("é"), .character("端")]),
      ("\u{1B}[200~g 412 097\u{1B}[201~b", [.paste("g 412 097"), .character("b")]),
      ("\u{1B}[99;99;99~x", [.character("x")]),
      ("\u{1B}qx", [.character("x")]),
    ] as [(String, [Key])])
  func `bytes are keys, whole or one at a time`(text: String, keys: [Key]) {
    var whole = KeyParser()
    expectNoDifference(whole.parse(Array(text.utf8)), keys)
    var slow = KeyParser()
    expectNoDifference(text.utf8.flatMap { slow.parse([$0]) }, keys)
  }

  @Test func `a single escape is a key once nothing follows`() {
    var parser = KeyParser()
    #expect(parser.parse([0x1B]) == [])
    #expect(parser.isWaiting)
    #expect(parser.flush() == [.escape])
    #expect(!parser.isWaiting)
  }

  @Test func `bytes that are no text are swallowed`() {
    var parser = KeyParser()
    #expect(parser.parse([0xFF, 0xC0, 0xE3, 0x41]) == [.character("A")])
  }
}
