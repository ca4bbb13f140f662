extension SearchIndex {
  /// A document that answers a search.
  package struct Match: Hashable, Sendable {
    /// A position in `documents`.
    package let document: Int
    package let score: Int
  }

  /// At most this many different tokens of a query count, the first ones that are no stop words.
  package static let longestQuery = 16

  /// The documents that hold words of a query, the best first; none for a query of stop words.
  ///
  /// For each token of the query, a document gets the best of its words that fit the token, each
  /// word's share times its rarity times how well it fits:
  ///
  /// - 4: it is the token;
  /// - 2: it begins with the token, which has three letters or more (or is of a script that is cut
  ///   into pairs); 1 if the token is a name itself, as `new` is beside `newest`;
  /// - 2: the token begins with it, which has four letters or more and at most two fewer;
  /// - 1: it is a name one edit away from the token (`isOneEdit`), which has five letters or more
  ///   and neither is a name nor begins one. First names with the same first letter count; only if
  ///   none of those, and nothing else, fits, any other.
  ///
  /// A token with a digit fits only itself. One that nothing fits counts as the parts that it is made
  /// of (`parts`). The document's score is the sum of the tokens' best, times
  /// the sum of those words' rarities, each times how well the word fits, so that a document with more of the query comes first and
  /// common words hardly count. Equal scores keep the order of `documents`.
  ///
  /// Of ten in a row at most three are of one article while there are others (`spread`).
  package func matches(_ query: String, limit: Int = 10) -> [Match] {
    var seen = Set(stopWords)
    let tokens = Tokens.split(query).filter { seen.insert($0).inserted }.prefix(Self.longestQuery)
    var sums: [Int: Fit] = [:]
    for token in tokens {
      let whole = fits(of: token)
      for found in whole.isEmpty ? parts(of: token).map({ fits(of: $0) }) : [whole] {
        for (document, fit) in found {
          sums[document, default: Fit()].score += fit.score
          sums[document, default: Fit()].rarity += fit.rarity
        }
      }
    }
    let matches = sums.map { Match(document: $0, score: $1.score * $1.rarity) }
    let sorted = matches.sorted { ($1.score, $0.document) < ($0.score, $1.document) }
    return spread(sorted, limit: limit)
  }

  /// The first matches, ten by ten, so that no more than three of a ten are of one article.
  ///
  /// Only if those are fewer, the best of the others follow. Articles of one title count as one.
  private func spread(_ sorted: [Match], limit: Int) -> [Match] {
    var spread: [Match] = []
    var rest = sorted
    while spread.count < limit, !rest.isEmpty {
      var group: [Match] = []
      var left: [Match] = []
      var counts: [String: Int] = [:]
      for match in rest {
        let isOpen = group.count < Self.groupSize
        let title = isOpen ? documents[match.document].articleTitle : ""
        if isOpen, counts[title, default: 0] < Self.mostOfOne {
          counts[title, default: 0] += 1
          group.append(match)
        } else {
          left.append(match)
        }
      }
      let missing = min(Self.groupSize - group.count, left.count)
      spread += group + left.prefix(missing)
      rest = Array(left.dropFirst(missing))
    }
    return Array(spread.prefix(limit))
  }

  private static let groupSize = 10
  private static let mostOfOne = 3

  /// How well a document answers a token, or a query so far.
  private struct Fit {
    var score = 0
    var rarity = 0
  }

  /// The best word of each document for one token; of equal ones, the first.
  private func fits(of token: String) -> [Int: Fit] {
    var best: [Int: Fit] = [:]
    func take(_ words: [Word], _ range: Range<Int>, times factor: Int) {
      for word in words[range] {
        let rarity = word.rarity * factor
        for posting in word.postings
        where posting.share * rarity > best[posting.document]?.score ?? 0 {
          best[posting.document] = Fit(score: posting.share * rarity, rarity: rarity)
        }
      }
    }
    let isCode = Tokens.isCode(token)
    let mayGrow = !isCode && (token.unicodeScalars.count >= 3 || Tokens.isPaired(token))
    var isWhole = false
    var isName = false
    for (words, areNames) in [(names, true), (texts, false)] {
      let beginning = words.range(beginningWith: token)
      let isExact = beginning.first.map { words[$0].text == token } ?? false
      if isExact { take(words, beginning.lowerBound..<beginning.lowerBound + 1, times: 4) }
      if areNames { isWhole = isExact }
      if mayGrow {
        take(
          words, beginning.lowerBound + (isExact ? 1 : 0)..<beginning.upperBound,
          times: isWhole ? 1 : 2)
      }
      if areNames { isName = isExact || (mayGrow && !beginning.isEmpty) }
      guard !isCode else { continue }
      for shorter in token.shorterForms {
        let range = words.range(beginningWith: shorter)
        if let first = range.first, words[first].text == shorter {
          take(words, first..<first + 1, times: 2)
        }
      }
    }
    guard !isName, !isCode, token.unicodeScalars.count >= 5, !Tokens.isPaired(token) else {
      return best
    }
    let letters = Array(token.unicodeScalars)
    let near = names.range(beginningWith: String(Character(letters[0])))
    for index in near where isOneEdit(letters, Array(names[index].text.unicodeScalars)) {
      take(names, index..<index + 1, times: 1)
    }
    guard best.isEmpty else { return best }
    for index in names.indices where !near.contains(index) {
      if isOneEdit(letters, Array(names[index].text.unicodeScalars)) {
        take(names, index..<index + 1, times: 1)
      }
    }
    return best
  }

  /// The words that a compound is made of, such as "Sicherheitscode".
  ///
  /// Each part has three letters or more, the last four. A part is a word of the index or begins a
  /// name; the last may also be a longer form of a word. Between two may stand one of the `links`. The
  /// first part is the longest that leaves such a rest, which may be a compound again. Of a word whose
  /// beginning is unknown, the longest end of four letters or more that is a name says what sort of
  /// thing it is.
  func parts(of token: String) -> [String] {
    let letters = Array(token.unicodeScalars)
    guard letters.count >= 6, !Tokens.isCode(token), !Tokens.isPaired(token) else { return [] }
    var failed: Set<Int> = []
    if let parts = parts(of: letters[...], &failed) { return parts }
    for start in 1...letters.count - 4 {
      let end = String(letters[start...])
      if names.holds(end) { return [end] }
    }
    return []
  }

  // `failed` holds where parts were sought before, as offsets in all letters.
  private func parts(
    of letters: ArraySlice<Unicode.Scalar>, _ failed: inout Set<Int>
  ) -> [String]? {
    guard failed.insert(letters.startIndex).inserted else { return nil }
    for cut in stride(from: letters.endIndex - 3, through: letters.startIndex + 3, by: -1) {
      let first = String(letters[..<cut])
      guard isKnown(first) else { continue }
      for link in Self.links where letters[cut...].starts(with: link) {
        let rest = letters[(cut + link.count)...]
        guard rest.count >= 4 else { continue }
        let last = String(rest)
        if isKnown(last) || last.shorterForms.contains(where: isWord) { return [first, last] }
        if let more = parts(of: rest, &failed) { return [first] + more }
      }
    }
    return nil
  }

  /// What German and Dutch put between the parts of a compound.
  private static let links = ["", "s", "es", "n", "en"].map { Array($0.unicodeScalars) }

  private func isWord(_ word: String) -> Bool { names.holds(word) || texts.holds(word) }

  /// Whether it is a word, or a name begins with it.
  private func isKnown(_ part: String) -> Bool {
    !names.range(beginningWith: part).isEmpty || texts.holds(part)
  }

  /// Whether one insertion, deletion, substitution or swap of neighbours makes one word of the
  /// other.
  ///
  /// Equal words are not one edit apart.
  func isOneEdit(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    if long.count > short.count { return short[start...].elementsEqual(long[(start + 1)...]) }
    guard start < short.count else { return false }
    if short[(start + 1)...].elementsEqual(long[(start + 1)...]) { return true }
    return start + 1 < short.count && short[start] == long[start + 1]
      && short[start + 1] == long[start]
      && short[(start + 2)...].elementsEqual(long[(start + 2)...])
  }
}

