import Markdown

/// Writes XLIFF 2.1 (OASIS Standard, 2018), core only.
package enum XLIFFWriter {
  package static func render(_ xliff: XLIFF) -> [UInt8] {
    var xml = XMLWriter()
    xml.line(0)
    xml.element(
      "xliff",
      [
        "xmlns": XLIFF.namespace, "version": "2.1", "srcLang": xliff.sourceLanguage,
        "trgLang": xliff.targetLanguage,
      ]
    ) { xml in
      for (number, file) in xliff.files.enumerated() {
        xml.line(1)
        xml.element(
          "file",
          [
            "id": "f\(number + 1)", "original": file.original, "canResegment": "no",
            "xml:space": "preserve",
          ]
        ) { xml in
          for unit in file.units {
            xml.line(2)
            write(unit, &xml)
          }
          xml.line(1)
        }
      }
      xml.line(0)
    }
    return xml.bytes + [0x0A]
  }

  private static func write(_ unit: XLIFF.Unit, _ xml: inout XMLWriter) {
    var names = CodeNames()
    let source = names.named(unit.source, asTarget: false)
    let target = unit.target.map { names.named($0, asTarget: true) }
    xml.element("unit", ["id": unit.id]) { xml in
      if !names.data.isEmpty {
        xml.line(3)
        xml.element("originalData") { xml in
          for (number, data) in names.data.enumerated() {
            xml.line(4)
            xml.element("data", ["id": "d\(number + 1)"]) { $0.characters(data) }
          }
          xml.line(3)
        }
      }
      xml.line(3)
      xml.element("segment", ["state": target == nil ? "initial" : "translated"]) { xml in
        xml.line(4)
        xml.element("source") { xml in for code in source { write(code, &xml) } }
        if let target {
          xml.line(4)
          xml.element("target") { xml in for code in target { write(code, &xml) } }
        }
        xml.line(3)
      }
      xml.line(2)
    }
  }

  private static func write(_ code: NamedCode, _ xml: inout XMLWriter) {
    switch code {
    case .text(let bytes): xml.characters(bytes)
    case .mark(let id, let data, let shown):
      xml.element(
        "ph", ["id": "\(id)", "dataRef": "d\(data)", "equiv": "", "disp": shown])
    case .pair(let id, let kind, let open, let close, let inside):
      xml.element(
        "pc",
        [
          "id": "\(id)", "type": type(kind), "dataRefStart": "d\(open)", "dataRefEnd": "d\(close)",
        ]
      ) { xml in for code in inside { write(code, &xml) } }
    }
  }

  private static func type(_ kind: InlineCode.Pair.Kind) -> String {
    switch kind {
    case .format: "fmt"
    case .link: "link"
    case .image: "image"
    }
  }
}

/// An inline code with its numbers.
private indirect enum NamedCode {
  case text([UInt8])
  case mark(id: Int, data: Int, shown: String)
  case pair(id: Int, kind: InlineCode.Pair.Kind, open: Int, close: Int, inside: [NamedCode])
}

/// Gives codes their numbers: the same mark has the same number in source and target.
private struct CodeNames {
  /// What the marks are as written; the first has number 1.
  private(set) var data: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]
  /// The ids of the source's codes that the target has not used yet, by what they are.
  private var free: [[UInt8]: [Int]] = [:]
  private var lastID = 0

  mutating func named(_ codes: [InlineCode], asTarget: Bool) -> [NamedCode] {
    codes.map { code in
      switch code {
      case .text(let bytes): return .text(bytes)
      case .mark(let bytes):
        return .mark(
          id: id(of: bytes, asTarget), data: number(of: bytes),
          shown: String(decoding: bytes, as: UTF8.self).printable)
      case .pair(let pair):
        let id = id(of: pair.open + [0] + pair.close, asTarget)
        return .pair(
          id: id, kind: pair.kind, open: number(of: pair.open), close: number(of: pair.close),
          inside: named(pair.inside, asTarget: asTarget))
      }
    }
  }

  private mutating func id(of key: [UInt8], _ asTarget: Bool) -> Int {
    if asTarget, let ids = free[key], let first = ids.first {
      free[key] = Array(ids.dropFirst())
      return first
    }
    lastID += 1
    if !asTarget { free[key, default: []].append(lastID) }
    return lastID
  }

  private mutating func number(of bytes: [UInt8]) -> Int {
    if let number = numbers[bytes] { return number }
    data.append(bytes)
    numbers[bytes] = data.count
    return data.count
  }
}

extension String {
  /// Without what an attribute cannot hold.
  fileprivate var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.isXML }))
  }
}

extension XMLWriter {
  /// Writes text; what XML cannot hold becomes a `cp` element (XLIFF 2.1, 4.2.3.1).
  fileprivate mutating func characters(_ bytes: [UInt8]) {
    var plain = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isXML {
        plain.append(scalar)
        continue
      }
      text(String(plain))
      plain = String.UnicodeScalarView()
      let digits = String(scalar.value, radix: 16, uppercase: true)
      element(
        "cp", ["hex": String(repeating: "0", count: max(0, 4 - digits.count)) + digits])
    }
    text(String(plain))
  }
}
