import Content

/// HTML elements that go over several blocks of Markdown: a blank line ends a raw block, and what
/// follows up to the closing tag is Markdown (CommonMark 0.30, section 4.6).
enum OpenElements {
  enum Part {
    case block(Block)
    /// Raw HTML from an opening to its closing tag, with the units in it; a comment with a number
    /// stands for each run of blocks between. `line` is where it begins.
    case enclosing(html: String, units: [TextUnit.Span], inner: [[Block]], line: Int)
  }

  /// Elements whose parts mean nothing alone.
  private static let names = ["table", "ul", "ol", "details", "blockquote", "dl"].map {
    Array($0.utf8)
  }
  /// Further blocks are not looked at for a closing tag.
  private static let maximumBlocks = 2000
  private static let sign = "\u{F8FE}"

  /// The number in a comment that stands for enclosed blocks.
  static func number(in comment: String) -> Int? {
    guard comment.hasPrefix("<!--\(sign)") else { return nil }
    return Int(comment.dropFirst(5).dropLast(3))
  }

  /// Joins the blocks between an opening tag and its closing tag; `nil` when none is opened.
  static func joined(_ blocks: [Block]) -> [Part]? {
    guard blocks.contains(where: { $0.balance > 0 }) else { return nil }
    var out: [Part] = []
    var index = 0
    /// Where a search for a closing tag has failed: behind it none is left to find.
    var failed = 0
    while index < blocks.count {
      if blocks[index].balance > 0, index >= failed {
        if let end = end(from: index, in: blocks) {
          out.append(enclosing(blocks[index...end]))
          index = end + 1
          continue
        }
        failed = index + maximumBlocks
      }
      out.append(.block(blocks[index]))
      index += 1
    }
    return out
  }

  private static func end(from start: Int, in blocks: [Block]) -> Int? {
    var depth = 0
    for index in start..<min(blocks.count, start + maximumBlocks) {
      depth += blocks[index].balance
      if depth <= 0 { return index }
    }
    return nil
  }

  private static func enclosing(_ blocks: ArraySlice<Block>) -> Part {
    var html = ""
    var units: [TextUnit.Span] = []
    var inner: [[Block]] = []
    var wasBlock = false
    for block in blocks {
      if case .html(let text, let spans) = block.kind {
        let shift = html.utf8.count
        units += spans.map {
          .init(id: $0.id, range: $0.range.lowerBound + shift..<$0.range.upperBound + shift)
        }
        html += text
        wasBlock = false
      } else if wasBlock {
        inner[inner.count - 1].append(block)
      } else {
        html += "<!--\(sign)\(inner.count)-->"
        inner.append([block])
        wasBlock = true
      }
    }
    return .enclosing(html: html, units: units, inner: inner, line: blocks.first?.line ?? 0)
  }

  /// How many more of the elements a raw text opens than it closes.
  fileprivate static func balance(of html: String) -> Int {
    let bytes = Array(html.utf8)
    var balance = 0
    for open in bytes.indices where bytes[open] == UInt8(ascii: "<") {
      let isClosing = open + 1 < bytes.count && bytes[open + 1] == UInt8(ascii: "/")
      let start = open + (isClosing ? 2 : 1)
      for name in names where bytes.hasFolded(name, at: start) {
        let end = start + name.count
        guard end < bytes.count, !bytes[end].isLetterOrHyphen else { continue }
        balance += isClosing ? -1 : 1
      }
    }
    return balance
  }
}

extension Block {
  fileprivate var balance: Int {
    guard case .html(let text, _) = kind else { return 0 }
    return OpenElements.balance(of: text)
  }
}
