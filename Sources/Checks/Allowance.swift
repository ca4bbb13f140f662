import Content
import Diagnostics

/// `<!-- waymark: allow CODE: reason -->`, which excuses the block below it, or the line it ends.
struct Allowance {
  let code: String
  let reason: String
  let location: SourceLocation
  /// The 1-based lines that it covers.
  let lines: ClosedRange<Int>

  private static let mark = Array("waymark: allow ".utf8)

  /// The allowances of a file, in the order of its lines.
  static func all(in bytes: [UInt8], path: String) -> [Allowance] {
    guard bytes[...].contains(mark) else { return [] }
    let source = SourceLines(bytes)
    let file = MarkdownFile(path: path, source: source)
    return file.lines.filter { $0.kind != .code && $0.bytes.contains(mark) }
      .compactMap { Allowance($0, in: source, path: path) }
  }

  private init?(_ line: MarkdownFile.Line, in source: SourceLines, path: String) {
    guard let open = line.bytes.firstOffset(of: Array("<!--".utf8)),
      let close = line.bytes[open...].firstOffset(of: Array("-->".utf8))
    else { return nil }
    let inside = line.bytes[(open + 4)..<close].trimmed
    guard inside.starts(with: Self.mark) else { return nil }
    let words = inside.dropFirst(Self.mark.count)
    let colon = words.firstIndex(of: UInt8(ascii: ":")) ?? words.endIndex
    code = words[..<colon].trimmed.text
    reason = words[colon...].dropFirst().trimmed.text
    let column = line.bytes[..<open].text.count + 1
    location = SourceLocation(path, line: line.number, column: column)
    let isAlone = line.bytes[..<open].allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") }
    lines =
      isAlone
      ? line.number...Self.endOfBlock(below: line.number, in: source)
      : line.number...line.number
  }

  /// The last line of the text that begins below a line.
  private static func endOfBlock(below number: Int, in source: SourceLines) -> Int {
    func isBlank(_ number: Int) -> Bool {
      source.bytes(of: number)?.allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") } ?? true
    }
    var end = number + 1
    while end < source.count, isBlank(end) { end += 1 }
    while end < source.count, !isBlank(end + 1) { end += 1 }
    return end
  }
}

extension Allowance {
  /// What is left of the findings of a file, and what is wrong with its allowances.
  static func apply(
    _ allowances: [Allowance], to findings: [Diagnostic]
  ) -> (left: [Diagnostic], unused: [Diagnostic]) {
    var used: Set<Int> = []
    let left = findings.filter { finding in
      let allowed = allowances.indices.filter { allowances[$0].covers(finding) }
      used.formUnion(allowed)
      return allowed.isEmpty
    }
    let unused = allowances.indices.compactMap { index in
      allowances[index].flaw(isUsed: used.contains(index))
    }
    return (left, unused)
  }

  private func covers(_ finding: Diagnostic) -> Bool {
    guard let line = finding.location.line, lines.contains(line), !reason.isEmpty else {
      return false
    }
    return finding.code.rawValue == code && FindingKinds.of(code)?.isFixed == false
  }

  private func flaw(isUsed: Bool) -> Diagnostic? {
    guard let kind = FindingKinds.of(code) else { return UnknownRule.finding(code, at: location) }
    if kind.isFixed {
      return Diagnostic(
        .warning, "fixed-level", "the level of '\(code)' cannot be changed", at: location,
        hint: "delete the line; a reader's link or walk would break")
    }
    if reason.isEmpty {
      return Diagnostic(
        .warning, "unexplained-allowance", "the comment gives no reason to allow '\(code)'",
        at: location, hint: "write `<!-- waymark: allow \(code): the reason -->`")
    }
    if isUsed { return nil }
    return Diagnostic(
      .warning, "unused-allowance", "there is no '\(code)' to allow here", at: location,
      hint: "delete the comment")
  }
}
