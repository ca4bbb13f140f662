import CustomDump
import Testing

@testable import Search

@Suite struct TokenTableTests {
  @Test func `tokens are numbered as they come first, however many there are`() {
    let words = (0..<500).map { "w\($0 * 7919 % 500)" }
    let list = Tokens.list(of: Array((words + words.reversed()).joined(separator: " ").utf8))
    var table = TokenTable()
    let numbers = (0..<list.count).map { table.number(of: list.bytes.span, in: list.range(at: $0)) }
    expectNoDifference(numbers, Array(0..<500) + (0..<500).reversed())
    expectNoDifference(table.tokens.strings, words)
  }

  @Test func `tokens that begin or end alike are told apart`() {
    let words = [
      "password", "passwords", "passwordless", "passwordlets", "pass", "p", "\0p", "xpassword",
      "password1password", "password2password",
    ]
    var list = TokenList()
    list.append(words + words)
    var table = TokenTable()
    let numbers = (0..<list.count).map { table.number(of: list.bytes.span, in: list.range(at: $0)) }
    expectNoDifference(numbers, Array(words.indices) + words.indices)
  }

  @Test func `tokens are sorted by their bytes`() {
    var list = TokenList()
    let words = ["the", "z", "étage", "password", "pass", "passwordless", "passwords", "", "a"]
    list.append(words)
    #expect(
      list.sorted(from: 1).map { list.string(at: $0) }
        == words.dropFirst().sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
