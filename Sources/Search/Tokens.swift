/// The words of a text, as the index holds them and queries ask for them.
package enum Tokens {
  /// Splits a text into folded tokens, in order, with repetitions.
  ///
  /// - A token is a run of letters and digits; an apostrophe in it is dropped (`can't` → `cant`).
  /// - Runs joined by single `.`, `-` or `_` are also one whole token if a digit is among them, so
  ///   that codes such as `53-003` are found exactly.
  /// - A run of Han, kana, Hangul, Thai, Lao, Khmer or Burmese gives its pairs of neighbours, or
  ///   its only character: those scripts have no spaces between words.
  /// - A token keeps its first 32 characters.
  package static func split(_ text: String) -> [String] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      var splitter = ASCIISplitter()
      for byte in text.utf8 { splitter.add((0x41...0x5A).contains(byte) ? byte + 32 : byte) }
      return splitter.finish()
    }
    return splitScalars(of: Folding.fold(text))
  }

  /// Splits folded text of any script.
  static func splitScalars(of text: String) -> [String] {
    var splitter = Splitter()
    for scalar in text.unicodeScalars { splitter.add(scalar) }
    return splitter.finish()
  }

  /// Whether a token is of a script that is cut into pairs.
  static func isPaired(_ token: String) -> Bool {
    token.unicodeScalars.first.map { CharacterKind($0) == .paired } ?? false
  }

  /// Whether a token holds a digit, and so only matches itself.
  static func isCode(_ token: String) -> Bool { token.utf8.contains { (0x30...0x39).contains($0) } }
}

/// What a folded scalar is to the splitter.
private enum CharacterKind {
  case word, paired, apostrophe, joint, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: self = .word
    case 0x27, 0x2019: self = .apostrophe
    case 0x2D, 0x2E, 0x5F: self = .joint
    case 0..<0x80, 0x30FB: self = .other
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      self = .paired
    default: self = Self.isWord(scalar) ? .word : .other
    }
  }

  /// Letters, marks and numbers, as Unicode's general categories L, M and N have it.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .otherNumber, .letterNumber:
      true
    default: false
    }
  }
}

/// Cuts ASCII in lower case into tokens, as `Splitter` does for all scripts, but on bytes.
private struct ASCIISplitter {
  private var tokens: [String] = []
  /// The runs so far that joints hold together, with the joints.
  private var whole: [UInt8] = []
  /// Where in `whole` the last run begins, and how many runs there are before it.
  private var start = 0
  private var runs = 0
  private var holdsDigit = false

  mutating func add(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A: whole.append(byte)
    case 0x30...0x39:
      whole.append(byte)
      holdsDigit = true
    case 0x27 where start < whole.count: break
    case 0x2D where start < whole.count, 0x2E where start < whole.count,
      0x5F where start < whole.count:
      endRun()
      whole.append(byte)
      start = whole.count
    default: endWhole()
    }
  }

  mutating func finish() -> [String] {
    endWhole()
    return tokens
  }

  private mutating func endRun() {
    emit(whole[start...])
    runs += 1
  }

  private mutating func endWhole() {
    guard !whole.isEmpty else { return }
    // A joint that no run follows belongs to none.
    if start < whole.count { endRun() } else { whole.removeLast() }
    if runs > 1, holdsDigit { emit(whole[...]) }
    whole.removeAll(keepingCapacity: true)
    (start, runs, holdsDigit) = (0, 0, false)
  }

  private mutating func emit(_ bytes: ArraySlice<UInt8>) {
    tokens.append(String(decoding: bytes.prefix(Splitter.longest), as: UTF8.self))
  }
}

/// Cuts folded scalars into tokens.
private struct Splitter {
  static let longest = 32

  private var tokens: [String] = []
  /// The UTF-8 of the open run.
  private var run: [UInt8] = []
  /// The UTF-8 of the closed runs that joints hold together, with the joints.
  private var whole: [UInt8] = []
  private var runCount = 0
  /// What the next letter is joined by.
  private var joint: UInt8?
  private var pairs: [Unicode.Scalar] = []

  mutating func add(_ scalar: Unicode.Scalar) {
    let kind = CharacterKind(scalar)
    if kind != .paired, !pairs.isEmpty { endPairs() }
    switch kind {
    case .word:
      if let joint { whole.append(joint) }
      joint = nil
      if scalar.value < 0x80 {
        run.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        run += Array(String(Character(scalar)).utf8)
      }
    case .joint where !run.isEmpty:
      endRun()
      joint = UInt8(truncatingIfNeeded: scalar.value)
    case .apostrophe where !run.isEmpty: break
    case .paired:
      endRuns()
      pairs.append(scalar)
    case .joint, .apostrophe, .other: endRuns()
    }
  }

  mutating func finish() -> [String] {
    endRuns()
    endPairs()
    return tokens
  }

  private mutating func endRun() {
    emit(run)
    whole += run
    runCount += 1
    run.removeAll(keepingCapacity: true)
  }

  private mutating func endRuns() {
    if !run.isEmpty { endRun() }
    guard runCount > 0 else { return }
    if runCount > 1, whole.contains(where: { (0x30...0x39).contains($0) }) { emit(whole) }
    whole.removeAll(keepingCapacity: true)
    runCount = 0
    joint = nil
  }

  private mutating func endPairs() {
    if pairs.count == 1 { tokens.append(String(Character(pairs[0]))) }
    for (left, right) in zip(pairs, pairs.dropFirst()) {
      var pair = String.UnicodeScalarView()
      pair.append(left)
      pair.append(right)
      tokens.append(String(pair))
    }
    pairs = []
  }

  private mutating func emit(_ bytes: [UInt8]) {
    let token = String(decoding: bytes, as: UTF8.self)
    if bytes.count <= Self.longest {
      tokens.append(token)
    } else {
      tokens.append(String(String.UnicodeScalarView(token.unicodeScalars.prefix(Self.longest))))
    }
  }
}
