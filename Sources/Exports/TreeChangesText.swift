/// Tells what changed in the trees, for people to read.
package enum TreeChangesText {
  /// One locale's changes: a line for each, with the words that went and came under it.
  package static func render(_ changes: TreeChanges) -> String {
    var out = "\(changes.locale): \(summary(changes))\n"
    for repeated in changes.repeated {
      out += "\n~ in \(repeated.steps.count) places, such as \(place(repeated.steps[0])): "
      out += describe(repeated.what)
    }
    for article in changes.articles {
      out += "\n\(sign(article.fate)) \(article.title)  (\(article.id)\(note(article.fate)))\n"
      for change in article.changes {
        out += "  \(sign(change.what)) \(place(change.step)): "
        out += describe(change.what)
      }
    }
    return out
  }

  /// How much changed, in a few words.
  package static func summary(_ changes: TreeChanges) -> String {
    guard !changes.isEmpty else { return "nothing changed" }
    let all = changes.articles.flatMap(\.changes).map(\.what)
    func count(_ isCounted: (TreeChanges.What) -> Bool) -> Int { all.count(where: isCounted) }
    let counts = [
      (changes.articles.count { $0.fate == .added }, "new article"),
      (changes.articles.count { $0.fate == .removed }, "article gone"),
      (count { if case .added = $0 { true } else { false } }, "new step"),
      (count { if case .removed = $0 { true } else { false } }, "step gone"),
      (count { if case .moved = $0 { true } else { false } }, "new address"),
      (
        count { if case .text = $0 { true } else { false } } + changes.repeated.count,
        "changed text"
      ),
      (count { $0.isOther }, "other change"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \(plural($0.1, $0.0))" }
      .joined(separator: ", ")
  }

  private static func plural(_ words: String, _ count: Int) -> String {
    guard count != 1 else { return words }
    switch words {
    case "article gone": return "articles gone"
    case "step gone": return "steps gone"
    case "new address": return "new addresses"
    default: return words + "s"
    }
  }

  private static func note(_ fate: TreeChanges.Article.Fate) -> String {
    switch fate {
    case .added: ", new"
    case .removed: ", gone"
    case .changed: ""
    }
  }

  private static func sign(_ fate: TreeChanges.Article.Fate) -> String {
    switch fate {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }

  private static func sign(_ what: TreeChanges.What) -> String {
    switch what {
    case .added: "+"
    case .removed: "-"
    case .moved: ">"
    case .code, .kind, .text, .reordered: "~"
    }
  }

  private static func place(_ step: TreeChanges.Step) -> String {
    let words = step.trail.isEmpty ? step.title : step.trail.joined(separator: " › ")
    return "\(words) (\(step.kind) \(TreeChanges.spoken(step.code)))"
  }

  private static func describe(_ what: TreeChanges.What) -> String {
    let first = headline(what) + "\n"
    guard case .text(_, let old, let new) = what else { return first }
    let lines = TextDifference.lines(from: old, to: new)
    return first + lines.map { "      \($0.sign) \($0.line)\n" }.joined()
  }

  /// A change on one line, without the words that went and came.
  static func headline(_ what: TreeChanges.What) -> String {
    switch what {
    case .added(let further): "new\(behind(further))"
    case .removed(let further): "gone\(behind(further))"
    case .moved(let old, let code, let further):
      "moved from \(old) (\(TreeChanges.spoken(code)))\(behind(further))"
    case .code(let old, let new):
      "the step code \(TreeChanges.spoken(old)) is now \(TreeChanges.spoken(new))"
    case .kind(let old, let new): "was a \(old), is a \(new)"
    case .reordered(let order): "another order: \(order.joined(separator: " | "))"
    case .text(let part, _, _): part.rawValue
    }
  }

  private static func behind(_ further: Int) -> String {
    further == 0 ? "" : ", with \(further) more \(further == 1 ? "step" : "steps") behind it"
  }
}

extension TreeChanges.What {
  fileprivate var isOther: Bool {
    switch self {
    case .code, .kind, .reordered: true
    case .added, .removed, .moved, .text: false
    }
  }
}

extension TreeChanges {
  /// A step code as people read it out: `412 097`.
  package static func spoken(_ code: String) -> String {
    let half = code.index(code.startIndex, offsetBy: code.count / 2)
    return "\(code[..<half]) \(code[half...])"
  }
}

/// What went and what came between two texts, by their lines.
package enum TextDifference {
  package enum Sign: String, Sendable, CustomStringConvertible {
    case removed = "-"
    case added = "+"
    package var description: String { rawValue }
  }

  /// The lines that only one text has, in order; where both differ, what went stands first.
  package static func lines(from old: String, to new: String) -> [(sign: Sign, line: String)] {
    let left = old.split(separator: "\n").map(String.init)
    let right = new.split(separator: "\n").map(String.init)
    let difference = right.difference(from: left)
    let gone = Set(difference.removals.map(\.position))
    let come = Set(difference.insertions.map(\.position))
    var found: [(sign: Sign, line: String)] = []
    var (before, after) = (0, 0)
    while before < left.count || after < right.count {
      if before < left.count, gone.contains(before) {
        found.append((.removed, left[before]))
        before += 1
      } else if after < right.count, come.contains(after) {
        found.append((.added, right[after]))
        after += 1
      } else {
        before += 1
        after += 1
      }
    }
    return found
  }
}

extension CollectionDifference.Change {
  fileprivate var position: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
