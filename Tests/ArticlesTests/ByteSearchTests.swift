import Testing

@testable import Articles

@Suite struct ByteSearchTests {
  @Test(
    arguments: [
      (0, nil, 2), (2, nil, 2), (3, nil, 6), (0, 5, 2), (0, 4, nil), (3, 8, nil), (3, 9, 6),
      (7, 9, nil), (3, 40, 6), (9, nil, nil),
    ] as [(Int, Int?, Int?)])
  func `bytes are found whole between two offsets`(start: Int, limit: Int?, offset: Int?) {
    let found = Array("ab:::c:::".utf8).firstOffset(of: Array(":::".utf8), from: start, to: limit)
    #expect(found == offset)
  }
}
