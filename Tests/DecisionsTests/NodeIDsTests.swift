import Testing

@testable import Decisions

@Suite struct NodeIDsTests {
  @Test func `equal ids are counted once, however many there are`() {
    var ids = NodeIDs()
    #expect(ids.unique("a-3").rawValue == "a-3")
    #expect((0..<3).map { _ in ids.unique("a").rawValue } == ["a", "a-2", "a-4"])
    for _ in 0..<100_000 { _ = ids.unique("same") }
    #expect(ids.unique("same").rawValue == "same-100001")
  }
}
