private import CLibXML2
import Content

/// Reads HTML fragments as libxml2 understands them (HTML 4, with recovery from any error), and XML.
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
  fileprivate static func copy(_ node: xmlNodePtr) -> MarkupNode? {
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

/// Reads XML documents from strangers: no document type, no entities, nothing from outside.
package enum XMLTree {
  /// Why a text is no XML that is read.
  package struct Failure: Error, Hashable {
    /// 1-based.
    package let line: Int
    /// In lower case, without a full stop.
    package let message: String
  }

  /// Parses a document; names are without their prefixes.
  ///
  /// - Returns: the root element and its namespace, empty without one.
  package static func root(
    parsing bytes: [UInt8]
  ) throws(Failure) -> (element: MarkupNode, namespace: String) {
    xmlInitParser()
    guard let context = xmlNewParserCtxt() else {
      throw Failure(line: 1, message: "there is not enough memory")
    }
    defer { xmlFreeParserCtxt(context) }
    let options =
      Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_NOERROR.rawValue)
      | Int32(XML_PARSE_NOWARNING.rawValue) | Int32(XML_PARSE_NOCDATA.rawValue)
      | Int32(XML_PARSE_BIG_LINES.rawValue)
    let document = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: buffer.count), nil, nil, options)
    }
    defer { xmlFreeDoc(document) }
    guard let document, let root = xmlDocGetRootElement(document) else {
      let error = context.pointee.lastError
      let message = error.message.map { String(cString: $0) } ?? "it is empty"
      throw Failure(line: max(1, Int(error.line)), message: message.asReason)
    }
    guard document.pointee.intSubset == nil else {
      throw Failure(line: 1, message: "it has a document type, which may hide anything")
    }
    guard let element = HTMLTree.copy(root) else {
      throw Failure(line: 1, message: "it is empty")
    }
    let namespace = root.pointee.ns?.pointee.href.map { String(cString: $0) } ?? ""
    return (element, namespace)
  }
}

extension String {
  /// libxml2's message in the words of a diagnostic.
  fileprivate var asReason: String {
    let line = prefix { $0 != "\n" }.trimmingPrefix { $0 == " " }
    return line.prefix(1).lowercased() + line.dropFirst()
  }
}
