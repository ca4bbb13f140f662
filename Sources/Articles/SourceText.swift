import Content
import Diagnostics

/// A file's bytes made safe to read: UTF-8, `\n` line ends, no byte order mark, no controls.
package struct SourceText {
  /// Larger files are not articles; they would only exhaust the memory.
  package static let maximumSize = 8 << 20

  private(set) var bytes: [UInt8]

  init(_ raw: [UInt8], path: String, diagnostics: inout [Diagnostic]) {
    bytes = raw
    guard raw.count <= Self.maximumSize else {
      diagnostics.append(
        Diagnostic(
          .error, "file-too-large",
          "the file has \(raw.count >> 20) MB; an article has at most 8, so it was left out",
          at: SourceLocation(path), hint: "split the article into smaller ones"))
      bytes = []
      return
    }
    if let text = Self.decodingUTF16(bytes) {
      bytes = text
      diagnostics.append(
        Diagnostic(
          .warning, "wrong-encoding", "the file is UTF-16, which other tools may not read",
          at: SourceLocation(path),
          hint: "save it as UTF-8: choose that encoding under \"Save as\" in your editor"))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.span.holds(0x0D) { normalizeLineEnds() }
    repair(path: path, diagnostics: &diagnostics)
    if ControlCharacter.mayStand(in: bytes.span) {
      removeControls(path: path, diagnostics: &diagnostics)
    }
  }

  /// A file's bytes as the rules for lines read them: UTF-8, also where the file is UTF-16.
  package static func utf8(_ raw: [UInt8]) -> [UInt8] {
    raw.count > maximumSize ? raw : decodingUTF16(raw) ?? raw
  }

  /// The text of a file that begins with UTF-16's byte order mark, as UTF-8; `nil` for any other.
  ///
  /// Half a character is shown as U+FFFD, so that nothing is lost without a trace.
  private static func decodingUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    let isBig = bytes.starts(with: [0xFE, 0xFF])
    // UTF-32 begins in the same way, and goes on with zeros.
    guard isBig || bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFF, 0xFE, 0, 0]) else {
      return nil
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
    }
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func repair(path: String, diagnostics: inout [Diagnostic]) {
    let hasNul = bytes.span.holds(0)
    guard hasNul || !Self.isUTF8(bytes) else { return }
    diagnostics.append(
      Diagnostic(
        .warning, "invalid-text",
        hasNul ? "the file holds NUL bytes" : "the file is not valid UTF-8",
        at: SourceLocation(path, line: firstBadLine()),
        hint: "save the file as UTF-8; unreadable bytes are shown as \u{FFFD}"))
    let repaired = String(decoding: bytes, as: UTF8.self)
    bytes = Array(repaired.replacing("\0", with: "\u{FFFD}").utf8)
  }

  /// Takes out control characters, which a terminal obeys, and the embeddings and overrides of
  /// Unicode's bidirectional algorithm (UAX #9, section 2), which show words in another order.
  private mutating func removeControls(path: String, diagnostics: inout [Diagnostic]) {
    guard let first = ControlCharacter.ranges(in: bytes, limit: 1).first else { return }
    let line = bytes[..<first.lowerBound].count { $0 == 0x0A } + 1
    diagnostics.append(
      Diagnostic(
        .warning, "control-character",
        "the file holds control characters; they were left out",
        at: SourceLocation(path, line: line), hint: "delete them in an editor that shows them"))
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var start = 0
    for range in ControlCharacter.ranges(in: bytes, limit: .max) {
      kept += bytes[start..<range.lowerBound]
      start = range.upperBound
    }
    bytes = kept + bytes[start...]
  }

  private mutating func normalizeLineEnds() {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0D {
        out.append(0x0A)
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      } else {
        out.append(bytes[index])
      }
      index += 1
    }
    bytes = out
  }

  private func firstBadLine() -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if part.contains(0) || !Self.isUTF8(Array(part)) { return line }
      line += 1
    }
    return 1
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let all = bytes.span
    var index = 0
    while index < all.count {
      var end = min(index + 128, all.count)
      if all.extracting(index..<end).holds(0x80...0xFF) {
        // A character must not be cut: no other byte of it looks like a first one.
        while end < all.count, all[end] & 0xC0 == 0x80 { end += 1 }
        guard (try? UTF8Span(validating: all.extracting(index..<end))) != nil else { return false }
      }
      index = end
    }
    return true
  }
}

extension SourceText {
  /// Splits off the YAML between `---` on the first line and the next `---` line.
  ///
  /// Returns the YAML, and the 0-based index of the line behind it.
  func frontMatter() -> (yaml: ArraySlice<UInt8>, bodyLine: Int, bodyStart: Int)? {
    guard let first = line(at: 0), Self.isFence(bytes[first]) else { return nil }
    var start = first.upperBound + 1
    var index = 1
    while let line = line(at: start) {
      if Self.isFence(bytes[line]) {
        let yaml = bytes[(first.upperBound + 1)..<max(first.upperBound + 1, line.lowerBound)]
        return (yaml, index + 1, min(line.upperBound + 1, bytes.count))
      }
      start = line.upperBound + 1
      index += 1
    }
    return nil
  }

  /// The same, and reports front matter that nothing ends.
  func frontMatter(
    path: String, diagnostics: inout [Diagnostic]
  ) -> (yaml: ArraySlice<UInt8>, bodyLine: Int, bodyStart: Int)? {
    if let front = frontMatter() { return front }
    // A line with no key behind it is a rule between paragraphs.
    if let first = line(at: 0), Self.isFence(bytes[first]),
      let second = line(at: first.upperBound + 1), bytes[second].contains(UInt8(ascii: ":"))
    {
      diagnostics.append(
        Diagnostic(
          .error, "unclosed-front-matter", "the front matter has no end",
          at: SourceLocation(path, line: 1, column: 1),
          hint: "write `---` on a line of its own behind the last key"))
    }
    return nil
  }

  private func line(at start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    return start..<end
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3 && line.prefix(3).allSatisfy { $0 == UInt8(ascii: "-") }
      && line.dropFirst(3).allSatisfy { $0.isBlank }
  }
}
