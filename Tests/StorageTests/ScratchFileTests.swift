import Storage
import Testing

struct ScratchFileTests {
  @Test func `bytes that many threads write come back from their places`() async throws {
    let file = try #require(ScratchFile())
    let places = await withTaskGroup { group in
      for number in 0..<200 {
        group.addTask { (number, file.append(Self.bytes(number))) }
      }
      return await group.reduce(into: [Int: Range<Int>]()) { $0[$1.0] = $1.1 }
    }
    #expect(places.count == 200)
    for (number, place) in places { #expect(file.read(place) == Self.bytes(number)) }
    let ordered = places.values.sorted { $0.upperBound < $1.upperBound }
    for (one, next) in zip(ordered, ordered.dropFirst()) {
      #expect(one.upperBound == next.lowerBound)
    }
  }

  @Test func `what was never written cannot be read`() throws {
    let file = try #require(ScratchFile())
    let place = try #require(file.append([1, 2, 3]))
    #expect(file.read(1..<3) == [2, 3])
    #expect(file.read(place.lowerBound..<place.upperBound + 1) == nil)
  }

  /// As many bytes as its number times 97, which the number begins with.
  private static func bytes(_ number: Int) -> [UInt8] {
    (0..<number * 97).map { UInt8(truncatingIfNeeded: number + $0) }
  }
}
