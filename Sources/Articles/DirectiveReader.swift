import Content
import Diagnostics

/// Turns quotes that begin with a marker into alerts, divisions and videos (dialect.md, 3 to 5).
enum DirectiveReader {
  static func read(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      guard case .quote(let inner) = block.kind else { return [block.mapChildren(read)] }
      return sections(of: read(inner), around: block)
    }
  }

  /// Cuts a quote where a marker begins a paragraph or a line of one.
  private static func sections(of blocks: [Block], around quote: Block) -> [Block] {
    var out: [Block] = []
    var marker: QuoteMarker?
    var content: [Block] = []
    var line = quote.line
    func close() {
      if let block = marker.block(around: content, line: line, file: quote.file) {
        out.append(block)
      }
      content = []
    }
    for block in blocks {
      guard case .paragraph(let text) = block.kind else {
        content.append(block)
        continue
      }
      for part in QuoteMarker.split(text) {
        if let next = part.marker {
          close()
          marker = next
          line = block.line
        }
        if !part.text.isBlank {
          content.append(Block(.paragraph(part.text), line: block.line, file: block.file))
        }
      }
    }
    close()
    return out
  }
}

/// What the first line of a quote says the quote is.
enum QuoteMarker: Hashable {
  case alert(AlertKind)
  case division(String)
  case video(String)

  /// Reads `[!NOTE]`, `[!div class="x"]` or `[!VIDEO https://…]` alone on its line.
  init?(_ line: String) {
    let text = line.trimmingBlanks
    guard text.hasPrefix("[!"), text.hasSuffix("]") else { return nil }
    let inside = text.dropFirst(2).dropLast()
    if let alert = AlertKind(rawValue: inside.lowercased()) {
      self = .alert(alert)
    } else if inside.lowercased().hasPrefix("div ") || inside.lowercased() == "div" {
      self = .division(Self.className(in: inside))
    } else if inside.lowercased().hasPrefix("video ") {
      let address = inside.dropFirst(6).drop { $0 == " " }
      guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
      self = .video(String(address))
    } else {
      return nil
    }
  }

  /// The classes of DocFX sections that mean something; any other is none.
  private static func className(in attributes: Substring) -> String {
    let known = [
      "checklist", "nextstepaction", "op_single_selector", "op_multi_selector", "button",
    ]
    return known.first { attributes.contains($0) } ?? ""
  }

  struct Part {
    var marker: QuoteMarker?
    var text: Text
  }

  /// Cuts a paragraph before each line that is a marker.
  static func split(_ text: Text) -> [Part] {
    guard text.source.plainText.contains("[!") else { return [Part(text: text)] }
    let source = lines(of: text.source)
    let target = lines(of: text.target)
    let markers = source.map { QuoteMarker($0.plainText) }
    guard markers.contains(where: { $0 != nil }) else { return [Part(text: text)] }
    var parts: [Part] = []
    var sourceRun: [[Inline]] = []
    var targetRun: [[Inline]] = []
    func flush(_ marker: QuoteMarker?) {
      let part = Text(source: joined(sourceRun), target: joined(targetRun))
      if let last = parts.indices.last, parts[last].text.isBlank {
        parts[last].text = part
      } else {
        parts.append(Part(text: part))
      }
      (sourceRun, targetRun) = ([], [])
      if let marker { parts.append(Part(marker: marker, text: .empty)) }
    }
    for (index, marker) in markers.enumerated() {
      if let marker {
        flush(marker)
      } else {
        sourceRun.append(source[index])
        if source.count == target.count { targetRun.append(target[index]) }
      }
    }
    if source.count != target.count {
      targetRun = target.filter { QuoteMarker($0.plainText) == nil }
    }
    flush(nil)
    return parts
  }

  private static func lines(of inlines: [Inline]) -> [[Inline]] {
    inlines.split(separator: .softBreak, omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func joined(_ lines: [[Inline]]) -> [Inline] {
    Array(lines.joined(separator: [.softBreak]))
  }
}

extension QuoteMarker? {
  /// The block for a run of content behind a marker, or behind none.
  fileprivate func block(around content: [Block], line: Int, file: String?) -> Block? {
    switch self {
    case .video(let address)?: return Block(.video(Video(source: address)), line: line, file: file)
    case .alert(let kind)?: return Block(.alert(kind, content), line: line, file: file)
    case .division(let name)?: return Block(.division(name, content), line: line, file: file)
    case nil: return content.isEmpty ? nil : Block(.quote(content), line: line, file: file)
    }
  }
}

extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " || text.first == "\t" || text.first == "\n" { text.removeFirst() }
    while text.last == " " || text.last == "\t" || text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
