import Compiler
import Content
import Decisions
import JSON

/// The words of a text on both sides and its units, in buffers that serve one text after another.
struct GatheredWords {
  private(set) var target: [UInt8] = []
  /// Of use only where `isTranslated`.
  private(set) var source: [UInt8] = []
  private(set) var units: [TextUnit.ID] = []
  private(set) var isTranslated = false
  private var isEmpty = true

  /// Takes a text alone.
  mutating func gather(_ text: Text) {
    removeAll()
    add(text)
  }

  /// Takes every text of some blocks that shows anything, each on a line.
  mutating func gather(_ blocks: [Block]) {
    removeAll()
    blocks.visitTexts { if !$0.isBlank { add($0) } }
  }

  private mutating func removeAll() {
    target.removeAll(keepingCapacity: true)
    source.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    (isTranslated, isEmpty) = (false, true)
  }

  private mutating func add(_ text: Text) {
    if !isEmpty {
      target.append(0x0A)
      source.append(0x0A)
    }
    isEmpty = false
    for index in text.pieces.indices { add(text.pieces[index]) }
  }

  private mutating func add(_ piece: Text.Piece) {
    let start = target.count
    piece.appendTargetWords(to: &target)
    if piece.translation == nil {
      source += target[start...]
    } else {
      isTranslated = true
      piece.source.appendPlainText(to: &source)
    }
    piece.source.appendUnits(to: &units)
  }
}

extension JSONWriter {
  /// Writes a node as `TreeDocument.Node` has it, without making one.
  mutating func write(
    _ node: Node, _ converter: TreeConverter, _ words: inout GatheredWords
  ) {
    object { json in
      json.member("id", node.id.rawValue)
      json.member("code", converter.code(of: node))
      json.member("kind", node.kind.rawValue)
      json.member("article", converter.entry.id)
      json.member("parent", node.parent?.rawValue)
      json.member("line", converter.line(of: node))
      json.member("title", node.title, converter, &words)
      if !node.explanation.isEmpty { json.member("explanation", node.explanation, &words) }
      json.member("body", converter.body(of: node), &words)
      json.writeSteps(of: node, converter, &words)
      json.writeChoices(of: node, converter, &words)
      json.writeJumps(of: node, converter)
    }
  }

  private mutating func writeSteps(
    of node: Node, _ converter: TreeConverter, _ words: inout GatheredWords
  ) {
    guard let steps = converter.steps(of: node) else { return }
    key("steps")
    array { json in
      for step in steps {
        words.gather(step)
        json.write(words)
      }
    }
  }

  private mutating func writeChoices(
    of node: Node, _ converter: TreeConverter, _ words: inout GatheredWords
  ) {
    key("choices")
    array { json in
      for choice in node.choices {
        json.object { json in
          json.member("role", choice.role.rawValue)
          json.member("label", choice.label, converter, &words)
          json.member("to", choice.target.rawValue)
        }
      }
    }
  }

  private mutating func writeJumps(of node: Node, _ converter: TreeConverter) {
    guard !node.jumps.isEmpty else { return }
    key("jumps")
    array { json in
      for jump in node.jumps { json.write(converter.jump(jump)) }
    }
  }

  private mutating func write(_ jump: TreeDocument.Jump) {
    object { json in
      json.member("text", jump.text)
      json.member("to", jump.to)
      json.member("step", jump.step)
      json.member("url", jump.url)
    }
  }

  private mutating func member(
    _ name: StaticString, _ caption: Caption, _ converter: TreeConverter,
    _ words: inout GatheredWords
  ) {
    key(name)
    switch caption {
    case .text(let text):
      words.gather(text)
      write(words)
    case .phrase(let phrase):
      object { json in
        json.member("text", converter.phrases[phrase])
        json.key("units")
        json.array { _ in }
      }
    }
  }

  private mutating func member(
    _ name: StaticString, _ blocks: [Block], _ words: inout GatheredWords
  ) {
    key(name)
    words.gather(blocks)
    write(words)
  }

  private mutating func write(_ words: GatheredWords) {
    object { json in
      json.key("text")
      json.value(utf8: words.target)
      if words.isTranslated {
        json.key("source")
        json.value(utf8: words.source)
      }
      json.key("units")
      json.array { json in
        for unit in words.units { json.value(unit.rawValue) }
      }
    }
  }
}
