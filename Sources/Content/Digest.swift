/// A digest by FNV-1a, 64 bits: the same on every machine; against accidents, not attackers.
package struct Digest: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// The digest of a text's UTF-8 bytes.
  package init(of text: String) {
    for byte in text.utf8 { add(byte) }
  }

  // No generic sequence: a call from another module would ask a witness for every byte.
  package mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Eight hexadecimal digits.
  package var shortText: String {
    let text = String(UInt32(truncatingIfNeeded: value ^ (value >> 32)), radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }
}
