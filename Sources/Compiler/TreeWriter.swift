import Content
import Decisions
import Storage

/// Writes the tree of an article behind the article's blocks, as `TreeReader` reads it.
///
/// Most of what nodes show stands among those blocks, and is written as its place there; nodes that
/// name others do so by their places as well, and names that begin alike share their beginnings.
struct TreeWriter {
  private let tree: DecisionTree
  private let places: BlockPlaces

  /// - Parameters:
  ///   - tree: what to write.
  ///   - blocks: the article's.
  init(_ tree: DecisionTree, beside blocks: [Block]) {
    self.tree = tree
    places = BlockPlaces(of: blocks.withInner)
  }

  func write(to writer: inout BinaryWriter) {
    writer.write(tree.nodes.count)
    // What other nodes refer to stands before all of them.
    var former: Node?
    for node in tree.nodes {
      writer.write(node.id.rawValue, after: former?.id.rawValue ?? "")
      writer.write(node.anchor, after: former?.anchor ?? "")
      let heading = places.heading(node.title, atLine: node.line)
      writer.write(heading)
      if heading == nil { writer.write(node.title) }
      former = node
    }
    for node in tree.nodes { write(node, to: &writer) }
    writer.write(tree.anchors.count)
    for (anchor, id) in tree.anchors {
      writer.write(anchor)
      write(id, to: &writer)
    }
  }

  private func write(_ node: Node, to writer: inout BinaryWriter) {
    writer.write(node.kind)
    writer.write(node.rule)
    writer.write(node.parent != nil)
    if let parent = node.parent { write(parent, to: &writer) }
    writer.write(node.line)
    write(node.explanation, to: &writer)
    write(node.body, to: &writer)
    writer.write(node.choices.count)
    for choice in node.choices {
      writer.write(choice.role)
      write(choice.target, to: &writer)
      let isTitle = tree[choice.target]?.title == choice.label
      writer.write(isTitle)
      if !isTitle { writer.write(choice.label) }
    }
    writer.write(node.jumps.count)
    for jump in node.jumps {
      writer.write(jump.text)
      write(jump.target, to: &writer)
    }
    writer.write(node.hasOwnPage)
  }

  private func write(_ target: Jump.Target, to writer: inout BinaryWriter) {
    switch target {
    case .node(let id):
      writer.write(0)
      write(id, to: &writer)
    case .step(let id, let number, let anchor):
      writer.write(1)
      write(id, to: &writer)
      writer.write(number)
      writer.write(anchor.name)
    case .article(let path, let anchor):
      writer.write(2)
      writer.write(path)
      writer.write(anchor)
    case .url(let address):
      writer.write(3)
      writer.write(address)
    }
  }

  /// Writes the place of a node, or the id of one that the tree lacks.
  private func write(_ id: Node.ID, to writer: inout BinaryWriter) {
    let place = tree.position(of: id)
    writer.write(place)
    if place == nil { writer.write(id) }
  }

  private func write(_ blocks: [Block], to writer: inout BinaryWriter) {
    writer.write(blocks.count)
    for block in blocks {
      let place = places.place(of: block)
      writer.write(place)
      if place == nil { writer.write(block) }
    }
  }
}

/// Finds blocks among those of an article.
private struct BlockPlaces {
  /// Of so many blocks that begin on one line, others are not looked at.
  private static let limit = 16

  private let blocks: [Block]
  /// For each line, the last block that begins there.
  private var last: [Int: Int] = [:]
  /// For each block, the one before it that begins on the same line.
  private var former: [Int?] = []

  init(of blocks: [Block]) {
    self.blocks = blocks
    last.reserveCapacity(blocks.count)
    former.reserveCapacity(blocks.count)
    for (place, block) in blocks.enumerated() {
      former.append(last.updateValue(place, forKey: block.line))
    }
  }

  func place(of block: Block) -> Int? {
    place(atLine: block.line) { $0 == block }
  }

  /// Finds the heading whose words a node stands under.
  func heading(_ title: Caption, atLine line: Int) -> Int? {
    guard case .text(let text) = title else { return nil }
    return place(atLine: line) { $0.heading == text }
  }

  private func place(atLine line: Int, where test: (Block) -> Bool) -> Int? {
    var next = last[line]
    for _ in 0..<Self.limit {
      guard let place = next else { return nil }
      if test(blocks[place]) { return place }
      next = former[place]
    }
    return nil
  }
}

extension Block {
  /// The words of a heading.
  var heading: Text? {
    guard case .heading(let heading) = kind else { return nil }
    return heading.text
  }
}

extension [Block] {
  /// The blocks and all inside them, parents before their children.
  var withInner: [Block] {
    var found: [Block] = []
    visit { found.append($0) }
    return found
  }
}
