import Content
import Diagnostics

/// Lines such as `##Next`: without a blank behind its marks, a line is no heading (CommonMark, 4.2).
///
/// A single mark before a word is how people write a subject or a number, so it is left alone.
enum UnspacedHeadings {
  static func find(in file: MarkdownFile) -> [Diagnostic] {
    file.lines.compactMap { line in
      guard line.kind == .text else { return nil }
      let text = line.bytes.drop { $0 == UInt8(ascii: " ") }
      let words = text.drop { $0 == UInt8(ascii: "#") }
      let level = text.count - words.count
      guard line.bytes.count - text.count < 4, (2...6).contains(level), let first = words.first,
        first.isLetter || first >= 0x80 || first == UInt8(ascii: "<")
      else { return nil }
      let marks = String(repeating: "#", count: level)
      return Diagnostic(
        .warning, "unspaced-heading", "the line is no heading, since no blank follows its marks",
        at: SourceLocation(file.path, line: line.number, column: line.bytes.count - text.count + 1),
        hint: "write `\(marks) ` before its words, or `\\` before marks that readers should see")
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
