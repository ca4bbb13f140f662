package import Content

/// A node of an HTML fragment.
package indirect enum MarkupNode: Hashable, Sendable {
  case text(String)
  /// A comment's text, without `<!--` and `-->`.
  case comment(String)
  case element(Element, [MarkupNode])

  /// libxml2 gives up on elements nested deeper, and drops what follows.
  package static let maximumDepth = 240

  /// How many elements stand inside each other at most.
  package var depth: Int {
    guard case .element(_, let children) = self else { return 0 }
    return 1 + (children.lazy.map(\.depth).max() ?? 0)
  }
}

/// One HTML tag by itself, as it stands between Markdown inlines.
package struct MarkupTag: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case open, close, comment, other }
  package var kind: Kind
  /// The element's name in lower case, or a comment's text; its attributes as written.
  package var element: Element

  /// Reads a tag such as `<a name="x">`, `</a>`, `<br/>` or `<!-- x -->`.
  package init(parsing tag: String) {
    guard !tag.utf8.starts(with: "<!--".utf8) else {
      kind = .comment
      element = Element(String(tag.dropFirst(4).dropLast(tag.hasSuffix("-->") ? 3 : 0)))
      return
    }
    let body = tag.utf8.dropFirst().drop { $0 == UInt8(ascii: "/") }
    let written = body.prefix { $0.isNamePart }
    let name = Substring(written).lowercased()
    guard !name.isEmpty else {
      kind = .other
      element = Element("")
      return
    }
    kind = tag.utf8.dropFirst().first == UInt8(ascii: "/") ? .close : .open
    let rest = body.dropFirst(written.count)
    let hasAttributes = kind == .open && rest.contains(UInt8(ascii: "="))
    element = Element(name, hasAttributes ? Self.attributes(of: tag, name: name) : [])
  }

  private static func attributes(of tag: String, name: String) -> [Element.Attribute] {
    if name == "a", let place = placeName(in: tag) { return [.init("name", place)] }
    return HTMLTree.firstElement(of: tag)?.attributes ?? []
  }

  /// The `x` of `<a name="x">`, as tools write the place of a heading; `nil` for any other tag.
  package static func placeName(in tag: String) -> String? {
    let bytes = tag.utf8
    guard bytes.starts(with: "<a name=\"".utf8), bytes.suffix(2).elementsEqual("\">".utf8) else {
      return nil
    }
    let value = bytes.dropFirst(9).dropLast(2)
    let isPlain = !value.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "&") }
    return isPlain ? String(Substring(value)) : nil
  }
}

extension UInt8 {
  /// Whether a tag's name goes on: a letter or digit, `-`, `:`, or what is beyond ASCII.
  fileprivate var isNamePart: Bool {
    switch self {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), 0x80...: true
    default: false
    }
  }
}

extension MarkupTag {
  /// A text without anything that looks like a tag or a comment.
  package static func removing(from text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let isTag =
        bytes[index] == UInt8(ascii: "<")
        && (next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
          || (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next))
      guard isTag, let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
        out.append(bytes[index])
        index += 1
        continue
      }
      out.append(0x20)
      index = end + 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
