extension Block {
  /// The blocks directly inside this one, in document order; of a table, all its cells'.
  package var children: [Block] {
    switch kind {
    case .quote(let inner), .alert(_, let inner), .division(_, let inner), .details(_, let inner),
      .zone(_, let inner), .figure(_, let inner):
      inner
    case .tabs(let group): group.tabs.flatMap(\.blocks)
    case .columns(let columns): columns.flatMap(\.blocks)
    case .list(let list): list.items.flatMap { $0 }
    case .table(let table):
      table.header.flatMap(\.blocks) + table.rows.flatMap { $0.flatMap(\.blocks) }
    case .heading, .paragraph, .code, .video, .thematicBreak, .html, .directive: []
    }
  }

  /// The texts of this block and all inside it, in document order.
  package var texts: [Text] {
    if case .paragraph(let text) = kind { return [text] }
    var found: [Text] = []
    visitTexts { found.append($0) }
    return found
  }

  /// Calls `body` with the texts of this block and all inside it, in document order.
  package func visitTexts(_ body: (Text) -> Void) {
    switch kind {
    case .heading(let heading): body(heading.text)
    case .paragraph(let text): body(text)
    case .code(let code): body(code.text)
    case .video(let video): body(video.title)
    case .details(let text, let inner), .figure(let text, let inner):
      body(text)
      inner.visitTexts(body)
    case .quote(let inner), .alert(_, let inner), .division(_, let inner), .zone(_, let inner):
      inner.visitTexts(body)
    case .tabs(let group):
      for tab in group.tabs {
        body(tab.title)
        tab.blocks.visitTexts(body)
      }
    case .columns(let columns): for column in columns { column.blocks.visitTexts(body) }
    case .list(let list): for item in list.items { item.visitTexts(body) }
    case .table(let table):
      for cell in table.header { cell.blocks.visitTexts(body) }
      for row in table.rows { for cell in row { cell.blocks.visitTexts(body) } }
    case .thematicBreak, .html, .directive: break
    }
  }

  /// The texts of this block alone, without those of the blocks inside it.
  package var ownTexts: [Text] {
    switch kind {
    case .heading(let heading): [heading.text]
    case .paragraph(let text): [text]
    case .code(let code): [code.text]
    case .details(let summary, _): [summary]
    case .tabs(let group): group.tabs.map(\.title)
    case .figure(let picture, _): [picture]
    case .video(let video): [video.title]
    case .quote, .alert, .division, .zone, .columns, .list, .table, .thematicBreak, .html,
      .directive:
      []
    }
  }

  /// Calls `body` with the texts of this block alone.
  package func visitOwnTexts(_ body: (Text) -> Void) {
    _ = holdsOwnText { text in
      body(text)
      return false
    }
  }

  /// Whether a test holds for one of the texts of this block alone.
  package func holdsOwnText(where test: (Text) -> Bool) -> Bool {
    switch kind {
    case .heading(let heading): test(heading.text)
    case .paragraph(let text), .details(let text, _), .figure(let text, _): test(text)
    case .code(let code): test(code.text)
    case .tabs(let group): group.tabs.contains { test($0.title) }
    case .video(let video): test(video.title)
    case .quote, .alert, .division, .zone, .columns, .list, .table, .thematicBreak, .html,
      .directive:
      false
    }
  }

  /// The same block with every text in it replaced, in document order; the titles of tabs come before
  /// what is in them.
  package func mapTexts(_ transform: (Text) -> Text) -> Block {
    mapOwnTexts(transform).mapChildren { $0.map { $0.mapTexts(transform) } }
  }

