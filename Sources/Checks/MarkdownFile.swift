import Articles
import Compiler
import Content
package import Diagnostics

/// One Markdown file as its author sees it: lines, and what kind of text each is.
package struct MarkdownFile: Sendable {
  package enum Kind: Sendable { case text, code, frontMatter, comment }

  package struct Line: Sendable {
    /// 1-based.
    package let number: Int
    /// Without the line's end.
    package let bytes: ArraySlice<UInt8>
    package let kind: Kind
  }

  /// Relative to the content folder.
  package let path: String
  /// Every line, in order.
  package let lines: [Line]
  /// The 1-based lines of code fences that nothing closes.
  package let openFences: [Int]

  /// Reads a file as it is on the disk; one that is too large to be an article has no lines.
  package init(path: String, _ bytes: [UInt8]) {
    let isArticle = bytes.count <= SourceText.maximumSize
    self.init(path: path, source: SourceLines(isArticle ? bytes : []))
  }

  package init(path: String, source: SourceLines) {
    self.path = path
    var scanner = LineScanner(frontMatterEnd: Self.endOfFrontMatter(source))
    var lines: [Line] = []
    lines.reserveCapacity(source.count)
    for number in 1...max(1, source.count) {
      let bytes = source.bytes(of: number) ?? []
      lines.append(Line(number: number, bytes: bytes, kind: scanner.kind(of: bytes, number)))
    }
    self.lines = lines
    openFences = scanner.unclosed + [scanner.fence?.line].compactMap { $0 }
  }

  private static func isFrontMatterFence(_ line: ArraySlice<UInt8>?) -> Bool {
    guard var line else { return false }
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    return line.starts(with: Array("---".utf8)) && line.dropFirst(3).allSatisfy(\.isBlank)
  }

  /// The 1-based line of the second `---`; 0 without front matter.
  private static func endOfFrontMatter(_ source: SourceLines) -> Int {
    guard isFrontMatterFence(source.bytes(of: 1)) else { return 0 }
    var number = 2
    while let line = source.bytes(of: number) {
      if isFrontMatterFence(line) { return number }
      number += 1
    }
    return 0
  }
}

extension Inspection {
  /// The article's own file, line by line.
  var file: MarkdownFile { MarkdownFile(path: article.path, bytes) }
}

/// Tells lines of code, comments and front matter from text, one after the other.
private struct LineScanner {
  struct Fence {
    let mark: UInt8
    let length: Int
    let line: Int
    /// Whether a list item holds the fence, so that text further left ends both.
    let isInItem: Bool
  }

  let frontMatterEnd: Int
  var fence: Fence?
  var unclosed: [Int] = []
  private var isInComment = false

  init(frontMatterEnd: Int) { self.frontMatterEnd = frontMatterEnd }

  mutating func kind(of line: ArraySlice<UInt8>, _ number: Int) -> MarkdownFile.Kind {
    if number <= frontMatterEnd { return .frontMatter }
    if isInComment {
      isInComment = !line.contains(Array("-->".utf8))
      return .comment
    }
    if let open = fence {
      if let mark = FenceMark(line), mark.closes(open.mark, open.length) {
        fence = nil
        return .code
      }
      guard open.isInItem, let first = line.first, !first.isBlank, first != 0x3E else {
        return .code
      }
      unclosed.append(open.line)
      fence = nil
    }
    if let mark = FenceMark(line), mark.opens {
      fence = Fence(mark: mark.byte, length: mark.length, line: number, isInItem: mark.isInItem)
      return .code
    }
    let start = line.firstOffset(of: Array("<!--".utf8))
    guard let start, !line[start...].contains(Array("-->".utf8)) else { return .text }
    isInComment = true
    return line[..<start].allSatisfy(\.isBlank) ? .comment : .text
  }
}

/// Three or more backticks or tildes behind the marks of quotes and lists (CommonMark, 4.5).
private struct FenceMark {
  let byte: UInt8
  let length: Int
  let isInItem: Bool
  private let rest: ArraySlice<UInt8>

  init?(_ line: ArraySlice<UInt8>) {
    var content = line.drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    var hasMarker = line.count - content.count >= 4
    if let behind = content.droppingListMarker {
      content = behind
      hasMarker = true
    }
    guard let first = content.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
    else { return nil }
    rest = content.drop { $0 == first }
    length = content.count - rest.count
    guard length >= 3 else { return nil }
    byte = first
    isInItem = hasMarker
  }

  var opens: Bool { byte == UInt8(ascii: "~") || !rest.contains(byte) }

  func closes(_ mark: UInt8, _ count: Int) -> Bool {
    byte == mark && length >= count && rest.allSatisfy(\.isBlank)
  }
}
