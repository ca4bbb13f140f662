package import Articles
import Content
package import Diagnostics

/// Finds comments to Waymark that do nothing, so that none is silently in vain.
package enum DirectiveCheck {
  /// The findings in an article's directives, in document order.
  ///
  /// - Parameter article: the article.
  /// - Returns: an unknown word, a directive with nothing after it, a section that does not exist,
  ///   a question of something that has no parts.
  package static func findings(in article: Article) -> [Diagnostic] {
    guard article.blocks.hold(\.isDirective) else { return [] }
    var check = Check(path: article.path, anchors: [])
    check.collectAnchors(article.blocks)
    check.visit(article.blocks)
    return check.findings
  }

  private struct Check {
    let path: String
    var anchors: Set<String>
    var findings: [Diagnostic] = []

    mutating func collectAnchors(_ blocks: [Block]) {
      for block in blocks {
        if case .heading(let heading) = block.kind {
          anchors.formUnion(([heading.id] + heading.aliases).map { $0.lowercased() })
        }
        collectAnchors(block.children)
      }
    }

    mutating func visit(_ blocks: [Block]) {
      for (index, block) in blocks.enumerated() {
        if case .directive(let words) = block.kind {
          inspect(words, block, followedBy: blocks[(index + 1)...].first { !$0.isDirective })
        }
        // The items of a list and the cells of a table stand apart from each other.
        switch block.kind {
        case .list(let list): for item in list.items { visit(item) }
        default: visit(block.children)
        }
      }
    }

    private mutating func inspect(_ words: String, _ block: Block, followedBy next: Block?) {
      // Comments that allow a finding are the checks' own.
      guard !words.hasPrefix("allow ") else { return }
      let place = SourceLocation(block.file ?? path, line: block.line)
      guard let directive = Directive(words) else {
        findings.append(unknown(words, at: place))
        return
      }
      guard let next else {
        findings.append(
          Diagnostic(
            .warning, "stray-comment", "nothing follows the comment 'waymark: \(words)'",
            at: place, hint: "put it on a line of its own before the heading, list or table"))
        return
      }
      if case .solvedBy(let anchor) = directive, !anchors.contains(anchor.lowercased()) {
        let near = Suggestion.nearest(to: anchor, in: anchors.sorted())
        findings.append(
          Diagnostic(
            .warning, "unknown-solution", "no heading of this article has the id '\(anchor)'",
            at: place, hint: near.map { "did you mean '\($0)'?" } ?? "name a heading's id"))
      }
      if directive == .question, !next.hasParts {
        findings.append(
          Diagnostic(
            .warning, "question-without-answers",
            "the comment 'waymark: question' stands before text without parts", at: place,
            hint: "put it before a list, a table, or a heading with headings below it"))
      }
    }

    private func unknown(_ words: String, at place: SourceLocation) -> Diagnostic {
      let word = words.split(whereSeparator: { $0 == ":" || $0 == " " }).first.map(String.init)
      let near = Suggestion.nearest(to: word ?? words, in: Directive.names)
      let hint =
        if word == "id" {
          "write lower-case letters, digits and hyphens: 'waymark: id: lost-phone'"
        } else if let near, near != word {
          "did you mean '\(near)'?"
        } else {
          "write one of \(Directive.names.joined(separator: ", "))"
        }
      return Diagnostic(
        .warning, "unknown-comment", "the comment 'waymark: \(words)' means nothing", at: place,
        hint: hint)
    }
  }
}

extension Block {
  /// Whether it can be a question: it has rows, items, or headings below.
  fileprivate var hasParts: Bool {
    switch kind {
    case .heading, .list, .table, .tabs: true
    default: false
    }
  }
}
