import Content
import CustomDump
import Testing

@Suite struct ByteScanTests {
  /// Longer than any vector, with the bytes that are looked for at each place.
  @Test(arguments: 0..<80) func `a look finds bytes at any place`(place: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 82)
    bytes[place] = UInt8(ascii: "[")
    bytes[place + 1] = UInt8(ascii: "!")
    let found = [
      bytes.span.holds(UInt8(ascii: "[")),
      bytes.span.holds(UInt8(ascii: "Z")...UInt8(ascii: "[")),
      bytes.span.holds(UInt8(ascii: "["), UInt8(ascii: "!")),
      bytes.span.holds(UInt8(ascii: "["), 0x20...0x22),
      String(decoding: bytes, as: UTF8.self).holds(UInt8(ascii: "["), UInt8(ascii: "!")),
    ]
    expectNoDifference(found, [true, true, true, true, true])
    let count = bytes.span.count(of: UInt8(ascii: "a"))
    #expect(count == 80)
  }

  @Test(arguments: ["", "[", "!", "! [", "![", "[ !", String(repeating: "![ ", count: 40)])
  func `bytes that do not follow each other are not found as a pair`(text: String) {
    let bytes = Array(text.utf8)
    let found = [
      text.holds(UInt8(ascii: "["), UInt8(ascii: "!")),
      bytes.span.holds(UInt8(ascii: "["), UInt8(ascii: "!")),
    ]
    expectNoDifference(found, [false, false])
  }

  @Test(arguments: [0, 1, 127, 128, 129, 255, 256, 257, 1000])
  func `bytes are counted in texts of any length`(length: Int) {
    let bytes = [UInt8](repeating: 0x0A, count: length) + [0x61] + [0x0A, 0x0A]
    let counts = [bytes.span.count(of: 0x0A), bytes.span.count(of: 0x61), bytes.span.count(of: 0)]
    expectNoDifference(counts, [length + 2, 1, 0])
  }

  @Test(arguments: [0, 1, 63, 64, 65, 130])
  func `each occurrence of a byte is found, from any place on`(length: Int) {
    let bytes = [UInt8](repeating: 0x61, count: length) + [0x0A, 0x61, 0x0A]
    var offsets: [Int] = []
    bytes.span.visitOffsets(of: 0x0A) { offsets.append($0) }
    expectNoDifference(offsets, [length, length + 2])
    let firsts = [0, length, length + 1, length + 3].map {
      bytes.span.firstOffset(of: 0x0A, from: $0)
    }
    expectNoDifference(firsts, [length, length, length + 2, nil])
  }
}
