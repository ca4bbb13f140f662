/// An XML text (XML 1.0), written element by element as UTF-8 bytes; the one place that escapes.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether the open element has nothing inside yet.
  private var isEmpty = false

  init(isDocument: Bool = true) {
    if isDocument { bytes += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8 }
  }

  /// Writes an element; attributes without a value are left out.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ content: (inout XMLWriter) -> Void = { _ in }
  ) {
    closeStartTag()
    bytes += "<\(name)".utf8
    for case (let name, let value?) in attributes {
      bytes += " \(name)=\"".utf8
      escape(value, isAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    isEmpty = true
    content(&self)
    if isEmpty {
      bytes += "/>".utf8
    } else {
      bytes += "</\(name)>".utf8
    }
    isEmpty = false
  }

  mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    closeStartTag()
    escape(text, isAttribute: false)
  }

  /// Breaks the line and indents the next by levels of two spaces; only where white space is free.
  mutating func line(_ level: Int) {
    closeStartTag()
    bytes.append(0x0A)
    for _ in 0..<level { bytes += [0x20, 0x20] }
  }

  private mutating func closeStartTag() {
    if isEmpty { bytes.append(UInt8(ascii: ">")) }
    isEmpty = false
  }

  private mutating func escape(_ text: String, isAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"" where isAttribute: bytes += "&quot;".utf8
      case "\n" where isAttribute: bytes += "&#10;".utf8
      case "\t" where isAttribute: bytes += "&#9;".utf8
      case "\r": bytes += "&#13;".utf8
      default: bytes += String(scalar.isXML ? scalar : "\u{FFFD}").utf8
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether an XML text may hold it (XML 1.0, section 2.2).
  var isXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: true
    default: false
    }
  }
}
