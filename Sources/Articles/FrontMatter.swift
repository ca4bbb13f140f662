import Diagnostics
import Yams

/// The YAML at the head of an article (dialect.md, 1).
package struct FrontMatter: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let key: String
    /// A scalar's text, or those of a list with commas between them; for an object, nothing.
    package internal(set) var value: String
    /// The 1-based line in the article.
    package let line: Int

    package init(key: String, value: String, line: Int) {
      self.key = key
      self.value = value
      self.line = line
    }
  }

  /// In the author's order.
  package private(set) var entries: [Entry] = []

  package init(_ entries: [Entry] = []) { self.entries = entries }

  /// The value of a key, or `nil` when it is absent or empty.
  package subscript(key: String) -> String? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isEmpty else {
      return nil
    }
    return value
  }

  /// The 1-based line of a key.
  package func line(of key: String) -> Int? { entries.first { $0.key == key }?.line }
}

extension FrontMatter {
  /// Reads front matter that begins on line 2 of `path`; broken YAML is reported and read by line.
  init(parsing bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]) {
    if let plain = PlainFrontMatter.entries(in: bytes) {
      self.init()
      entries = plain
    } else {
      self.init(
        composing: String(decoding: bytes, as: UTF8.self), path: path, diagnostics: &diagnostics)
    }
  }

  /// Reads any YAML with the parser.
  init(composing yaml: String, path: String, diagnostics: inout [Diagnostic]) {
    do {
      guard let node = try Yams.compose(yaml: yaml) else { return }
      guard let mapping = node.mapping else {
        diagnostics.append(Self.notAnObject(path))
        return
      }
      for (key, value) in mapping {
        let line = (key.mark?.line ?? value.mark?.line ?? 1) + 1
        let items = value.sequence?.compactMap(\.scalar?.string).joined(separator: ", ")
        entries.append(
          Entry(key: key.string ?? "", value: value.scalar?.string ?? items ?? "", line: line))
      }
    } catch {
      diagnostics.append(Self.broken(YAMLFlaw(error, in: yaml), path))
      readLines(of: yaml)
    }
  }

  /// Takes `key: value` lines as they are, so that a slip costs no more than its own line.
  private mutating func readLines(of yaml: String) {
    for (index, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let colon = line.firstIndex(of: ":"), line.first.map({ $0.isLetter }) == true else {
        continue
      }
      var value = line[line.index(after: colon)...].drop { $0 == " " }
      if value.count >= 2, let quote = value.first, quote == "\"" || quote == "'",
        value.last == quote
      {
        value = value.dropFirst().dropLast()
      }
      entries.append(Entry(key: String(line[..<colon]), value: String(value), line: index + 2))
    }
  }

  private static func notAnObject(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "front-matter-not-object", "the front matter holds no keys",
      at: SourceLocation(path, line: 1), hint: "write one `key: value` on each line")
  }

  private static func broken(_ flaw: YAMLFlaw, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "front-matter-syntax", "the front matter cannot be read: \(flaw.reason)",
      at: SourceLocation(path, line: flaw.line + 1, column: flaw.column),
      hint: flaw.hint)
  }
}
