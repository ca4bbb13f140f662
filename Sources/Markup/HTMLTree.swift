private import CLibXML2
import Content

/// Reads HTML fragments as libxml2 understands them (HTML 4, with recovery from any error).
///
/// This is the only file that touches libxml2.
package enum HTMLTree {
  /// Parses a fragment; text that is no HTML at all comes back as text.
  package static func nodes(parsing fragment: String) -> [MarkupNode] {
    var found: [MarkupNode] = []
    withBody(of: "<div>\(fragment)</div>") { body in
      var child = body.pointee.children
      var isWrapper = true
      while let node = child {
        if isWrapper, node.pointee.type == XML_ELEMENT_NODE {
          found += children(of: node)
        } else if let copied = copy(node) {
          found.append(copied)
        }
        isWrapper = false
        child = node.pointee.next
      }
    }
    return found
  }

  /// The name and attributes of the first element in a fragment such as `<a name="x">`.
  static func firstElement(of fragment: String) -> Element? {
    for case .element(let element, _) in nodes(parsing: fragment) { return element }
    return nil
  }

  private static func withBody(of html: String, _ use: (xmlNodePtr) -> Void) {
    xmlInitParser()
    let options =
      Int32(HTML_PARSE_RECOVER.rawValue) | Int32(HTML_PARSE_NOERROR.rawValue)
      | Int32(HTML_PARSE_NOWARNING.rawValue) | Int32(HTML_PARSE_NONET.rawValue)
    let document = html.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, Int32(clamping: $0.count), nil, "UTF-8", options)
      }
    }
    guard let document = document ?? nil else { return }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return }
    var child = root.pointee.children
    while let node = child {
      if name(of: node) == "body" { use(node) }
      child = node.pointee.next
    }
  }

  private static func children(of node: xmlNodePtr) -> [MarkupNode] {
    var found: [MarkupNode] = []
    var child = node.pointee.children
    while let next = child {
      if let copied = copy(next) { found.append(copied) }
      child = next.pointee.next
    }
    return found
  }

  /// libxml2 bounds the depth of a document to 256, so that this recursion is bounded too.
  private static func copy(_ node: xmlNodePtr) -> MarkupNode? {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: return .text(string(node.pointee.content))
    case XML_COMMENT_NODE: return .comment(string(node.pointee.content))
    case XML_ELEMENT_NODE:
      return .element(Element(name(of: node), attributes(of: node)), children(of: node))
    default: return nil
    }
  }

  private static func attributes(of node: xmlNodePtr) -> [Element.Attribute] {
    var found: [Element.Attribute] = []
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var text = attribute.pointee.children
      while let part = text {
        value += string(part.pointee.content)
        text = part.pointee.next
      }
      found.append(.init(string(attribute.pointee.name), value))
      next = attribute.pointee.next
    }
    return found
  }

  private static func name(of node: xmlNodePtr) -> String { string(node.pointee.name) }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer else { return "" }
    return String(cString: pointer)
  }
}
