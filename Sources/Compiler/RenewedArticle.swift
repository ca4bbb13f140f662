import Articles
import Content
package import Decisions
import Storage

/// How a translation stands to its source article.
package enum Standing: Sendable, CaseIterable, BinaryCodable {
  /// It says what the source says now.
  case current
  /// Some of it is translated from older words.
  case older
  /// Some of it is in the source language.
  case partial
}

/// A translation made anew from its source article as it stands now.
///
/// Its blocks are the source's, so its decisions, headings and addresses are too: nobody misses a
/// step that was added, and nobody is told one that was removed. Every sentence that the translation
/// has is in its language. One that was only reworded stands there in its older translation: that
/// helps whoever cannot read the source language, and is nearly right, while its place is. A new
/// sentence is in the source language, since no other translation fits its place. The lines of its
/// blocks are those of the source's file.
struct RenewedArticle {
  let article: Article
  let standing: Standing

  /// Makes it; `nil` when the translation has nothing that the source says.
  ///
  /// - Parameters:
  ///   - translation: side by side with an earlier text of the source.
  ///   - source: the source article, in one language.
  ///   - language: the source's.
  init?(_ translation: Article, from source: Article, in language: LanguageTag) {
    let match = SourceMatch(from: translation.passages, to: source.passages)
    guard !source.isSideBySide, match.hasTranslations else { return nil }
    var weaver = Weaver(match: match, language: language)
    let blocks = source.blocks.map { block in block.mapTexts { weaver.next($0) } }
    article = Article(
      path: translation.path, frontMatter: translation.frontMatter, blocks: blocks,
      isSideBySide: true,
      includes: translation.includes
        + source.includes.filter { !translation.includes.contains($0) },
      frontMatterUnits: translation.frontMatterUnits)
    standing = weaver.standing
  }
}

/// Puts the words of a translation into the texts of its source, one after the other.
private struct Weaver {
  let match: SourceMatch
  let mark: Element
  private(set) var standing = Standing.current
  private var index = 0

  init(match: SourceMatch, language: LanguageTag) {
    self.match = match
    mark = Element(
      "span",
      [
        .init("lang", language.display), .init("dir", language.isRightToLeft ? "rtl" : "ltr"),
      ])
  }

  mutating func next(_ text: Text) -> Text {
    let parts = match.parts[index]
    index += 1
    return Text(pieces: parts.flatMap { pieces(of: $0, in: text) })
  }

  private mutating func pieces(of part: SourceMatch.Part, in text: Text) -> [Text.Piece] {
    let own = text.pieces[part.pieces]
    switch part.origin {
    case .translated(let passage): return .init(renewing: own, by: match[passage])
    case .copied(let passage):
      return .init(renewing: own, by: match[passage]).map { piece in
        Text.Piece(
          source: piece.source.withoutUnits, translation: piece.translation?.withoutUnits)
      }
    case .reworded(let passage):
      if standing == .current { standing = .older }
      return .init(renewing: own, by: match[passage])
    case .missing:
      standing = .partial
      return own.map { Text.Piece(source: $0.source, translation: [.element(mark, $0.source)]) }
    case .wordless: return Array(own)
    }
  }
}

extension SourceMatch {
  fileprivate subscript(passage: Passage) -> ArraySlice<Text.Piece> {
    beside[passage.text].text.pieces[passage.pieces]
  }

  /// Whether anything that the source says is translated.
  fileprivate var hasTranslations: Bool {
    parts.contains { parts in
      parts.contains { part in
        if case .translated(let passage) = part.origin {
          return self[passage].contains { $0.translation != nil }
        }
        return false
      }
    }
  }
}

extension Edition {
  /// Whether some of what a node shows is in the source language, since nobody has translated it yet.
  package func isPartlyTranslated(_ node: Node) -> Bool {
    guard standing == .partial else { return false }
    let captions = [node.title] + node.choices.map(\.label)
    return captions.contains { $0.text?.isPartlyTranslated == true }
      || (node.explanation + node.body).texts.contains(where: \.isPartlyTranslated)
  }
}

extension Text {
  fileprivate var isPartlyTranslated: Bool {
    pieces.contains { piece in
      if case .element(_, piece.source)? = piece.translation?.first { true } else { false }
    }
  }
}
