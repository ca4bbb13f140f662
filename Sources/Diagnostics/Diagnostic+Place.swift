extension Diagnostic {
  /// What the message quotes from the author's text, in order: the words between `'` and `'`.
  package var quotedTexts: [String] {
    var found: [String] = []
    var rest = message[...]
    while let open = rest.firstIndex(of: "'") {
      let opens = open == message.startIndex || " (".contains(message[message.index(before: open)])
      rest = rest[message.index(after: open)...]
      guard opens, let close = Self.closingQuote(in: rest) else { continue }
      found.append(String(rest[..<close]))
      rest = rest[message.index(after: close)...]
    }
    return found.filter { !$0.isEmpty }
  }

  private static func closingQuote(in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while let quote = text[index...].firstIndex(of: "'") {
      let next = text.index(after: quote)
      if next == text.endIndex || " ,.:;)".contains(text[next]) { return quote }
      index = next
    }
    return nil
  }

  /// The same finding at the very words that it quotes.
  ///
  /// Rules know the line on which a block begins; the words may stand in it, or in a line below it
  /// in the same block. Without them there, the finding stays where it is.
  package func narrowed(in lines: SourceLines) -> Diagnostic {
    guard location.column == nil, let first = location.line else { return self }
    for text in quotedTexts.flatMap(Self.beginnings(of:)) {
      let wanted = Array(text.utf8)
      var number = first
      while let line = lines.bytes(of: number), number < first + 200 {
        if number > first, line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { break }
        if let offset = line.firstOffset(of: wanted) {
          let column = String(decoding: line[..<offset], as: UTF8.self).count + 1
          return Diagnostic(
            severity, code, message,
            at: SourceLocation(location.path, line: number, column: column), hint: hint)
        }
        number += 1
      }
    }
    return self
  }

  /// A quoted text, then its first words: in the file, mark-up may stand between them.
  private static func beginnings(of text: String) -> [String] {
    let words = text.split(separator: " ")
    return [text]
      + [6, 4, 3].filter { $0 < words.count }.map { words.prefix($0).joined(separator: " ") }
  }

  /// The same finding with another severity.
  package func with(_ severity: Severity) -> Diagnostic {
    Diagnostic(severity, code, message, at: location, hint: hint)
  }
}

extension ArraySlice<UInt8> {
  /// The offset of the first occurrence of some bytes.
  fileprivate func firstOffset(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, wanted.count <= count else { return nil }
    for offset in startIndex...(endIndex - wanted.count) where self[offset] == first {
      if self[offset..<offset + wanted.count].elementsEqual(wanted) { return offset }
    }
    return nil
  }
}
