import Content
import Diagnostics

/// Puts blocks into the zones, columns and pictures whose directives enclose them, and code into
/// the place of its references (dialect.md, 8 to 10).
struct DirectiveNester {
  let marks: DirectiveMarks
  let path: String
  let pivots: ZonePivots
  let read: FileReader
  private(set) var diagnostics: [Diagnostic] = []
  private var depth = 0

  /// Directives nested deeper enclose nothing.
  private static let maximumDepth = 30

  init(marks: DirectiveMarks, path: String, pivots: ZonePivots, read: @escaping FileReader) {
    self.marks = marks
    self.path = path
    self.pivots = pivots
    self.read = read
  }

  mutating func nest(_ blocks: [Block]) -> [Block] {
    var out: [Block] = []
    var index = 0
    let ends = ends(in: blocks)
    while index < blocks.count {
      if let number = number(of: blocks[index]) {
        index = nest(marks.directives[number], at: index, in: blocks, ends[index], into: &out)
      } else {
        var inner = self
        out.append(blocks[index].mapChildren { inner.nest($0) })
        self = inner
        index += 1
      }
    }
    return out
  }

  private func number(of block: Block) -> Int? {
    guard case .directive(let mark) = block.kind else { return nil }
    return marks.number(inComment: mark)
  }

  /// Where the directives that begin among these blocks end, by index.
  private func ends(in blocks: [Block]) -> [Int: Int] {
    var open: [ColonDirective.Name: [Int]] = [:]
    var found: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() {
      guard let number = number(of: block) else { continue }
      let name = marks.directives[number].name
      if let end = name.end {
        open[end, default: []].append(index)
      } else if let start = open[name]?.popLast() {
        found[start] = index
      }
    }
    return found
  }

  /// Adds what the directive at an index makes; returns the index behind it.
  private mutating func nest(
    _ directive: ColonDirective, at index: Int, in blocks: [Block], _ end: Int?,
    into out: inout [Block]
  ) -> Int {
    let block = blocks[index]
    switch directive.name {
    case .code:
      out.append(code(CodeReference(directive), block))
      return index + 1
    case .form:
      report(.form, directive, "forms are not shown", block)
      return index + 1
    case .video:
      // The mark stands before its video, which is shown without further description.
      guard let end else { return index + 1 }
      out += nest(Array(blocks[(index + 1)..<end]))
      return end + 1
    case .imageEnd, .videoEnd, .rowEnd, .columnEnd, .zoneEnd, .monikerEnd:
      report(.stray, directive, "nothing is open that it could close", block)
      return index + 1
    case .noLoc, .formula: return index + 1
    case .image, .row, .column, .zone, .moniker:
      guard let end, depth < Self.maximumDepth else {
        report(
          .unclosed, directive, "its end is missing in the same list or quote", block)
        return index + 1
      }
      depth += 1
      let inner = nest(Array(blocks[(index + 1)..<end]))
      depth -= 1
      out += enclosed(directive, inner, block)
      return end + 1
    }
  }

  private func enclosed(_ directive: ColonDirective, _ inner: [Block], _ mark: Block) -> [Block] {
    func block(_ kind: Block.Kind) -> [Block] { [Block(kind, line: mark.line, file: mark.file)] }
    switch directive.name {
    case .zone:
      if let target = directive["target"], directive["pivot"] == nil {
        return block(.zone(Zone(.target(target), label: target), inner))
      }
      let ids = directive.pivots
      guard !ids.isEmpty else { return inner }
      let label = ids.map { pivots.title(of: $0) }.joined(separator: ", ")
      return block(.zone(Zone(.pivots(ids), label: label), inner))
    case .moniker:
      guard let range = directive["range"] else { return inner }
      return block(.zone(Zone(.monikers(range), label: range), inner))
    case .image:
      guard case .paragraph(let picture)? = inner.first?.kind else { return inner }
      return block(.figure(picture, description: Array(inner.dropFirst())))
    case .column:
      let span = directive["span"].flatMap { Int($0) } ?? 1
      return block(.columns([Column(span: min(max(span, 1), 12), blocks: inner)]))
    case .row: return block(.columns(columns(of: inner)))
    case .video, .code, .form, .noLoc, .formula, .imageEnd, .videoEnd, .rowEnd, .columnEnd,
      .zoneEnd, .monikerEnd:
      return inner
    }
  }

