import Articles
import Content

/// Which sentences of a source article a translation has, compared by the letters of the source text
/// beside it.
///
/// Texts that both have are the same, first those in order, then those that moved. The sentences of
/// all others are looked up one by one (`KnownTranslations`). What is left and stands in the same
/// place in nearly the same words was reworded.
struct SourceMatch {
  /// Sentences of the translation: pieces of one of its texts.
  struct Passage {
    let text: Int
    let pieces: Range<Int>
  }

  /// Where the words for some pieces of a source text come from.
  enum Origin {
    /// The translation has them.
    case translated(Passage)
    /// The translation has the sentence once, and shows it elsewhere as well.
    case copied(Passage)
    /// The translation has an older wording.
    case reworded(Passage)
    /// The translation does not have the sentence.
    case missing
    /// There is nothing to translate.
    case wordless
  }

  struct Part {
    let pieces: Range<Int>
    var origin: Origin
  }

  let beside: [LocatedText]
  let current: [LocatedText]
  /// For each text of the source, its pieces in order.
  private(set) var parts: [[Part]]
  /// Whether all the texts are the same, in the same order.
  let isSame: Bool

  private let besideKeys: [[[UInt8]]]
  private let currentKeys: [[[UInt8]]]
  /// By text and piece, what is used of the translation.
  private var isUsed: [[Bool]]
  /// How many texts that both have in order stand before a text.
  private var besideGaps: [Int]
  private var currentGaps: [Int]

  /// Compares the source texts beside a translation with the source article's.
  init(from beside: [LocatedText], to current: [LocatedText]) {
    (self.beside, self.current) = (beside, current)
    besideKeys = beside.map(\.sourceKeys)
    currentKeys = current.map(\.sourceKeys)
    isUsed = beside.map { Array(repeating: false, count: $0.text.pieces.count) }
    parts = Array(repeating: [], count: current.count)
    besideGaps = Array(repeating: 0, count: beside.count)
    currentGaps = Array(repeating: 0, count: current.count)
    let old = besideKeys.map { $0.flatMap { $0 } }
    let new = currentKeys.map { $0.flatMap { $0 } }
    isSame = old == new
    var (gone, come) = matchInOrder(old, new)
    matchMoved(old, new, &gone, &come)
    matchSentences(gone, come)
    matchReworded(gone, come)
  }
}

extension SourceMatch {
  /// Takes the texts that both have in the same order; returns those that are left of either.
  private mutating func matchInOrder(_ old: [[UInt8]], _ new: [[UInt8]]) -> (
    gone: [Int], come: [Int]
  ) {
    let kept =
      isSame ? old.indices.map { ($0, $0) } : SharedOrder.pairs(of: old, and: new)
    var (nextOld, nextNew) = (0, 0)
    for (gap, (oldIndex, newIndex)) in kept.enumerated() {
      take(oldIndex, for: newIndex)
      for index in nextOld...oldIndex { besideGaps[index] = gap }
      for index in nextNew...newIndex { currentGaps[index] = gap }
      (nextOld, nextNew) = (oldIndex + 1, newIndex + 1)
    }
    for index in nextOld..<old.count { besideGaps[index] = old.count }
    for index in nextNew..<new.count { currentGaps[index] = old.count }
    let (keptOld, keptNew) = (Set(kept.map(\.0)), Set(kept.map(\.1)))
    return (
      old.indices.filter { !keptOld.contains($0) }, new.indices.filter { !keptNew.contains($0) }
    )
  }

  /// Takes the texts that both have in another order.
  private mutating func matchMoved(
    _ old: [[UInt8]], _ new: [[UInt8]], _ gone: inout [Int], _ come: inout [Int]
  ) {
    var known = KnownTranslations(gone.filter { !old[$0].isEmpty }.map { (old[$0], $0) })
    come.removeAll { index in
      guard !new[index].isEmpty,
        let (oldIndex, _) = known.take(new[index], with: [], where: { _ in true })
      else { return false }
      take(oldIndex, for: index)
      return true
    }
    gone.removeAll { isUsed[$0].contains(true) }
  }

  private mutating func take(_ oldIndex: Int, for newIndex: Int) {
    let whole = Passage(text: oldIndex, pieces: isUsed[oldIndex].indices)
    isUsed[oldIndex] = isUsed[oldIndex].map { _ in true }
    parts[newIndex] = [
      Part(pieces: current[newIndex].text.pieces.indices, origin: .translated(whole))
    ]
  }

