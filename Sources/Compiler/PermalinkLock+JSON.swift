import Articles
import Content
import Decisions
package import Diagnostics
import FoundationEssentials
import JSON
import Yams

extension PermalinkLock {
  /// The file's bytes: one node a line, sorted, so that two people's changes merge line by line.
  package var json: [UInt8] {
    var out = Array("{\n  \"version\": 1,".utf8)
    if let source { out += Array(" \"source\": \"\(source.rawValue)\",".utf8) }
    out += Array("\n".utf8)
    out += Self.section("nodes", nodes) { json, record in
      json.member("code", record.code.digits)
      json.member("at", record.address)
      if !record.former.isEmpty {
        json.array("was", of: record.former) { json, address in json.value(address) }
      }
      json.member("key", record.key?.rawValue)
      json.member("title", record.title)
      json.member("text", record.print?.description)
      json.member("source", record.source?.rawValue)
    }
    out += Array(",\n".utf8)
    out += Self.section("moved", moved) { json, move in
      json.member("to", move.to.rawValue)
      json.member("at", move.address)
      json.member("code", move.code?.digits)
    }
    out += Array(",\n".utf8)
    out += Self.section("retired", retired) { json, retirement in
      json.member("code", retirement.code.digits)
      json.member("at", retirement.address)
      json.member("title", retirement.title)
      json.member("reason", retirement.reason)
      json.member("to", retirement.replacement?.rawValue)
    }
    return out + Array("\n}\n".utf8)
  }

  private static func section<Value>(
    _ name: String, _ values: [Decisions.Node.ID: Value],
    _ members: (inout JSONWriter, Value) -> Void
  ) -> [UInt8] {
    var out = Array("  \"\(name)\": {".utf8)
    for (index, (id, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
      var key = JSONWriter(.compact)
      key.value(id.rawValue)
      var line = JSONWriter(.compact)
      line.object { members(&$0, value) }
      out += Array((index == 0 ? "\n    " : ",\n    ").utf8) + key.bytes
      out += Array(": ".utf8) + line.bytes
    }
    return out + Array((values.isEmpty ? "}" : "\n  }").utf8)
  }
}

extension PermalinkLock {
  /// Reads the file; `nil`, and a finding that says where, when it is broken.
  package init?(_ bytes: [UInt8], diagnostics: inout [Diagnostic]) {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      diagnostics.append(Self.broken(bytes, error))
      return nil
    }
    guard document.version == 1 else {
      diagnostics.append(
        Self.finding(
          "its version is \(document.version); this Waymark knows version 1", bytes, "version",
          hint: "build with the Waymark that wrote it"))
      return nil
    }
    self.init()
    source = document.source.flatMap { LanguageTag($0) }
    do {
      for (id, entry) in document.nodes { nodes[Decisions.Node.ID(id)] = try entry.record(id) }
      for (id, entry) in document.moved ?? [:] { moved[Decisions.Node.ID(id)] = try entry.move(id) }
      for (id, entry) in document.retired ?? [:] {
        retired[Decisions.Node.ID(id)] = try entry.retirement(id)
      }
      try proveCodes()
      try proveMoves()
    } catch {
      diagnostics.append(Self.finding(error.message, bytes, error.id, hint: error.hint))
      return nil
    }
  }

  /// No code names two nodes.
  private func proveCodes() throws(Flaw) {
    var owners: [StepCode: Decisions.Node.ID] = [:]
    let all =
      nodes.map { ($0, $1.code) } + moved.compactMap { id, move in move.code.map { (id, $0) } }
      + retired.map { ($0, $1.code) }
    for (id, code) in all.sorted(by: { $0.0 < $1.0 }) {
      if let other = owners.updateValue(id, forKey: code) {
        throw Flaw(
          id.rawValue, "the code \(code) is given twice: to '\(other)' and to '\(id)'",
          "delete the line of the one that was published last; it gets a new code")
      }
    }
  }

  /// Every move leads to a node that is, or was.
  private func proveMoves() throws(Flaw) {
    for id in moved.keys.sorted() {
      let end = destination(of: id)
      guard nodes[end] == nil, retired[end] == nil else { continue }
      throw Flaw(
        id.rawValue, "'\(id)' moved to '\(end)', which is not listed",
        "run `waymark permalinks move \(id) …` with a node that exists, once you deleted the line")
    }
  }
}

