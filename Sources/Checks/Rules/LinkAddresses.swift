import Articles
import Compiler
import Content
import Diagnostics

/// Links that lead nowhere: `[words]()`, and `[words][name]` without a line that gives the name an
/// address.
enum LinkAddresses {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    var found: [Diagnostic] = []
    inspection.article.blocks.visit { block in
      if case .code = block.kind { return }
      let place = inspection.location(of: block)
      for text in block.ownTexts {
        text.source.visit { inline in
          guard case .link(let link, let words) = inline, link.destination.isEmpty,
            words.contains(where: \.isVisible)
          else { return }
          found.append(
            Diagnostic(
              .warning, "missing-address", "the link '\(words.plainText)' has no address",
              at: place, hint: "write the address between `(` and `)`, or remove the brackets"))
        }
        found += references(in: text.source.shown, at: place)
      }
    }
    return found
  }

  /// What looks like a reference and is text: a label of letters, behind words that begin a word.
  private static func references(in text: String, at place: SourceLocation) -> [Diagnostic] {
    guard text.contains("][") else { return [] }
    return text.matches(of: /(?:^|[\s(])\[([^\[\]]+)\]\[(\p{L}[^\[\]'"]*)\]/).map { match in
      Diagnostic(
        .warning, "unresolved-reference",
        "no address is given for '[\(match.1)][\(match.2)]', so readers see the brackets",
        at: place, hint: "write `[\(match.2)]: ` and its address on a line of its own")
    }
  }
}

extension [Inline] {
  /// The text that cmark took for nothing else; code, pictures and links as a mark.
  fileprivate var shown: String {
    reduce(into: "") { text, inline in
      switch inline {
      case .text(let words): text += words
      case .softBreak, .lineBreak: text += " "
      case .code, .link, .image, .anchor, .tag: text += "\u{FFFC}"
      case .emphasis(let inner), .strong(let inner), .element(_, let inner),
        .unit(_, _, let inner):
        text += inner.shown
      }
    }
  }
}
