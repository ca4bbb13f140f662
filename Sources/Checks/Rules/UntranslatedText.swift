import Articles
import Compiler
import Content
import Diagnostics

/// Sentences of a translation that are still the source's.
///
/// Names, commands and single terms are often the same in both languages: only units with several
/// words in lower case count. Varieties of English keep most sentences, so they are left alone.
enum UntranslatedText {
  static func find(in inspection: Inspection) -> [Diagnostic] {
    guard inspection.article.isSideBySide, inspection.locale.language != "en" else { return [] }
    var count = 0
    var total = 0
    var first: (text: String, block: Block)?
    inspection.article.blocks.visit { block in
      if case .code = block.kind { return }
      for piece in block.ownTexts.flatMap(\.pieces) where !piece.source.units.isEmpty {
        total += 1
        guard piece.translation == nil, isSentence(piece.source) else { continue }
        count += 1
        if first == nil { first = (piece.source.firstWords, block) }
      }
    }
    guard let first else { return [] }
    let share = count == 1 ? "1 of \(total) text units is" : "\(count) of \(total) text units are"
    return [
      Diagnostic(
        .warning, "untranslated-text", "\(share) not translated, first '\(first.text)'",
        at: inspection.location(of: first.block),
        hint: "put the translation in its `data-ttu-id` span")
    ]
  }

  /// Whether at least four words, whole and of letters only, begin in lower case; paths, codes and
  /// commands have none, and entries of a list with commas between them are often names.
  private static func isSentence(_ inlines: [Inline]) -> Bool {
    let words = inlines.proseText.split(whereSeparator: \.isWhitespace).map { word in
      word.drop { "(\"'“‘".contains($0) }
    }
    let count = words.count { word in
      var stem = word
      if stem.last == "," { return false }
      while let last = stem.last, ".,:;!?)\"'”’".contains(last) { stem.removeLast() }
      return stem.count > 1 && stem.first?.isLowercase == true
        && stem.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" }
    }
    return count >= 4
  }
}

extension [Inline] {
  /// The words outside of code.
  fileprivate var proseText: String {
    var out = ""
    visit { inline in
      switch inline {
      case .text(let text): out += text
      case .softBreak, .lineBreak, .code: out += " "
      default: break
      }
    }
    return out
  }

  /// The beginning of the first run of text, short enough to quote.
  fileprivate var firstWords: String {
    var found = ""
    visit { if case .text(let text) = $0, found.isEmpty { found = text } }
    guard found.count > 60 else { return found }
    let cut = found.prefix(60)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)])
  }
}
