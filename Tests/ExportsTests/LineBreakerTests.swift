import CustomDump
import Testing

@testable import Exports

@Suite struct LineBreakerTests {
  @Test func `words go to the next line whole`() {
    expectNoDifference(
      LineBreaker.lines(of: "Check that your SIM card is in the new phone", width: 12, limit: 9),
      ["Check that your SIM", "card is in the new", "phone"])
  }

  @Test func `East Asian text breaks anywhere but before a closing mark`() {
    expectNoDifference(
      LineBreaker.lines(of: "コードが届きません。もう一度お試しください", width: 9, limit: 9),
      ["コードが届きませ", "ん。もう一度お試し", "ください"])
  }

  @Test func `a word longer than a line is cut`() {
    expectNoDifference(
      LineBreaker.lines(of: "a mmmmmmmmmmmm", width: 5, limit: 9), ["a", "mmmmm", "mmmmm", "mm"])
  }

  @Test func `the last line says that there is more`() {
    expectNoDifference(
      LineBreaker.lines(of: "one two three four five six", width: 5, limit: 2),
      ["one two", "three…"])
  }

  @Test func `nothing is one empty line`() {
    expectNoDifference(LineBreaker.lines(of: "", width: 5, limit: 2), [""])
  }
}
