import Content
import Markup

extension UnitMarkup {
  /// A tag of unit mark-up, however it is written.
  private enum Tag: Equatable {
    case target(String), lookup, source
  }

  /// The longest tag that is looked at; no hand writes a longer one.
  private static let maximumTagLength = 400

  /// Reads a unit whose tags are not in the tools' literal form: other attributes or quotes, another
  /// order, white space between the tags.
  ///
  /// Tags are read by libxml2; the texts between them as in the literal form.
  static func unitInAnyForm(in bytes: [UInt8], at start: Int) -> UnitMarkup? {
    guard case (.target(let id), let targetStart)? = tag(in: bytes, at: start) else { return nil }
    var index = targetStart
    while let close = nextSpanTag(in: bytes, from: index) {
      index = close.end
      guard close.isClosing else {
        // Another unit begins before this one's source text.
        if case (.target, _)? = tag(in: bytes, at: close.start) { return nil }
        continue
      }
      guard case (.lookup, let lookupEnd)? = tag(in: bytes, at: skipBlanks(bytes, close.end)),
        case (.source, let sourceStart)? = tag(in: bytes, at: skipBlanks(bytes, lookupEnd)),
        let (sourceEnd, end) = twoClosers(in: bytes, from: sourceStart)
      else { continue }
      return UnitMarkup(
        id: TextUnit.ID(id), target: targetStart..<close.start, source: sourceStart..<sourceEnd,
        whole: start..<end)
    }
    return nil
  }

  /// The offset behind a tag of unit mark-up in any form, or `nil` for any other tag.
  static func endOfStrayTagInAnyForm(in bytes: [UInt8], at start: Int) -> Int? {
    tag(in: bytes, at: start)?.end
  }

  private static func tag(in bytes: [UInt8], at start: Int) -> (tag: Tag, end: Int)? {
    guard bytes.hasFolded(Array("<span".utf8), at: start), start + 5 < bytes.count,
      isBlank(bytes[start + 5])
    else { return nil }
    let limit = min(bytes.count, start + maximumTagLength)
    guard let close = bytes.firstOffset(of: [UInt8(ascii: ">")], from: start, to: limit) else {
      return nil
    }
    let names = ["data-ttu-id", "data-stu-id", "sxs-lookup"].map { Array($0.utf8) }
    guard names.contains(where: { bytes.firstOffset(of: $0, from: start, to: close) != nil }) else {
      return nil
    }
    let text = String(decoding: bytes[start...close].map { isBlank($0) ? 0x20 : $0 }, as: UTF8.self)
    let element = MarkupTag(parsing: text.replacing("&quot;", with: "\"")).element
    if let id = element["data-ttu-id"], !id.isEmpty { return (.target(id), close + 1) }
    if element["data-stu-id"] != nil { return (.source, close + 1) }
    let classes = element["class"]?.split(separator: " ") ?? []
    return classes.contains("sxs-lookup") ? (.lookup, close + 1) : nil
  }

  /// The next `<span` or `</span>`.
  private static func nextSpanTag(
    in bytes: [UInt8], from start: Int
  ) -> (start: Int, end: Int, isClosing: Bool)? {
    var index = start
    while let open = bytes.firstOffset(of: [UInt8(ascii: "<")], from: index) {
      if bytes.hasFolded(Array("</span>".utf8), at: open) { return (open, open + 7, true) }
      if bytes.hasFolded(Array("<span".utf8), at: open) { return (open, open + 5, false) }
      index = open + 1
    }
    return nil
  }

  /// Finds two `</span>` with nothing but blanks between them.
  private static func twoClosers(
    in bytes: [UInt8], from start: Int
  ) -> (first: Int, end: Int)? {
    var index = start
    while let first = nextSpanTag(in: bytes, from: index) {
      index = first.end
      if !first.isClosing, tag(in: bytes, at: first.start) != nil { return nil }
      guard first.isClosing, let second = nextSpanTag(in: bytes, from: first.end) else { continue }
      if second.isClosing, skipBlanks(bytes, first.end) == second.start {
        return (first.start, second.end)
      }
    }
    return nil
  }

  private static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    return index
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }
}
