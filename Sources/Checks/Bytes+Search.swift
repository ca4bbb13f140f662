import Content

extension ArraySlice<UInt8> {
  /// The offset of the first occurrence of some bytes.
  func firstOffset(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, wanted.count <= count else { return nil }
    for offset in startIndex...(endIndex - wanted.count) where self[offset] == first {
      if self[offset..<offset + wanted.count].elementsEqual(wanted) { return offset }
    }
    return nil
  }

  func contains(_ wanted: [UInt8]) -> Bool { firstOffset(of: wanted) != nil }

  /// Without blanks at either end.
  var trimmed: ArraySlice<UInt8> {
    var slice = drop(while: \.isBlank)
    while let last = slice.last, last.isBlank { slice.removeLast() }
    return slice
  }

  /// What stands behind `- `, `1. ` and the like; `nil` without such a mark.
  var droppingListMarker: ArraySlice<UInt8>? {
    guard let first else { return nil }
    var rest = self
    if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      rest = dropFirst()
    } else {
      rest = drop { (0x30...0x39).contains($0) }
      guard rest.count < count, let mark = rest.first, mark == 0x2E || mark == 0x29 else {
        return nil
      }
      rest = rest.dropFirst()
    }
    guard let blank = rest.first, blank.isBlank else { return nil }
    return rest.drop(while: \.isBlank)
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
