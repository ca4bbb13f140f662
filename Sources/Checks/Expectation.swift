import Articles
import Compiler
import Content
import Decisions
import Diagnostics
import Yams

/// What a writer expects of a walk: these answers, from there, lead to that end.
struct Expectation: Hashable {
  /// The file, at the top of the content folder, that holds a list of them.
  static let fileName = "expectations.yml"

  /// An article, or a node by its id or step code.
  var start: String
  /// The words of answers in the source language, their 1-based numbers, or `yes`, `no` and `none`.
  var answers: [String]
  /// `solved`, `help`, a node by its id or step code, or the title of the end.
  var end: String
  /// The 1-based line where it begins.
  var line: Int
}

extension Expectation {
  private static let keys = ["start", "answers", "end"]

  /// Reads the list; what is none is reported.
  static func list(
    parsing text: String, _ diagnostics: inout [Diagnostic]
  ) -> [Expectation] {
    let entries: Yams.Node.Sequence
    do {
      guard let root = try Yams.compose(yaml: text) else { return [] }
      guard let sequence = root.sequence else {
        diagnostics.append(bad("the file is no list", line: 1))
        return []
      }
      entries = sequence
    } catch {
      let flaw = YAMLFlaw(error, in: text)
      diagnostics.append(
        bad("the file is not valid YAML: \(flaw.reason)", line: flaw.line, hint: flaw.hint))
      return []
    }
    return entries.compactMap { entry in
      let line = entry.mark?.line ?? 1
      guard let mapping = entry.mapping else {
        diagnostics.append(bad("an expectation is no object", line: line))
        return nil
      }
      for (key, _) in mapping where !keys.contains(key.string ?? "") {
        diagnostics.append(
          bad("no key is called '\(key.string ?? "")'", line: key.mark?.line ?? line))
      }
      guard let start = mapping["start"]?.scalar?.string, let end = mapping["end"]?.scalar?.string
      else {
        diagnostics.append(bad("an expectation lacks its 'start' or 'end'", line: line))
        return nil
      }
      let answers = mapping["answers"]?.sequence?.compactMap { $0.scalar?.string } ?? []
      return Expectation(start: start, answers: answers, end: end, line: line)
    }
  }

  private static func bad(
    _ message: String, line: Int,
    hint: String = "write a list of `- start: ARTICLE`, `answers: [WORDS, …]` and `end: WORDS`"
  ) -> Diagnostic {
    Diagnostic(
      .error, "bad-expectations", message, at: SourceLocation(fileName, line: line), hint: hint)
  }
}
