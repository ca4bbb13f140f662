import Content
import Markdown

/// A directive between colons, such as `:::image source="a.png":::`, or a reference to a code file,
/// `[!code-csharp[name](path)]` (dialect.md, 8 to 10); a formula as well, which is kept from Markdown
/// in the same way.
struct ColonDirective: Hashable, Sendable {
  enum Name: String, Sendable, CaseIterable {
    case image, video, code, form, row, column, zone, moniker
    case noLoc = "no-loc"
    /// Its name is what no directive can be called.
    case formula = "$"
    case imageEnd = "image-end"
    case videoEnd = "video-end"
    case rowEnd = "row-end"
    case columnEnd = "column-end"
    case zoneEnd = "zone-end"
    case monikerEnd = "moniker-end"

    /// The directive that closes this one, for those that enclose blocks.
    var end: Name? {
      switch self {
      case .image: .imageEnd
      case .video: .videoEnd
      case .row: .rowEnd
      case .column: .columnEnd
      case .zone: .zoneEnd
      case .moniker: .monikerEnd
      case .code, .form, .noLoc, .formula, .imageEnd, .videoEnd, .rowEnd, .columnEnd, .zoneEnd,
        .monikerEnd:
        nil
      }
    }

    /// The attributes that it may have; DocFX reports any other.
    var attributes: Set<String> {
      switch self {
      case .image:
        ["source", "alt-text", "type", "loc-scope", "border", "lightbox", "link"]
      case .video:
        ["source", "title", "max-width", "thumbnail", "upload-date", "duration", "type"]
      case .code:
        [
          "language", "source", "range", "id", "highlight", "interactive", "name", "dedent",
          "title", "start", "end",
        ]
      case .form: ["action", "submittext"]
      case .column: ["span"]
      case .zone: ["target", "pivot"]
      case .moniker: ["range"]
      case .noLoc, .formula: ["text"]
      case .row: ["count"]
      case .imageEnd, .videoEnd, .rowEnd, .columnEnd, .zoneEnd, .monikerEnd: []
      }
    }
  }

  struct Attribute: Hashable, Sendable {
    /// In lower case.
    var name: String
    var value: String
    /// The first unit in the value.
    var unit: TextUnit.ID?
  }

  var name: Name
  /// In the author's order.
  var attributes: [Attribute] = []
  /// What the author wrote that is no `name="value"`.
  var rest = ""
  /// The 1-based line of the projected document.
  var line = 0

  /// The value of an attribute, when there is one that says something.
  subscript(name: String) -> String? {
    attributes.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The choices that a zone is for.
  var pivots: [String] {
    self["pivot"]?.split(separator: ",").map { String($0).trimmingBlanks } ?? []
  }
}

extension ColonDirective {
  /// Reads the directive that begins at an offset.
  ///
  /// - Parameters:
  ///   - bytes: a projected document.
  ///   - start: the offset of the first colon.
  ///   - end: the end of the line.
  /// - Returns: the directive, the offset behind it, and whether colons close it; `nil` for none.
  static func read(
    in bytes: [UInt8], at start: Int, lineEnd end: Int
  ) -> (directive: ColonDirective, end: Int, isClosed: Bool)? {
    let colon = UInt8(ascii: ":")
    var index = start
    while index < end, bytes[index] == colon { index += 1 }
    guard index - start >= 3 else { return nil }
    while index < end, bytes[index] == 0x20 { index += 1 }
    let nameStart = index
    while index < end, bytes[index].isLetterOrHyphen { index += 1 }
    let word = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    guard let name = Name(rawValue: word) else { return nil }
    var directive = ColonDirective(name: name)
    while index < end {
      while index < end, bytes[index].isBlank { index += 1 }
      guard index < end, !bytes.has([colon, colon, colon], at: index) else { break }
      if let (attribute, next) = attribute(in: bytes, at: index, end: end) {
        directive.attributes.append(attribute)
        index = next
      } else {
        let wordStart = index
        while index < end, bytes[index] != 0x20, !bytes.has([colon, colon, colon], at: index) {
          index += 1
        }
        directive.rest += String(decoding: bytes[wordStart..<index], as: UTF8.self) + " "
      }
    }
    let isClosed = index < end
    while index < end, bytes[index] == colon { index += 1 }
    return (directive, index, isClosed)
  }

  /// Reads `name="value"`, also with single quotes or `&quot;`, which writers and tools produce.
  private static func attribute(
    in bytes: [UInt8], at start: Int, end: Int
  ) -> (Attribute, Int)? {
    var index = start
    while index < end, bytes[index].isLetterOrHyphen { index += 1 }
    let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    while index < end, bytes[index] == 0x20 { index += 1 }
    guard !name.isEmpty, index < end, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < end, bytes[index] == 0x20 { index += 1 }
    let quotes = [[UInt8(ascii: "\"")], [UInt8(ascii: "'")], Array("&quot;".utf8)]
    guard let quote = quotes.first(where: { bytes.has($0, at: index) }),
      let close = bytes.firstOffset(of: quote, from: index + quote.count, to: end)
    else { return nil }
    let value = String(decoding: bytes[(index + quote.count)..<close], as: UTF8.self)
    return (Attribute(name: name, value: value), close + quote.count)
  }

  /// Gives its attributes the units that stand in a range of its document.
  mutating func takeUnits(of document: MarkdownDocument, in range: Range<Int>) {
    var low = document.units.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    while low < document.units.count, document.units[low].range.upperBound <= range.upperBound {
      let unit = document.units[low]
      let text = String(decoding: document.bytes[unit.range], as: UTF8.self)
      let index = attributes.firstIndex { $0.unit == nil && $0.value.contains(text) }
      if let index { attributes[index].unit = unit.id }
      low += 1
    }
  }

  /// What is wrong with it by the rules of dialect.md, 8 and 9.
  var faults: [String] {
    var found: [String] = []
    if !rest.isEmpty { found.append("'\(rest.trimmingBlanks)' is no attribute") }
    var seen: Set<String> = []
    for attribute in attributes {
      if !name.attributes.contains(attribute.name) {
        found.append("it has no attribute '\(attribute.name)'")
      } else if !seen.insert(attribute.name).inserted {
        found.append("'\(attribute.name)' is given twice")
      }
    }
    switch name {
    case .image:
      if self["source"] == nil { found.append("'source' is missing") }
      if self["alt-text"] == nil, self["type"] != "icon" { found.append("'alt-text' is missing") }
    case .video, .code: if self["source"] == nil { found.append("'source' is missing") }
    case .zone:
      if self["target"] == nil, self["pivot"] == nil {
        found.append("'target' or 'pivot' is missing")
      }
      if self["target"] == "pdf", self["pivot"] != nil {
        found.append("a 'pivot' cannot be chosen in a PDF")
      }
    case .moniker: if self["range"] == nil { found.append("'range' is missing") }
    case .noLoc: if self["text"] == nil { found.append("'text' is missing") }
    case .formula, .form, .row, .column, .imageEnd, .videoEnd, .rowEnd, .columnEnd, .zoneEnd,
      .monikerEnd:
      break
    }
    return found
  }
}

extension UInt8 {
  var isLetterOrHyphen: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }
}
