import Content
import Diagnostics

/// Groups tab headings with what stands under them (dialect.md, 7).
///
/// A heading is a tab when it holds nothing but a link to `#tab/ID` or `#tab/ID/CONDITION`. A group
/// ends at a thematic break or with the blocks around it.
struct TabReader {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func read(_ blocks: [Block]) -> [Block] {
    guard blocks.hold({ TabHeading($0) != nil }) else { return blocks }
    var out: [Block] = []
    var index = 0
    while index < blocks.count {
      if TabHeading(blocks[index]) != nil {
        index = group(from: index, in: blocks, into: &out)
      } else {
        var inner = self
        out.append(blocks[index].mapChildren { inner.read($0) })
        self = inner
        index += 1
      }
    }
    return out
  }

  /// Adds the group that begins at an index; returns the index behind it.
  private mutating func group(from start: Int, in blocks: [Block], into out: inout [Block]) -> Int {
    let end = end(from: start, in: blocks)
    var tabs: [TabGroup.Tab] = []
    for block in blocks[start..<end] {
      if let heading = TabHeading(block) {
        tabs.append(heading.tab(line: block.line))
      } else {
        tabs[tabs.count - 1].blocks.append(block)
      }
    }
    check(tabs, blocks[start])
    for index in tabs.indices { tabs[index].blocks = read(tabs[index].blocks) }
    out.append(
      Block(.tabs(TabGroup(tabs: tabs)), line: blocks[start].line, file: blocks[start].file))
    let isClosed = end < blocks.count && blocks[end].kind == .thematicBreak
    return isClosed ? end + 1 : end
  }

  /// Where a group ends: at a thematic break, else before a heading that is not below its tabs,
  /// because nobody ended the group.
  private mutating func end(from start: Int, in blocks: [Block]) -> Int {
    let rest = blocks[start...]
    if let end = rest.firstIndex(where: { $0.kind == .thematicBreak }) { return end }
    let level = TabHeading(blocks[start])?.level ?? 1
    let next = rest.firstIndex { block in
      guard case .heading(let heading) = block.kind else { return false }
      return heading.level <= level && TabHeading(block) == nil
    }
    guard let next else { return blocks.count }
    report(
      .warning, "unclosed-tabs", "the tabs are not ended before this heading", blocks[next],
      hint: "write '***' on a line of its own behind the last tab")
    return next
  }

  private mutating func check(_ tabs: [TabGroup.Tab], _ block: Block) {
    var seen: Set<[String]> = []
    for tab in tabs {
      let key = tab.ids + [tab.condition ?? ""]
      if !seen.insert(key).inserted {
        report(
          .warning, "invalid-tabs", "two tabs have the id '\(tab.ids.joined(separator: "+"))'",
          block, hint: "give each tab an id of its own")
      }
    }
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: String, _ block: Block,
    hint: String
  ) {
    diagnostics.append(
      Diagnostic(
        severity, code, message, at: SourceLocation(block.file ?? path, line: block.line),
        hint: hint))
  }
}

/// A heading that begins a tab.
private struct TabHeading {
  let level: Int
  let ids: [String]
  let condition: String?
  let title: Text

  init?(_ block: Block) {
    guard case .heading(let heading) = block.kind,
      heading.text.pieces.contains(where: { $0.source.hold(\.isLinkToPlace) })
    else { return nil }
    let source = heading.text.source.withoutAnchors
    guard source.isOneLink, let link = source.links.first?.link,
      link.destination.lowercased().hasPrefix("#tab/")
    else { return nil }
    let parts = link.destination.dropFirst(5).split(
      separator: "/", omittingEmptySubsequences: false)
    ids = (parts.first ?? "").split(separator: "+").map(String.init)
    guard !ids.isEmpty else { return nil }
    condition = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    level = heading.level
    title = Text(source: heading.text.source.linkText, target: heading.text.target.linkText)
  }

  func tab(line: Int) -> TabGroup.Tab {
    TabGroup.Tab(ids: ids, condition: condition, title: title, blocks: [], line: line)
  }
}

extension Inline {
  /// Whether it is a link to a place on the page, as to `#tab/ID`.
  fileprivate var isLinkToPlace: Bool {
    guard case .link(let link, _) = self else { return false }
    return link.destination.utf8.first == UInt8(ascii: "#")
  }
}

extension [Inline] {
  /// Without places that links may target, and without blanks at the ends.
  fileprivate var withoutAnchors: [Inline] {
    filter { inline in
      if case .anchor = inline { return false }
      if case .text(let text) = inline { return !text.trimmingBlanks.isEmpty }
      return true
    }
  }

  /// Whether it is a link and nothing else, perhaps in a unit.
  fileprivate var isOneLink: Bool {
    guard count == 1 else { return false }
    switch self[0] {
    case .link: return true
    case .unit(_, _, let inner): return inner.withoutAnchors.isOneLink
    default: return false
    }
  }

  /// The same inlines with links replaced by their text.
  fileprivate var linkText: [Inline] {
    flatMap { inline -> [Inline] in
      if case .link(_, let inner) = inline { return inner }
      return [inline.replacingChildren(inline.children.linkText)]
    }
  }
}
