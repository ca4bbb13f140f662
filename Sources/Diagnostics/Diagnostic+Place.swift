extension Diagnostic {
  /// What the message quotes from the author's text, in order: the words between `'` and `'`.
  package var quotedTexts: [String] {
    quotations.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same as UTF-8.
  private var quotations: [ArraySlice<UInt8>] {
    let quote = UInt8(ascii: "'")
    let bytes = Array(message.utf8)
    var found: [ArraySlice<UInt8>] = []
    var start = 0
    while let open = bytes[start...].firstIndex(of: quote) {
      let opens = open == 0 || " (".utf8.contains(bytes[open - 1])
      start = open + 1
      guard opens, let close = Self.closingQuote(in: bytes[start...]) else { continue }
      if close > start { found.append(bytes[start..<close]) }
      start = close + 1
    }
    return found
  }

  private static func closingQuote(in text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { index in
      text[index] == UInt8(ascii: "'")
        && (index + 1 == text.endIndex || " ,.:;)".utf8.contains(text[index + 1]))
    }
  }

  /// The same finding at the very words that it quotes.
  ///
  /// Rules know the line on which a block begins; the words may stand in it, or in a line below it
  /// in the same block. Without them there, the finding stays where it is.
  package func narrowed(in lines: SourceLines) -> Diagnostic {
    guard location.column == nil, let first = location.line else { return self }
    for text in quotations {
      guard let place = Self.place(of: text, in: lines, from: first) else { continue }
      let column = String(decoding: place.before, as: UTF8.self).count + 1
      return Diagnostic(
        severity, code, message,
        at: SourceLocation(location.path, line: place.line, column: column), hint: hint)
    }
    return self
  }

  /// Where a quoted text stands, else its first words: in the file, mark-up may stand between them.
  ///
  /// - Returns: the line, and what stands before the text there.
  private static func place(
    of text: ArraySlice<UInt8>, in lines: SourceLines, from first: Int
  ) -> (line: Int, before: ArraySlice<UInt8>)? {
    if let place = firstPlace(of: text, in: lines, from: first) { return place }
    let space = UInt8(ascii: " ")
    let words = text.split(separator: space)
    for count in [6, 4, 3] where count < words.count {
      let beginning = Array(words.prefix(count).joined(separator: [space]))
      if let place = firstPlace(of: beginning[...], in: lines, from: first) { return place }
    }
    return nil
  }

  /// Looks for a text in a line and those below it up to a blank one, 200 at most.
  private static func firstPlace(
    of text: ArraySlice<UInt8>, in lines: SourceLines, from first: Int
  ) -> (line: Int, before: ArraySlice<UInt8>)? {
    for number in first..<first + 200 {
      guard let line = lines.bytes(of: number) else { return nil }
      if number > first, line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
      if let offset = line.firstOffset(of: text) { return (number, line[..<offset]) }
    }
    return nil
  }

  /// The same finding with another severity.
  package func with(_ severity: Severity) -> Diagnostic {
    Diagnostic(severity, code, message, at: location, hint: hint)
  }
}

extension ArraySlice<UInt8> {
  /// The offset of the first occurrence of some bytes.
  fileprivate func firstOffset(of wanted: ArraySlice<UInt8>) -> Int? {
    guard let first = wanted.first, wanted.count <= count else { return nil }
    for offset in startIndex...(endIndex - wanted.count) where self[offset] == first {
      if self[offset..<offset + wanted.count].elementsEqual(wanted) { return offset }
    }
    return nil
  }
}