extension SearchDocument {
  fileprivate var articleTitle: String { context.isEmpty ? title : context }
}

extension [SearchIndex.Word] {
  /// The positions of the words that begin with a token, in words sorted by their bytes.
  fileprivate func range(beginningWith token: String) -> Range<Int> {
    let bytes = Array<UInt8>(token.utf8)
    let lower = partition { !$0.text.utf8.lexicographicallyPrecedes(bytes) }
    var upper = lower
    while upper < count, self[upper].text.utf8.starts(with: bytes) { upper += 1 }
    return lower..<upper
  }

  /// Whether one of the words is the token.
  fileprivate func holds(_ token: String) -> Bool {
    range(beginningWith: token).first.map { self[$0].text == token } ?? false
  }

  /// The first position at which a test holds that, once true, stays true.
  private func partition(_ holds: (SearchIndex.Word) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension String {
  fileprivate init(_ letters: ArraySlice<Unicode.Scalar>) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    self.init(text)
  }

  /// The word without its last one and two letters, while four are left.
  fileprivate var shorterForms: [String] {
    let scalars = unicodeScalars
    guard scalars.count > 4 else { return [] }
    return (1...2).compactMap { cut in
      scalars.count - cut >= 4 ? String(scalars.dropLast(cut)) : nil
    }
  }
}