/// What is wrong with an entry.
private struct Flaw: Error {
  let id, message, hint: String

  init(_ id: String, _ message: String, _ hint: String) {
    self.id = id
    self.message = message
    self.hint = hint
  }
}

/// The file as it stands.
private struct Document: Decodable {
  let version: Int
  let source: String?
  let nodes: [String: Entry]
  let moved, retired: [String: Entry]?
}

private struct Entry: Decodable {
  let code, at, key, title, text, to, reason, source: String?
  let was: [String]?

  func record(_ id: String) throws(Flaw) -> PermalinkLock.Record {
    PermalinkLock.Record(
      code: try requiredCode(id), address: at ?? "\(id).html", former: was ?? [],
      key: key.map { Decisions.Node.ID($0) },
      title: title, print: text.flatMap { TextPrint($0) },
      source: source.flatMap { LanguageTag($0) })
  }

  func move(_ id: String) throws(Flaw) -> PermalinkLock.Move {
    guard let to else { throw missing("to", id) }
    return PermalinkLock.Move(
      to: Decisions.Node.ID(to), address: at ?? "\(id).html",
      code: code == nil ? nil : try requiredCode(id))
  }

  func retirement(_ id: String) throws(Flaw) -> PermalinkLock.Retirement {
    guard let reason else { throw missing("reason", id) }
    return PermalinkLock.Retirement(
      code: try requiredCode(id), address: at ?? "\(id).html", title: title, reason: reason,
      replacement: to.map { Decisions.Node.ID($0) })
  }

  private func requiredCode(_ id: String) throws(Flaw) -> StepCode {
    guard let code else { throw missing("code", id) }
    guard let digits = StepCode(code) else {
      throw Flaw(
        id, "'\(code)' is not a step code", "restore the line from the version before the change")
    }
    return digits
  }

  private func missing(_ name: String, _ id: String) -> Flaw {
    Flaw(id, "'\(id)' has no \"\(name)\"", "restore the line from the version before the change")
  }
}

extension PermalinkLock {
  private static func finding(
    _ message: String, _ bytes: [UInt8], _ id: String, hint: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "bad-permalinks", message, at: location(of: id, in: SourceLines(bytes)), hint: hint)
  }

  /// The line on which an entry begins.
  static func location(of id: String, in lines: SourceLines) -> SourceLocation {
    let name = Array("\"\(id)\":".utf8)
    let line = (1...max(1, lines.count)).first { number in
      lines.bytes(of: number).map { $0.drop { $0 == 0x20 }.starts(with: name) } ?? false
    }
    return SourceLocation(fileName, line: line)
  }

  /// Says where JSON breaks: at a merge marker, else where a reader of YAML, of which it is a
  /// part, stumbles.
  private static func broken(_ bytes: [UInt8], _ error: any Error) -> Diagnostic {
    let lines = SourceLines(bytes)
    let markers = (1...max(1, lines.count)).first { number in
      ["<<<<<<<", "=======", ">>>>>>>"].contains { mark in
        lines.bytes(of: number)?.starts(with: Array(mark.utf8)) ?? false
      }
    }
    if let markers {
      return Diagnostic(
        .error, "bad-permalinks", "two versions of the file were not merged",
        at: SourceLocation(fileName, line: markers, column: 1),
        hint: "keep the lines of both, delete the three lines with markers, and build again")
    }
    if case .typeMismatch(_, let context)? = error as? DecodingError,
      let name = context.codingPath.dropFirst().first ?? context.codingPath.first
    {
      return finding(
        "'\(name.stringValue)' holds another kind of value than it should", bytes,
        name.stringValue, hint: "restore the line from the version before the change")
    }
    var place = SourceLocation(fileName)
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      _ = try Yams.compose(yaml: text)
    } catch {
      let flaw = YAMLFlaw(error, in: text)
      place = SourceLocation(fileName, line: flaw.line, column: flaw.column)
    }
    return Diagnostic(
      .error, "bad-permalinks", "it is not valid JSON", at: place,
      hint: "compare it with the version before the last change, and restore what is missing")
  }
}