  /// The same block with its own texts replaced, and the blocks inside it as they are.
  package func mapOwnTexts(_ transform: (Text) -> Text) -> Block {
    var out = self
    switch kind {
    case .heading(var heading):
      heading.text = transform(heading.text)
      out.kind = .heading(heading)
    case .paragraph(let text): out.kind = .paragraph(transform(text))
    case .code(var code):
      code.text = transform(code.text)
      out.kind = .code(code)
    case .details(let summary, let inner):
      out.kind = .details(summary: transform(summary), inner)
    case .tabs(var group):
      for index in group.tabs.indices {
        group.tabs[index].title = transform(group.tabs[index].title)
      }
      out.kind = .tabs(group)
    case .video(var video):
      video.title = transform(video.title)
      out.kind = .video(video)
    case .figure(let picture, let inner):
      out.kind = .figure(transform(picture), description: inner)
    case .quote, .alert, .division, .zone, .columns, .list, .table, .thematicBreak, .html,
      .directive:
      break
    }
    return out
  }

  /// Whether a test holds for one of the sequences of blocks directly inside this one.
  package func holdsSequence(where test: ([Block]) -> Bool) -> Bool {
    switch kind {
    case .quote(let inner), .alert(_, let inner), .division(_, let inner), .details(_, let inner),
      .zone(_, let inner), .figure(_, let inner):
      test(inner)
    case .tabs(let group): group.tabs.contains { test($0.blocks) }
    case .columns(let columns): columns.contains { test($0.blocks) }
    case .list(let list): list.items.contains(where: test)
    case .table(let table):
      table.header.contains { test($0.blocks) }
        || table.rows.contains { $0.contains { test($0.blocks) } }
    case .heading, .paragraph, .code, .video, .thematicBreak, .html, .directive: false
    }
  }

  /// Whether a test holds for this block or one inside it; parents come before children.
  ///
  /// It makes nothing, so that a pass over an article can ask what it need not build anew.
  package func holds(_ test: (Block) -> Bool) -> Bool {
    test(self) || holdsSequence { $0.hold(test) }
  }

  /// The same block with other blocks directly inside; only for blocks that hold plain sequences.
  package func mapChildren(_ transform: ([Block]) -> [Block]) -> Block {
    var out = self
    switch kind {
    case .quote(let inner): out.kind = .quote(transform(inner))
    case .alert(let alert, let inner): out.kind = .alert(alert, transform(inner))
    case .division(let name, let inner): out.kind = .division(name, transform(inner))
    case .details(let summary, let inner):
      out.kind = .details(summary: summary, transform(inner))
    case .list(var list):
      list.items = list.items.map(transform)
      out.kind = .list(list)
    case .table(var table):
      table.header = table.header.map { .init(blocks: transform($0.blocks)) }
      table.rows = table.rows.map { $0.map { .init(blocks: transform($0.blocks)) } }
      out.kind = .table(table)
    case .tabs(var group):
      for index in group.tabs.indices {
        group.tabs[index].blocks = transform(group.tabs[index].blocks)
      }
      out.kind = .tabs(group)
    case .zone(let zone, let inner): out.kind = .zone(zone, transform(inner))
    case .columns(let columns):
      out.kind = .columns(columns.map { Column(span: $0.span, blocks: transform($0.blocks)) })
    case .figure(let picture, let inner):
      out.kind = .figure(picture, description: transform(inner))
    case .heading, .paragraph, .code, .video, .thematicBreak, .html, .directive: break
    }
    return out
  }

  /// The units in it, in document order.
  package var units: [TextUnit.ID] { texts.flatMap(\.units) }
}

extension [Block] {
  /// Calls `body` with every text in the blocks, in document order.
  package func visitTexts(_ body: (Text) -> Void) {
    for block in self { block.visitTexts(body) }
  }

  /// Every text in the blocks, in document order.
  package var texts: [Text] {
    var found: [Text] = []
    visitTexts { found.append($0) }
    return found
  }

  /// Calls `body` with every block, parents before children, in document order.
  package func visit(_ body: (Block) -> Void) {
    _ = hold { block in
      body(block)
      return false
    }
  }

  /// Whether a test holds for one of the blocks or one inside them; parents come before children.
  package func hold(_ test: (Block) -> Bool) -> Bool { contains { $0.holds(test) } }
}
