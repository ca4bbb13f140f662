import Content
import Markup

/// What an XLIFF 2 file says, with the marks of its texts in their places again.
package struct XLIFFTexts: Sendable, Hashable {
  package struct File: Sendable, Hashable {
    package let original: String
    package let units: [Unit]
  }

  package struct Unit: Sendable, Hashable {
    package let id: String
    /// Markdown as it was exported.
    package let source: [UInt8]
    /// Markdown; `nil` when some of it has not been translated.
    package let target: [UInt8]?
  }

  /// Why a file is not read; the place is a 1-based line.
  package enum Failure: Error, Hashable {
    case notXML(line: Int, message: String)
    /// It is another kind of XML, or another version of XLIFF.
    case notXLIFF2(found: String)
    /// It says no language that it is translated into.
    case noTargetLanguage
  }

  /// A BCP 47 tag.
  package let targetLanguage: String
  package let files: [File]

  /// Reads XLIFF 2.0 or 2.1; modules and what they add are ignored.
  package init(parsing bytes: [UInt8]) throws(Failure) {
    let root: (element: MarkupNode, namespace: String)
    do {
      root = try XMLTree.root(parsing: bytes)
    } catch {
      throw .notXML(line: error.line, message: error.message)
    }
    let version = root.element.attribute("version") ?? ""
    guard root.element.name == "xliff", root.namespace == XLIFF.namespace else {
      throw .notXLIFF2(found: "\(root.element.name ?? "") \(version)")
    }
    guard let language = root.element.attribute("trgLang") else { throw .noTargetLanguage }
    targetLanguage = language
    files = root.element.elements("file").map { file in
      File(original: file.attribute("original") ?? "", units: Self.units(in: file))
    }
  }

  /// The units of a file, also those in groups, in document order.
  private static func units(in parent: MarkupNode) -> [Unit] {
    parent.children.flatMap { child -> [Unit] in
      switch child.name {
      case "group": units(in: child)
      case "unit": [Unit(child)]
      default: []
      }
    }
  }
}

extension XLIFFTexts.Unit {
  fileprivate init(_ unit: MarkupNode) {
    id = unit.attribute("id") ?? ""
    var data: [String: [UInt8]] = [:]
    for entry in unit.elements("originalData").flatMap({ $0.elements("data") }) {
      data[entry.attribute("id") ?? ""] = entry.children.flatMap { $0.text(with: [:]) }
    }
    let parts = unit.children.filter { $0.name == "segment" || $0.name == "ignorable" }
    source = parts.flatMap { $0.elements("source").flatMap { $0.text(with: data) } }
    var target: [UInt8]? = []
    for part in parts {
      if let translated = part.elements("target").first {
        target? += translated.text(with: data)
      } else if part.name == "ignorable" {
        target? += part.elements("source").flatMap { $0.text(with: data) }
      } else {
        target = nil
      }
    }
    self.target = target?.isEmpty == true ? nil : target
  }
}

extension MarkupNode {
  fileprivate var name: String? {
    if case .element(let element, _) = self { element.name } else { nil }
  }

  fileprivate var children: [MarkupNode] {
    if case .element(_, let children) = self { children } else { [] }
  }

  fileprivate func attribute(_ name: String) -> String? {
    guard case .element(let element, _) = self else { return nil }
    return element.attributes.first { $0.name == name }?.value
  }

  fileprivate func elements(_ name: String) -> [MarkupNode] {
    children.filter { $0.name == name }
  }

  /// The text with its marks, by XLIFF 2.1, 4.2.3 (inline elements).
  fileprivate func text(with data: [String: [UInt8]]) -> [UInt8] {
    switch self {
    case .text(let text): return Array(text.utf8)
    case .comment: return []
    case .element(let element, let children):
      func reference(_ name: String) -> [UInt8] { attribute(name).flatMap { data[$0] } ?? [] }
      let inside = children.flatMap { $0.text(with: data) }
      switch element.name {
      case "ph", "sc", "ec": return reference("dataRef")
      case "pc": return reference("dataRefStart") + inside + reference("dataRefEnd")
      case "cp":
        let scalar = attribute("hex").flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init)
        return scalar.map { Array(String($0).utf8) } ?? []
      default: return inside
      }
    }
  }
}