  /// Takes sentence by sentence what is left of the translation.
  private mutating func matchSentences(_ gone: [Int], _ come: [Int]) {
    var runs: [(source: [UInt8], value: Passage)] = []
    for text in gone where !beside[text].isCode {
      let keys = besideKeys[text]
      for start in keys.indices where beside[text].text.pieces[start].hasWords {
        var key: [UInt8] = []
        for end in start..<min(keys.count, start + KnownTranslations<Passage>.mostSentences) {
          key += keys[end]
          runs.append((key, Passage(text: text, pieces: start..<end + 1)))
        }
      }
    }
    var known = KnownTranslations(runs)
    var everywhere: KnownTranslations<Passage>?
    for text in come {
      var next = 0
      let keys = currentKeys[text]
      while next < keys.count {
        guard current[text].text.pieces[next].hasWords, !current[text].isCode else {
          parts[text].append(Part(pieces: next..<next + 1, origin: .wordless))
          next += 1
          continue
        }
        let found = known.take(keys[next], with: keys[(next + 1)...]) { passage in
          !isUsed[passage.text][passage.pieces].contains(true)
        }
        var part = Part(pieces: next..<next + 1, origin: .missing)
        if let (passage, count) = found {
          part = Part(pieces: next..<next + 1 + count, origin: .translated(passage))
          for piece in passage.pieces { isUsed[passage.text][piece] = true }
        } else {
          let all = everywhere ?? allSentences
          everywhere = all
          if let passage = all.copy(of: keys[next]) { part.origin = .copied(passage) }
        }
        parts[text].append(part)
        next = part.pieces.upperBound
      }
    }
  }

  /// Every sentence of the translation that has one.
  private var allSentences: KnownTranslations<Passage> {
    KnownTranslations(
      beside.indices.filter { !beside[$0].isCode }.flatMap { text in
        beside[text].text.pieces.enumerated().filter { $1.hasWords && $1.translation != nil }
          .map { piece, _ in
            (besideKeys[text][piece], Passage(text: text, pieces: piece..<piece + 1))
          }
      })
  }
}

extension SourceMatch {
  private struct Sentence {
    let text: Int
    /// Among the parts of a source text; among the pieces of a translated one.
    let position: Int
    let words: SentenceWords
  }

  /// The most comparisons between two texts that both have: so many sentences are no rewording.
  private static let mostComparisons = 10_000

  /// Pairs sentences between the same neighbours, in order, that have most of their words in common.
  private mutating func matchReworded(_ gone: [Int], _ come: [Int]) {
    let old = gone.filter { !beside[$0].isCode }.flatMap { text in
      beside[text].text.pieces.indices.filter {
        let piece = beside[text].text.pieces[$0]
        return !isUsed[text][$0] && piece.hasWords && piece.translation != nil
      }.map { Sentence(text: text, position: $0, words: .init(beside[text].text.pieces[$0])) }
    }
    let new = come.flatMap { text in
      parts[text].indices.filter { parts[text][$0].origin.isMissing }.map { position in
        let piece = parts[text][position].pieces.lowerBound
        return Sentence(
          text: text, position: position, words: .init(current[text].text.pieces[piece]))
      }
    }
    let byGap = Dictionary(grouping: old) { besideGaps[$0.text] }
    for (gap, sentences) in Dictionary(grouping: new, by: { currentGaps[$0.text] }) {
      var rest = (byGap[gap] ?? [])[...]
      guard sentences.count * rest.count <= Self.mostComparisons else { continue }
      for sentence in sentences {
        let likeness = rest.map { $0.words.likeness(to: sentence.words) }
        guard let best = likeness.max(), best >= SentenceWords.leastLikeness,
          let offset = likeness.firstIndex(of: best)
        else { continue }
        let found = rest[rest.startIndex + offset]
        parts[sentence.text][sentence.position].origin = .reworded(
          Passage(text: found.text, pieces: found.position..<found.position + 1))
        rest = rest.dropFirst(offset + 1)
      }
    }
  }

  /// What the translation has and the source does not say any more, in document order.
  var outdated: [Translation.Passage] {
    beside.enumerated().flatMap { index, text in
      text.isCode
        ? []
        : text.text.pieces.enumerated().filter { !isUsed[index][$0] && $1.hasWords }
          .map { Translation.Passage($1, in: text) }
    }
  }

  /// What the source says and the translation does not have, or in older words, in document order.
  var missing: [Translation.Passage] {
    zip(current, parts).flatMap { text, parts in
      parts.filter(\.origin.isMissing).map { text.passage(of: $0) }
    }
  }

  /// The first sentence that the translation has in no words.
  var firstNew: Translation.NewSentence? {
    var before: LocatedText?
    for (text, parts) in zip(current, parts) {
      for part in parts {
        switch part.origin {
        case .translated(let passage), .reworded(let passage): before = beside[passage.text]
        case .missing:
          return Translation.NewSentence(
            passage: text.passage(of: part), file: before?.file, line: before?.line)
        case .copied, .wordless: break
        }
      }
    }
    return nil
  }
}

extension LocatedText {
  fileprivate func passage(of part: SourceMatch.Part) -> Translation.Passage {
    Translation.Passage(text.pieces[part.pieces.lowerBound], in: self)
  }
}

extension SourceMatch.Origin {
  /// Whether the translation has no words for the sentence as it is.
  var isMissing: Bool {
    switch self {
    case .missing, .reworded: true
    case .translated, .copied, .wordless: false
    }
  }

  var isReworded: Bool { if case .reworded = self { true } else { false } }
}
