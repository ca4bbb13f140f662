import Content

/// Knows which lines stand in fenced code (CommonMark 0.30, section 4.5).
struct FenceTracker {
  /// The mark that opened the code, and how often it stands there.
  private var open: (mark: UInt8, length: Int)?

  /// Takes the next line; returns whether it belongs to fenced code, fences included.
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    guard let first = content.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return open != nil
    }
    let length = content.prefix { $0 == first }.count
    let rest = content.dropFirst(length)
    guard length >= 3 else { return open != nil }
    if let fence = open {
      let closes =
        first == fence.mark && length >= fence.length
        && rest.allSatisfy { $0.isBlank }
      if closes { open = nil }
      return true
    }
    if first == UInt8(ascii: "`"), rest.contains(first) { return false }
    open = (first, length)
    return true
  }
}

/// Knows which lines stand in an HTML comment that goes over several lines.
struct CommentTracker {
  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)

  /// Whether the text holds a comment at all: most do not.
  private let isNeeded: Bool
  private var isOpen = false

  init(in text: ArraySlice<UInt8>) {
    isNeeded = text.span.holds(UInt8(ascii: "<"), UInt8(ascii: "!"))
  }

  /// Takes the next line; returns whether it begins inside a comment, or is one.
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    guard isNeeded else { return false }
    let wasOpen = isOpen
    var isComment = isOpen
    var index = line.startIndex
    while let found = line.offset(of: isOpen ? Self.closing : Self.opening, from: index) {
      if !isOpen, line[..<found].allSatisfy({ $0.isBlank }) { isComment = true }
      index = found + (isOpen ? Self.closing.count : Self.opening.count)
      isOpen.toggle()
    }
    return wasOpen || isComment
  }
}

/// Repairs what conversion tools damaged in a line, so that Markdown understands it.
struct LineRepair {
  private static let entity = Array("&quot;".utf8)
  private static let anchors = ["<a name=", "<a id="].map { Array($0.utf8) }
  private static let unit = Array("<span data-ttu-id=".utf8)

  private let hasDamagedQuotes: Bool
  /// Whether the text may hold a line to repair.
  let isNeeded: Bool

  init(for text: ArraySlice<UInt8>) {
    let mayHoldHeadings = text.span.holds(UInt8(ascii: "#"), UInt8(ascii: "<"))
    hasDamagedQuotes =
      text.span.holds(UInt8(ascii: ";"), UInt8(ascii: ">"))
      && text.offset(of: Array("&quot;>".utf8), from: text.startIndex) != nil
    isNeeded = hasDamagedQuotes || mayHoldHeadings
  }

  func repaired(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let spaced = spacedHeading(line)
    return hasDamagedQuotes ? requoted(spaced) : spaced
  }

  /// Puts the space behind the `#`s that older engines did not ask for: `###<a name="x"></a>Text`.
  ///
  /// Only where the tools' own mark-up follows; `#hashtag` is text.
  private func spacedHeading(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let content = line.drop { $0 == 0x20 }
    let marks = content.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(marks), content.startIndex - line.startIndex < 4 else { return line }
    let rest = content.dropFirst(marks)
    guard rest.first == UInt8(ascii: "<"),
      (Self.anchors + [Self.unit]).contains(where: { rest.starts(with: $0) })
    else { return line }
    return line[..<rest.startIndex] + [0x20] + rest
  }

  /// Makes `<a name="x&quot;>` and `<a name=&quot;x&quot;>` what they were.
  private func requoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var out = line
    for anchor in Self.anchors {
      var index = out.startIndex
      while let found = out.offset(of: anchor, from: index) {
        let start = found + anchor.count
        let end = out[start...].firstIndex(of: UInt8(ascii: ">")) ?? out.endIndex
        let value = String(decoding: out[start..<end], as: UTF8.self)
        let fixed = Array(value.replacing("&quot;", with: "\"").utf8)
        out = out[..<start] + fixed + out[end...]
        index = start + fixed.count
      }
    }
    return out
  }
}

extension ArraySlice where Element == UInt8 {
  /// The offset of the first occurrence of `needle` at or behind `start`.
  func offset(of needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return start }
    var index = start
    while index + needle.count <= endIndex {
      guard let next = self[index...].firstIndex(of: first) else { return nil }
      if next + needle.count <= endIndex, self[next..<next + needle.count].elementsEqual(needle) {
        return next
      }
      index = next + 1
    }
    return nil
  }
}
