import Articles
import Content
import Diagnostics

/// Two headings of a file with one `<a name>`: links to the name lead to the first.
enum DuplicateAnchors {
  private static let marks = ["<a name=\"", "<a id=\""].map { Array($0.utf8) }

  static func find(in file: MarkdownFile) -> [Diagnostic] {
    var seen: [String: Int] = [:]
    var found: [Diagnostic] = []
    for line in file.lines where line.kind == .text && line.bytes.isHeading {
      for name in names(in: line.bytes) {
        guard let first = seen[name], first != line.number else {
          seen[name] = line.number
          continue
        }
        // A tool that names every heading by its words repeats what the words repeat.
        guard !HeadingID.slug(of: line.bytes.words).contains(name) else { continue }
        found.append(
          Diagnostic(
            .warning, "duplicate-anchor",
            "'\(name)' is also the name of the heading on line \(first)",
            at: SourceLocation(file.path, line: line.number),
            hint: "give this heading another name; links to the name lead to the first"))
      }
    }
    return found
  }

  /// The names on a line, each once: a translation repeats those of its source.
  private static func names(in line: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    for mark in marks {
      var rest = line
      while let start = rest.firstOffset(of: mark) {
        rest = rest[(start + mark.count)...]
        let name = rest.prefix { $0 != UInt8(ascii: "\"") }.text
        if !name.isEmpty, known.insert(name).inserted { names.append(name) }
      }
    }
    return names
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isHeading: Bool {
    drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }.first == UInt8(ascii: "#")
  }

  /// The text without tags.
  fileprivate var words: String {
    var kept: [UInt8] = []
    var rest = self
    while let start = rest.firstIndex(of: UInt8(ascii: "<")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      kept += rest[..<start]
      rest = rest[(end + 1)...]
    }
    return String(decoding: kept + rest, as: UTF8.self)
  }
}
