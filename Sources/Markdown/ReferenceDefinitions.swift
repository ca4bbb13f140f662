import Content

/// The link reference definitions of a document (CommonMark 0.30, section 4.7), for its cells.
struct ReferenceDefinitions {
  /// The definition's whole line, by its label in lower case.
  private var lines: [[UInt8]: ArraySlice<UInt8>] = [:]

  init(in bytes: [UInt8]) {
    guard bytes.span.holds(UInt8(ascii: "]"), UInt8(ascii: ":")) else { return }
    for line in bytes.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 }
      guard text.first == UInt8(ascii: "["), let close = text.firstIndex(of: UInt8(ascii: "]")),
        close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: ":")
      else { continue }
      let label = Self.fold(text[(text.startIndex + 1)..<close])
      if lines[label] == nil { lines[label] = text }
    }
  }

  var isEmpty: Bool { lines.isEmpty }

  /// The definitions that a fragment's brackets name, to be added behind it.
  func text(for fragment: [UInt8]) -> [UInt8] {
    guard !lines.isEmpty, fragment.contains(UInt8(ascii: "[")) else { return [] }
    var found: [UInt8] = []
    var labels: Set<[UInt8]> = []
    for part in fragment.split(separator: UInt8(ascii: "[")) {
      let label = Self.fold(part.prefix { $0 != UInt8(ascii: "]") })
      guard let line = lines[label], labels.insert(label).inserted else { continue }
      found += [0x0A, 0x0A] + line
    }
    return found
  }

  private static func fold(_ label: ArraySlice<UInt8>) -> [UInt8] {
    label.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
  }
}