  /// The columns of a row; blocks between them are a column of their own.
  private func columns(of blocks: [Block]) -> [Column] {
    var found: [Column] = []
    var loose: [Block] = []
    for block in blocks {
      guard case .columns(let columns) = block.kind else {
        loose.append(block)
        continue
      }
      if !loose.isEmpty { found.append(Column(span: 1, blocks: loose)) }
      loose = []
      found += columns
    }
    if !loose.isEmpty { found.append(Column(span: 1, blocks: loose)) }
    return found
  }

  /// The code that a reference names, or its name where the file is missing.
  private mutating func code(_ reference: CodeReference, _ mark: Block) -> Block {
    let file = ContentPath.resolve(ArticleLink.decoding(reference.path), from: mark.file ?? path)
    if let text = file.flatMap(read).flatMap(reference.excerpt) {
      let code = CodeBlock(
        language: reference.language, text: Text(pieces: [.init(source: [.text(text)])]),
        caption: reference.caption)
      return Block(.code(code), line: mark.line, file: mark.file)
    }
    diagnostics.append(
      Diagnostic(
        .warning, "missing-code", "no code '\(reference.path)' to show",
        at: SourceLocation(mark.file ?? path, line: mark.line),
        hint: "add the file or the named part of it, or write the code into the article"))
    return Block(
      .paragraph(Text(pieces: [.init(source: [.code(reference.caption)])])), line: mark.line,
      file: mark.file)
  }

  /// Reports what is wrong in the directives themselves, at the places they have.
  mutating func check(at place: (ColonDirective) -> SourceLocation) {
    for (number, directive) in marks.directives.enumerated()
    where !marks.excluded.contains(number) {
      for fault in directive.faults {
        report(.invalid, directive, fault, at: place(directive))
      }
    }
  }

  private mutating func report(
    _ finding: Finding, _ directive: ColonDirective, _ fault: String, _ block: Block
  ) {
    report(
      finding, directive, fault, at: SourceLocation(block.file ?? path, line: block.line))
  }

  private mutating func report(
    _ finding: Finding, _ directive: ColonDirective, _ fault: String,
    at place: SourceLocation
  ) {
    diagnostics.append(
      Diagnostic(
        finding.severity, finding.code, "':::\(directive.name.rawValue)': \(fault)", at: place,
        hint: finding.hint(for: directive.name)))
  }

  private enum Finding {
    case invalid, unclosed, stray, form

    var code: Diagnostic.Code {
      switch self {
      case .invalid: "invalid-directive"
      case .unclosed: "unclosed-directive"
      case .stray: "stray-directive"
      case .form: "unsupported-form"
      }
    }

    var severity: Diagnostic.Severity { self == .form ? .note : .warning }

    func hint(for name: ColonDirective.Name) -> String {
      switch self {
      case .invalid: "write \(name.pattern)"
      case .unclosed:
        "write ':::\(name.end?.rawValue ?? name.rawValue):::' behind it, with the same indentation"
      case .stray: "remove it, or open it with the same indentation"
      case .form: "link to a page with the form"
      }
    }
  }
}

extension ColonDirective.Name {
  /// How to write it.
  fileprivate var pattern: String {
    switch self {
    case .image: #":::image source="media/x.png" alt-text="What it shows":::"#
    case .video: #":::video source="https://…" title="What it is about":::"#
    case .code: #":::code language="bash" source="samples/x.sh":::"#
    case .zone: #"::: zone pivot="a,b""#
    case .moniker: #"::: moniker range=">= v2""#
    case .noLoc: #":::no-loc text="A name":::"#
    case .column: #":::column span="2":::"#
    case .row, .form, .formula, .imageEnd, .videoEnd, .rowEnd, .columnEnd, .zoneEnd, .monikerEnd:
      ":::\(rawValue):::"
    }
  }
}
