import Storage
import Testing

struct BinaryTests {
  private func bytes(of value: some BinaryCodable) -> [UInt8] {
    var writer = BinaryWriter()
    writer.write(value)
    return writer.bytes
  }

  private func read<Value: BinaryCodable>(_ bytes: [UInt8], as: Value.Type) throws -> Value {
    var reader = BinaryReader(bytes[...])
    let value: Value = try reader.read()
    #expect(reader.isAtEnd)
    return value
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min])
  func `a number comes back`(_ number: Int) throws {
    #expect(try read(bytes(of: number), as: Int.self) == number)
  }

  @Test(arguments: [("", ""), ("abc", ""), ("abc", "abd"), ("abc", "abc"), ("één", "èen")])
  func `a text written after another comes back`(_ text: String, _ former: String) throws {
    var writer = BinaryWriter()
    writer.write(text, after: former)
    var reader = BinaryReader(writer.bytes[...])
    #expect(try reader.readText(after: former) == text)
    #expect(reader.isAtEnd)
    #expect(throws: BinaryReader.Damage.self) {
      var reader = BinaryReader([9, 0])
      _ = try reader.readText(after: former)
    }
  }

  @Test func `small numbers take one byte`() {
    #expect((-64...63).allSatisfy { bytes(of: $0).count == 1 })
  }

  @Test func `nested values come back`() throws {
    let value: [String: [Int?]] = ["één": [1, nil, -3], "": [], "two": [nil]]
    #expect(try read(bytes(of: value), as: [String: [Int?]].self) == value)
    let print = Fingerprint(of: "text")
    #expect(try read(bytes(of: [print]), as: [Fingerprint].self) == [print])
  }

  @Test func `every shortened value is damaged`() {
    let whole = bytes(of: ["one": ["a", "b"], "two": ["c"]])
    for count in 0..<whole.count {
      var reader = BinaryReader(whole[..<count])
      #expect(throws: BinaryReader.Damage.self) { try reader.read([String: [String]].self) }
    }
  }

  @Test(arguments: 0..<200)
  func `bytes of any kind are read without a crash`(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let noise = (0..<64).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    var reader = BinaryReader(noise[...])
    _ = try? reader.read([String: [[Int?]]].self)
    #expect(throws: BinaryReader.Damage.self) {
      var reader = BinaryReader([0xFF, 0xFF, 0xFF, 0xFF, 0x7F] + noise[...])
      _ = try reader.read([String].self)
    }
  }
}

struct FingerprintTests {
  @Test func `where values begin and end counts`() {
    func print(_ parts: [String]) -> Fingerprint {
      var mixer = FingerprintMixer()
      for part in parts { mixer.add(part) }
      return mixer.fingerprint
    }
    let all = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], [], ["ab", "c\0"]]
    #expect(Set(all.map(print)).count == all.count)
  }

  @Test func `every flipped bit gives another fingerprint`() {
    let bytes = Array("Two pages, and three words.".utf8)
    var found: Set = [Fingerprint(of: bytes)]
    for index in bytes.indices {
      for bit in 0..<8 {
        var other = bytes
        other[index] ^= 1 << bit
        found.insert(Fingerprint(of: other))
      }
    }
    #expect(found.count == 1 + bytes.count * 8)
  }

  @Test func `a fingerprint is 32 digits`() {
    #expect(Fingerprint(of: "").description.count == 32)
    #expect(Fingerprint(of: "") != Fingerprint(of: "\0"))
  }
}
