import Content

/// What an author's address is by its form (RFC 3986).
package enum LinkForm: Hashable, Sendable {
  /// Only a fragment, or nothing: a place in the same article.
  case fragment
  /// A path from the file that holds it, or from the content folder as `~/x.md`.
  case relative
  /// A path from the root of the server.
  case root
  /// An address with a scheme that a page may hold, or from `//host`.
  case absolute
  /// DocFX's `xref:uid` (dialect.md, 11).
  case crossReference
  /// A scheme that runs code, embeds data, or is unknown.
  case unsafe

  package var isSafe: Bool { self != .unsafe }

  package init(_ destination: String) {
    let bytes = destination.utf8
    guard let first = bytes.first, first != UInt8(ascii: "#") else {
      self = .fragment
      return
    }
    // Browsers skip white space and control characters in a scheme; so such an address has none.
    guard first > 0x20, !destination.utf8Span.span.holds(0...0x1F) else {
      self = .unsafe
      return
    }
    if first == UInt8(ascii: "/"), bytes.dropFirst().first == first {
      self = .absolute
    } else if first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") {
      self = .root
    } else {
      self = Self.form(ofScheme: Self.scheme(of: destination))
    }
  }

  private static func form(ofScheme scheme: Substring?) -> LinkForm {
    guard let scheme else { return .relative }
    if scheme == "https" || scheme == "http" { return .absolute }
    let name = scheme.lowercased()
    if name == "xref" { return .crossReference }
    return schemes.contains(name) || name.hasPrefix("ms-") ? .absolute : .unsafe
  }

  /// The schemes that lead readers somewhere, and run nothing in the page.
  private static let schemes: Set<String> = [
    "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sip", "sips", "skype", "callto",
    "msteams", "onenote", "webcal", "xmpp", "geo", "news", "itms-apps", "companyportal",
  ]

  /// The letters before a `:` that begins neither a path, a query nor a fragment.
  private static func scheme(of destination: String) -> Substring? {
    let end = destination.utf8.firstIndex { byte in
      byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "#")
    }
    guard let end, destination.utf8[end] == UInt8(ascii: ":"), end > destination.startIndex else {
      return nil
    }
    return destination[..<end]
  }
}

/// Links from one article to another file of the content folder.
package enum ArticleLink {
  /// Splits a destination such as `../a/b.md?view=x#c` into the file, relative to the content
  /// folder, and the anchor (empty without one).
  ///
  /// Returns `nil` for addresses outside of the folder: with a scheme, absolute, or not `.md`.
  package static func split(_ destination: String, from path: String)
    -> (file: String, anchor: String)?
  {
    guard LinkForm(destination) == .relative else { return nil }
    let bytes = destination.utf8
    let mark = bytes.firstIndex(of: UInt8(ascii: "#"))
    let whole = destination[..<(mark ?? bytes.endIndex)]
    let address = whole[..<(whole.utf8.firstIndex(of: UInt8(ascii: "?")) ?? whole.endIndex)]
    guard address.utf8.suffix(3).lazy.map({ $0 | 0x20 }).elementsEqual(".md".utf8),
      let file = ContentPath.resolve(decoding(String(address)), from: path)
    else { return nil }
    return (file, mark.map { decoding(String(destination[bytes.index(after: $0)...])) } ?? "")
  }

  /// Replaces `%20` and the like.
  package static func decoding(_ address: String) -> String {
    guard address.utf8Span.span.holds(UInt8(ascii: "%")) else { return address }
    var out: [UInt8] = []
    var bytes = Array(address.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "%"), bytes.count >= 2,
        let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(value)
        bytes = bytes.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Replaces the bytes of a path that would end it or mean something else: `%`, `?` and `#`.
  package static func encoding(_ path: String) -> String {
    var out = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "?": out += "%3F"
      case "#": out += "%23"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
