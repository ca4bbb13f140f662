import Diagnostics
import Testing

@testable import Articles

@Suite struct IncludeLimitTests {
  /// Fragments that each include the next one many times, down to an empty one.
  private func read(fanOut: Int, depth: Int) -> [Diagnostic] {
    let (_, diagnostics) = ArticleReader.read(Array("[!INCLUDE [a](0.md)]\n".utf8), path: "a.md") {
      guard let number = Int($0.dropLast(3)), number <= depth else { return nil }
      if number == depth { return [] }
      let line = "[!INCLUDE [a](\(number + 1).md)]\n"
      return Array(String(repeating: line, count: fanOut).utf8)
    }
    return diagnostics
  }

  @Test func `fragments that multiply are cut off and reported`() {
    let codes = Set(read(fanOut: 10, depth: 12).map(\.code))
    #expect(codes == ["include-too-large"])
  }

  @Test func `a few fragments within each other are read`() {
    #expect(read(fanOut: 3, depth: 4).isEmpty)
  }
}
