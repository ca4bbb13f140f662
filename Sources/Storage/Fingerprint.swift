/// What tells two contents apart: 128 bits by SipHash-1-3, the same on every machine.
///
/// Against accidents: the key is known, so it proves nothing about whoever wrote the content.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  let high, low: UInt64

  /// The fingerprint of some bytes.
  package init(of bytes: [UInt8]) {
    var mixer = FingerprintMixer()
    mixer.add(bytes)
    self = mixer.fingerprint
  }

  /// The fingerprint of a part of some bytes.
  package init(of bytes: ArraySlice<UInt8>) {
    var mixer = FingerprintMixer()
    mixer.add(bytes)
    self = mixer.fingerprint
  }

  /// The fingerprint of a text.
  package init(of text: String) { self.init(of: Array(text.utf8)) }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// 32 hexadecimal digits.
  package var description: String { Self.digits(of: high) + Self.digits(of: low) }

  private static func digits(of word: UInt64) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

/// Mixes values into one fingerprint, in order; where one ends and the next begins counts as well.
///
/// SipHash by Aumasson and Bernstein (2012), its words taken from the values, each behind its length.
package struct FingerprintMixer {
  private var v0: UInt64 = 0x736F_6D65_7073_6575
  private var v1: UInt64 = 0x646F_7261_6E64_6F6D ^ 0xEE
  private var v2: UInt64 = 0x6C79_6765_6E65_7261
  private var v3: UInt64 = 0x7465_6462_7974_6573

  package init() {}

  package mutating func add(_ number: Int) { absorb(UInt64(bitPattern: Int64(number))) }

  package mutating func add(_ other: Fingerprint) {
    absorb(other.high)
    absorb(other.low)
  }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { unsafe absorb(UnsafeRawBufferPointer($0)) }
  }

  package mutating func add(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe absorb($0) }
  }

  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe absorb($0) }
  }

  /// The fingerprint of all that was added.
  package var fingerprint: Fingerprint {
    var copy = self
    copy.v2 ^= 0xEE
    for _ in 0..<3 { copy.mix() }
    let high = copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3
    copy.v1 ^= 0xDD
    for _ in 0..<3 { copy.mix() }
    return Fingerprint(high: high, low: copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3)
  }
}

extension FingerprintMixer {
  private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
    absorb(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      absorb(
        UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    guard offset < bytes.count else { return }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(unsafe bytes[offset])
      offset += 1
    }
    absorb(rest)
  }

  private mutating func absorb(_ word: UInt64) {
    v3 ^= word
    mix()
    v0 ^= word
  }

  private mutating func mix() {
    v0 &+= v1
    v2 &+= v3
    v1 = v1 << 13 | v1 >> 51
    v3 = v3 << 16 | v3 >> 48
    v1 ^= v0
    v3 ^= v2
    v0 = v0 << 32 | v0 >> 32
    v2 &+= v1
    v0 &+= v3
    v1 = v1 << 17 | v1 >> 47
    v3 = v3 << 21 | v3 >> 43
    v1 ^= v2
    v3 ^= v0
    v2 = v2 << 32 | v2 >> 32
  }
}
