import Content
package import Decisions
package import Storage

/// Reads the tree that `TreeWriter` wrote behind an article's blocks.
struct TreeReader {
  /// What stands before all nodes of each.
  private struct Head {
    let id: Node.ID
    let anchor: String
    let title: Caption
  }

  private let blocks: [Block]
  private var heads: [Head]

  /// Reads a tree.
  ///
  /// - Parameters:
  ///   - blocks: the article's.
  ///   - reader: stands where the tree begins.
  /// - Returns: the tree.
  /// - Throws: `Damage` for bytes that no `TreeWriter` wrote behind those blocks.
  static func tree(
    beside blocks: [Block], from reader: inout BinaryReader
  ) throws(BinaryReader.Damage) -> DecisionTree {
    var own = TreeReader(blocks: blocks.withInner, heads: [])
    for _ in 0..<(try reader.readSize()) {
      own.heads.append(try own.head(after: own.heads.last, from: &reader))
    }
    var nodes: [Node] = []
    nodes.reserveCapacity(own.heads.count)
    for head in own.heads { nodes.append(try own.node(head, from: &reader)) }
    var anchors: [String: Node.ID] = [:]
    for _ in 0..<(try reader.readSize()) {
      let anchor: String = try reader.read()
      anchors[anchor] = try own.id(from: &reader)
    }
    return DecisionTree(nodes: nodes, anchors: anchors)
  }

  private func head(
    after former: Head?, from reader: inout BinaryReader
  ) throws(BinaryReader.Damage) -> Head {
    let id = Node.ID(try reader.readText(after: former?.id.rawValue ?? ""))
    let anchor = try reader.readText(after: former?.anchor ?? "")
    guard let place = try reader.read(Int?.self) else {
      return Head(id: id, anchor: anchor, title: try reader.read())
    }
    guard blocks.indices.contains(place), let heading = blocks[place].heading else {
      throw BinaryReader.Damage()
    }
    return Head(id: id, anchor: anchor, title: .text(heading))
  }

  private func node(
    _ head: Head, from reader: inout BinaryReader
  ) throws(BinaryReader.Damage) -> Node {
    let (kind, rule) = (try reader.read(Node.Kind.self), try reader.read(Rule.self))
    let parent = try reader.read(Bool.self) ? try id(from: &reader) : nil
    let line: Int = try reader.read()
    let (explanation, body) = (try shown(from: &reader), try shown(from: &reader))
    var choices: [Choice] = []
    for _ in 0..<(try reader.readSize()) { choices.append(try choice(from: &reader)) }
    var jumps: [Jump] = []
    for _ in 0..<(try reader.readSize()) {
      let text: Text = try reader.read()
      jumps.append(Jump(text: text, target: try target(from: &reader)))
    }
    return Node(
      id: head.id, kind: kind, rule: rule, parent: parent, line: line, title: head.title,
      explanation: explanation, body: body, choices: choices, jumps: jumps, anchor: head.anchor,
      hasOwnPage: try reader.read())
  }

  private func choice(from reader: inout BinaryReader) throws(BinaryReader.Damage) -> Choice {
    let role: Choice.Role = try reader.read()
    let child = try known(from: &reader)
    let target = if let child { child.id } else { try reader.read(Node.ID.self) }
    guard try reader.read(Bool.self) else { return Choice(role, try reader.read(), to: target) }
    guard let child else { throw BinaryReader.Damage() }
    return Choice(role, child.title, to: target)
  }

  private func target(
    from reader: inout BinaryReader
  ) throws(BinaryReader.Damage) -> Jump.Target {
    switch try reader.read(Int.self) {
    case 0: return .node(try id(from: &reader))
    case 1:
      let (id, number) = (try id(from: &reader), try reader.read(Int.self))
      guard let anchor = StepAnchor(try reader.read(String.self)) else {
        throw BinaryReader.Damage()
      }
      return .step(id, number: number, anchor: anchor)
    case 2: return .article(path: try reader.read(), anchor: try reader.read())
    case 3: return .url(try reader.read())
    default: throw BinaryReader.Damage()
    }
  }

  private func id(from reader: inout BinaryReader) throws(BinaryReader.Damage) -> Node.ID {
    if let known = try known(from: &reader) { return known.id }
    return try reader.read()
  }

  /// Reads which of the tree's nodes is meant; `nil` for another, whose id follows.
  private func known(from reader: inout BinaryReader) throws(BinaryReader.Damage) -> Head? {
    guard let place = try reader.read(Int?.self) else { return nil }
    guard heads.indices.contains(place) else { throw BinaryReader.Damage() }
    return heads[place]
  }

  private func shown(from reader: inout BinaryReader) throws(BinaryReader.Damage) -> [Block] {
    var shown: [Block] = []
    for _ in 0..<(try reader.readSize()) {
      if let place = try reader.read(Int?.self) {
        guard blocks.indices.contains(place) else { throw BinaryReader.Damage() }
        shown.append(blocks[place])
      } else {
        shown.append(try reader.read())
      }
    }
    return shown
  }
}

extension Rule: BinaryCodable {}
extension Choice.Role: BinaryCodable {}
extension Phrase: BinaryCodable {}

extension Caption: BinaryCodable {
  package func encode(to writer: inout BinaryWriter) {
    switch self {
    case .text(let text):
      writer.write(0)
      writer.write(text)
    case .phrase(let phrase):
      writer.write(1)
      writer.write(phrase)
    }
  }

  package init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    switch try reader.read(Int.self) {
    case 0: self = .text(try reader.read())
    case 1: self = .phrase(try reader.read())
    default: throw BinaryReader.Damage()
    }
  }
}
