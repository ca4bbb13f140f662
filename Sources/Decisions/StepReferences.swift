package import Articles
package import Content

/// Links "go to step 4" and "repeat steps 2–5" to the step in the same list (patterns.md, 1, R11).
///
/// The source text decides what is a reference and where it leads. In a translation the link covers
/// the number with the word before it; where the number does not occur, a link `→ 4` follows.
package enum StepReferences {
  /// The article with these links, and with a place to link to in each step that they name.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - language: the language of its source text; of its own text where it has no other.
  /// - Returns: the article; the same where nothing refers to a step.
  package static func linking(
    _ article: Article, in language: LanguageTag = .americanEnglish
  ) -> Article {
    let vocabulary = Vocabulary.reading(article, in: language)
    guard article.blocks.hold({ $0.holdsOwnText { $0.refersToStep(vocabulary) } }) else {
      return article
    }
    var linker = StepLinker(article.blocks, vocabulary)
    let linked = linker.linking(article.blocks)
    guard !linker.targets.isEmpty || linker.linksHeadings else { return article }
    linker.forgetLists()
    return article.replacingBlocks(linker.placing(linked))
  }
}

/// Reads the lists of an article twice in the same order: for the references, then for the places.
private struct StepLinker {
  /// A numbered list, while its text is read.
  struct Scope {
    var name: String
    var numbers: Range<Int>
    /// The number of the item being read; `nil` behind the list.
    var current: Int?
  }

  /// The places that references name.
  private(set) var targets: Set<String> = []
  private(set) var linksHeadings = false
  /// The ids of the headings that are steps, by their numbers; only those that one heading has.
  private let headings: [Int: String]
  private let vocabulary: Vocabulary
  private var heading = ""
  private var lists: [String: Int] = [:]

  init(_ blocks: [Block], _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var found: [Int: [String]] = [:]
    blocks.visit { block in
      guard case .heading(let heading) = block.kind, !heading.id.isEmpty,
        let number = StepNumbers.ofHeading(Words(heading.text), vocabulary)
      else { return }
      found[number, default: []].append(heading.id)
    }
    headings = found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  mutating func forgetLists() {
    lists = [:]
    heading = ""
  }

  /// A numbered list's scope, named after the heading above; `nil` for other blocks.
  private mutating func scope(of block: Block) -> Scope? {
    if case .heading(let found) = block.kind { heading = found.id }
    guard case .list(let list) = block.kind, let start = list.start else { return nil }
    let count = lists[heading, default: 0] + 1
    lists[heading] = count
    return Scope(
      name: count == 1 ? heading : "\(heading)-\(count)", numbers: start..<start + list.items.count)
  }

  /// The blocks with their references linked.
  mutating func linking(_ blocks: [Block], in outer: [Scope] = []) -> [Block] {
    var last: Scope?
    return blocks.map { block in
      let scope = scope(of: block)
      if case .heading = block.kind {
        last = nil
        return block
      }
      guard let scope, case .list(var list) = block.kind, let start = list.start else {
        let scopes = outer + [last].compactMap { $0 }
        return block.mapChildren { linking($0, in: scopes) }.mapOwnTexts { linking($0, in: scopes) }
      }
      for index in list.items.indices {
        var inner = scope
        inner.current = start + index
        list.items[index] = linking(list.items[index], in: outer + [inner])
      }
      last = scope
      return Block(.list(list), line: block.line, file: block.file)
    }
  }

  private mutating func linking(_ text: Text, in scopes: [Scope]) -> Text {
    guard text.pieces.contains(where: { $0.source.holdsDigit }) else { return text }
    return Text(
      pieces: text.pieces.map { piece in
        guard piece.source.holdsDigit,
          let numbers = StepNumbers(in: Words(piece.source), vocabulary),
          let name = target(of: numbers, in: scopes),
          let linked = StepCover(numbers, Link(destination: "#\(name)"), vocabulary)
            .covering(piece)
        else { return piece }
        if StepAnchor(name) == nil { linksHeadings = true } else { targets.insert(name) }
        return linked
      })
  }

  /// The place of a step: in the outermost list that has it, else the heading that is the step.
  private func target(of numbers: StepNumbers, in scopes: [Scope]) -> String? {
    let scope = scopes.first { scope in
      scope.numbers.contains(numbers.first) && numbers.first != scope.current
        && numbers.last.map { scope.numbers.contains($0) } ?? true
    }
    if let scope { return StepAnchor(numbers.first, in: scope.name).name }
    return headings[numbers.first]
  }

  /// The blocks with a place in each step that a reference names.
  mutating func placing(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      guard let scope = scope(of: block), case .list(var list) = block.kind else {
        return block.mapChildren { placing($0) }
      }
      for (index, number) in zip(list.items.indices, scope.numbers) {
        let inner = placing(list.items[index])
        let name = StepAnchor(number, in: scope.name).name
        list.items[index] = targets.contains(name) ? inner.beginning(with: name) : inner
      }
      return Block(.list(list), line: block.line, file: block.file)
    }
  }
}

extension [Block] {
  /// The blocks with a place at their start.
  fileprivate func beginning(with name: String) -> [Block] {
    var out = self
    if let first, case .paragraph(var text) = first.kind, !text.pieces.isEmpty {
      text.pieces[0].source.insert(.anchor(name), at: 0)
      text.pieces[0].translation?.insert(.anchor(name), at: 0)
      out[0] = Block(.paragraph(text), line: first.line, file: first.file)
    } else {
      let place = Text(pieces: [Text.Piece(source: [.anchor(name)])])
      out.insert(Block(.paragraph(place), line: first?.line ?? 1, file: first?.file), at: 0)
    }
    return out
  }
}

extension Text {
  /// Whether a sentence of it sends the reader to a step.
  fileprivate func refersToStep(_ vocabulary: Vocabulary) -> Bool {
    pieces.contains { piece in
      piece.source.holdsDigit && StepNumbers(in: Words(piece.source), vocabulary) != nil
    }
  }
}

extension [Inline] {
  /// Whether it shows a number; most text is passed over here.
  fileprivate var holdsDigit: Bool {
    for index in indices {
      switch self[index] {
      case .text(let text): if text.utf8Span.span.holds(0x30...0x39) { return true }
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .element(_, let inner),
        .unit(_, _, let inner):
        if inner.holdsDigit { return true }
      case .code, .softBreak, .lineBreak, .image, .anchor, .tag: continue
      }
    }
    return false
  }
}
