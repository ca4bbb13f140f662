import Content

/// One text unit in an article's raw text, read by its literal separators (dialect.md, 13).
///
/// `<span data-ttu-id="ID">T</span><span class="sxs-lookup"><span data-stu-id="ID">S</span></span>`.
/// Balancing `</span>` instead would fail: T and S may hold spans of their own, also unclosed ones.
struct UnitMarkup {
  let id: TextUnit.ID
  /// Byte ranges of the two texts.
  let target: Range<Int>
  let source: Range<Int>
  /// The byte range of the whole mark-up.
  let whole: Range<Int>

  static let anyOpen = Array("<span".utf8)
  private static let targetOpen = Array("<span data-ttu-id=".utf8)
  private static let sourceOpen = Array("<span data-stu-id=".utf8)
  private static let classOpen = Array("<span class=".utf8)
  private static let lookup = Array("sxs-lookup".utf8)
  private static let spanOpen = Array("<span".utf8)
  private static let close = Array("</span>".utf8)
  static let doubleClose = Array("</span></span>".utf8)
  private static let entity = Array("&quot;".utf8)

  /// Reads the unit that begins at an offset, or returns `nil` when none does.
  static func unit(in bytes: [UInt8], at start: Int) -> UnitMarkup? {
    guard bytes.has(targetOpen, at: start),
      let (id, targetStart) = value(in: bytes, at: start + targetOpen.count)
    else { return nil }
    guard let (targetEnd, sourceStart) = separator(in: bytes, from: targetStart),
      let sourceEnd = next(doubleClose, in: bytes, from: sourceStart)
    else { return nil }
    var end = sourceEnd + doubleClose.count
    var inner = sourceEnd
    // Spans that the source text itself leaves open close behind the first two closers.
    var open = openSpans(in: bytes[sourceStart..<inner])
    while open > 0, bytes.has(close, at: end) {
      inner += close.count
      end += close.count
      open -= 1
    }
    return UnitMarkup(
      id: TextUnit.ID(String(decoding: bytes[id], as: UTF8.self)), target: targetStart..<targetEnd,
      source: sourceStart..<inner,
      whole: start..<end)
  }

  /// Reads a unit whose last closing tags are missing, as a slip of the hand leaves it, or returns
  /// `nil`.
  ///
  /// Its source text ends at the one closing tag that there is, else with the line or cell.
  static func unclosedUnit(in bytes: [UInt8], at start: Int) -> UnitMarkup? {
    guard bytes.has(targetOpen, at: start),
      let (id, targetStart) = value(in: bytes, at: start + targetOpen.count),
      let (targetEnd, sourceStart) = separator(in: bytes, from: targetStart)
    else { return nil }
    // Nothing behind the next unit is looked at: a line may hold thousands.
    let next = bytes.firstOffset(of: targetOpen, from: sourceStart) ?? bytes.count
    let limit = bytes.firstOffset(of: [0x0A], from: sourceStart, to: next) ?? next
    var sourceEnd: Int
    let end: Int
    let paragraphEnd = bytes.firstOffset(of: [0x0A, 0x0A], from: sourceStart, to: next) ?? next
    if let closer = bytes.firstOffset(of: close, from: sourceStart, to: paragraphEnd) {
      (sourceEnd, end) = (closer, closer + close.count)
    } else {
      sourceEnd = bytes.firstOffset(of: [UInt8(ascii: "|")], from: sourceStart, to: limit) ?? limit
      while sourceEnd > sourceStart, bytes[sourceEnd - 1].isBlank { sourceEnd -= 1 }
      end = sourceEnd
    }
    return UnitMarkup(
      id: TextUnit.ID(String(decoding: bytes[id], as: UTF8.self)), target: targetStart..<targetEnd,
      source: sourceStart..<sourceEnd, whole: start..<end)
  }

  /// What a stray tag of unit mark-up lacks, in the words of a finding.
  static func lack(ofTagAt start: Int, in bytes: [UInt8]) -> String {
    if bytes.has(targetOpen, at: start),
      let (id, _) = value(in: bytes, at: start + targetOpen.count)
    {
      return "'\(String(decoding: bytes[id], as: UTF8.self))' has no source text behind it"
    }
    return "its `data-ttu-id` span is missing or not closed"
  }

  /// The offset behind a tag of unit mark-up that stands alone, or `nil` for any other span.
  static func endOfStrayTag(in bytes: [UInt8], at start: Int) -> Int? {
    for open in [targetOpen, sourceOpen] where bytes.has(open, at: start) {
      return value(in: bytes, at: start + open.count)?.end
    }
    guard bytes.has(classOpen, at: start),
      let (name, end) = value(in: bytes, at: start + classOpen.count),
      bytes[name].elementsEqual(lookup)
    else { return nil }
    return end
  }

  /// Finds `</span><span class="sxs-lookup"><span data-stu-id="ID">`.
  private static func separator(
    in bytes: [UInt8], from start: Int
  ) -> (targetEnd: Int, sourceStart: Int)? {
    var index = start
    while let found = next(close, in: bytes, from: index) {
      index = found + close.count
      guard bytes.has(classOpen, at: index),
        let (name, end) = value(in: bytes, at: index + classOpen.count),
        bytes[name].elementsEqual(lookup),
        bytes.has(sourceOpen, at: end),
        let (id, sourceStart) = value(in: bytes, at: end + sourceOpen.count)
      else { continue }
      guard bytes.firstOffset(of: targetOpen, from: id.lowerBound, to: id.upperBound) == nil
      else { return nil }
      return (found, sourceStart)
    }
    return nil
  }

  /// The offset of the next closing tags, unless another unit or its source begins before them.
  private static func next(_ closer: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var next = span.firstOffset(of: UInt8(ascii: "<"), from: start)
    while let index = next {
      if bytes.has(closer, at: index) { return index }
      if bytes.has(targetOpen, at: index) || bytes.has(sourceOpen, at: index) { return nil }
      next = span.firstOffset(of: UInt8(ascii: "<"), from: index + 1)
    }
    return nil
  }

  /// Reads `"value">`, also with `&quot;` for a quote; returns the offset behind `>`.
  private static func value(in bytes: [UInt8], at start: Int) -> (value: Range<Int>, end: Int)? {
    guard let valueStart = endOfQuote(in: bytes, at: start) else { return nil }
    var index = valueStart
    while index < bytes.count, index - valueStart <= 64 {
      if let end = endOfQuote(in: bytes, at: index) {
        guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return nil }
        return (valueStart..<index, end + 1)
      }
      index += 1
    }
    return nil
  }

  /// The offset behind a quote, or `nil` when none stands here.
  private static func endOfQuote(in bytes: [UInt8], at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "\"") { return index + 1 }
    return bytes[index] == UInt8(ascii: "&") && bytes.has(entity, at: index)
      ? index + entity.count : nil
  }

  private static func openSpans(in text: ArraySlice<UInt8>) -> Int {
    guard text.span.holds(UInt8(ascii: "<")) else { return 0 }
    let bytes = Array(text)
    var depth = 0
    var index = 0
    while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes.has(spanOpen, at: next) { depth += 1 }
      if bytes.has(close, at: next) { depth -= 1 }
      index = next + 1
    }
    return depth
  }
}
