private import CArena
private import CCommonMark
private import Glibc

/// A document as cmark parses it, copied out: nodes in document order, texts in one buffer.
///
/// This is the only file that touches libcmark.
struct CommonMarkTree: Sendable {
  enum Kind: UInt8, Sendable {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  }

  struct Node: Sendable {
    var kind: Kind
    /// The 1-based lines that a block covers; 0 for inlines.
    var startLine: Int32 = 0
    var endLine: Int32 = 0
    /// The 1-based byte column of its first line.
    var startColumn: Int32 = 0
    /// A heading's level, or an ordered list's first number; -1 for a bullet list.
    var number: Int32 = 0
    var isTight = false
    /// The node's own text: a literal, or a link's or picture's address.
    var literal: Range<Int> = 0..<0
    /// A link's or picture's title, or a code block's info string.
    var title: Range<Int> = 0..<0
    /// The index behind the node's last descendant.
    var end = 0
  }

  /// Deeper quotes, lists and marks are left out, and what is in them stands in those around them:
  /// nobody can read it, and it would exhaust the stack.
  static let maximumDepth = 100

  /// In document order, each before its descendants; the first is the document.
  private(set) var nodes: [Node] = []
  /// The bytes that `literal` and `title` point into.
  private(set) var text: [UInt8] = []

  /// Parses CommonMark 0.30; every text is valid CommonMark.
  init(parsing bytes: [UInt8]) {
    text.reserveCapacity(bytes.count)
    nodes.reserveCapacity(bytes.count / 24 + 8)
    // Nothing that cmark makes outlives this function, so that no part of it is freed by itself.
    var memory = cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free)
    defer { arena_reset() }
    withUnsafeMutablePointer(to: &memory) { memory in
      let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
      bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { chars in
          // cmark accepts a null pointer only together with a length of zero, as here.
          cmark_parser_feed(parser, chars.baseAddress, chars.count)
        }
      }
      if let root = cmark_parser_finish(parser) { copy(root) }
    }
  }

  /// The string that a range of `text` holds.
  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// The index of a node's first child; `nil` when it has none.
  func firstChild(of index: Int) -> Int? { index + 1 < nodes[index].end ? index + 1 : nil }

  /// The index of the next child of a node behind one of them; `nil` behind the last.
  func sibling(of child: Int, in index: Int) -> Int? {
    let next = nodes[child].end
    return next < nodes[index].end ? next : nil
  }
}

extension CommonMarkTree {
  /// Copies the tree by walking events, so that deep nesting needs no deep stack.
  private mutating func copy(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    /// The containers around the next node; `nil` for one that is left out.
    var open: [Int?] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let pointer = cmark_iter_get_node(iterator) else { continue }
      if event == CMARK_EVENT_EXIT {
        if let index = open.popLast() ?? nil { nodes[index].end = nodes.count }
        continue
      }
      if open.count > Self.maximumDepth, Self.nests(cmark_node_get_type(pointer)) {
        open.append(nil)
        continue
      }
      nodes.append(node(pointer))
      if isLeaf(nodes[nodes.count - 1].kind) {
        nodes[nodes.count - 1].end = nodes.count
      } else {
        open.append(nodes.count - 1)
      }
    }
  }

  /// Whether nodes of a type can stand inside each other without end.
  private static func nests(_ type: cmark_node_type) -> Bool {
    switch kind(of: type) {
    case .blockQuote, .list, .item, .emphasis, .strong, .link, .image: true
    case .document, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .text, .softBreak,
      .lineBreak, .code, .htmlInline:
      false
    }
  }

  private func isLeaf(_ kind: Kind) -> Bool {
    switch kind {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline:
      true
    case .document, .blockQuote, .list, .item, .paragraph, .heading, .emphasis, .strong, .link,
      .image:
      false
    }
  }

  private mutating func node(_ pointer: OpaquePointer) -> Node {
    let type = cmark_node_get_type(pointer)
    var node = Node(kind: Self.kind(of: type))
    if node.kind.rawValue < Kind.text.rawValue {
      node.startLine = cmark_node_get_start_line(pointer)
      node.endLine = cmark_node_get_end_line(pointer)
      node.startColumn = cmark_node_get_start_column(pointer)
    }
    switch node.kind {
    case .heading: node.number = cmark_node_get_heading_level(pointer)
    case .list:
      let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      node.number = isOrdered ? cmark_node_get_list_start(pointer) : -1
      node.isTight = cmark_node_get_list_tight(pointer) != 0
    case .codeBlock:
      node.literal = append(cmark_node_get_literal(pointer))
      node.title = append(cmark_node_get_fence_info(pointer))
    case .link, .image:
      node.literal = append(cmark_node_get_url(pointer))
      node.title = append(cmark_node_get_title(pointer))
    case .text, .code, .htmlInline, .htmlBlock:
      node.literal = append(cmark_node_get_literal(pointer))
    case .document, .blockQuote, .item, .paragraph, .thematicBreak, .softBreak, .lineBreak,
      .emphasis, .strong:
      break
    }
    return node
  }

  private mutating func append(_ pointer: UnsafePointer<CChar>?) -> Range<Int> {
    let start = text.count
    guard let pointer else { return start..<start }
    let bytes = UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))
    text.append(contentsOf: bytes)
    return start..<text.count
  }

  private static func kind(of type: cmark_node_type) -> Kind {
    switch type {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CUSTOM_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_CUSTOM_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .document
    }
  }
}
