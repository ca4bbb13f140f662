import Content

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
  /// - Of an Arabic word its stem is kept (`ArabicStem`).
  package static func split(_ text: String) -> [String] { list(of: Array(text.utf8)).strings }

  /// The same tokens of a text in UTF-8, all in one array of bytes.
  static func list(of text: consuming [UInt8]) -> TokenList {
    var splitter = Splitter(room: text.count)
    var folded = consume text
    Folding.lowercaseASCII(in: &folded)
    let bytes = folded.span
    var index = 0
    while index < bytes.count {
      let start = index
      if bytes[index].isPlainWord {
        var holdsDigit = false
        while index < bytes.count, bytes[index].isPlainWord {
          if bytes[index] < 0x3A { holdsDigit = true }
          index += 1
        }
        let isAlone = index == bytes.count || bytes[index].isPlainEnd
        splitter.add(
          bytes.extracting(start..<index), holdsDigit: holdsDigit, isAlone: isAlone)
      } else if bytes[index] < 0x80 {
        if !splitter.isIdle { splitter.add(mark: bytes[index]) }
        index += 1
      } else {
        // What is beyond ASCII is folded by itself: no mark goes over from one to the other.
        while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
        for scalar in Folding.foldedScalars(of: bytes.extracting(start..<index)) {
          splitter.add(scalar)
        }
      }
    }
    return splitter.finish()
  }

  /// Whether a token is of a script that is cut into pairs.
  static func isPaired(_ token: String) -> Bool {
    token.unicodeScalars.first.map { CharacterKind($0) == .paired } ?? false
  }

  /// Whether a token holds a digit, and so only matches itself.
  static func isCode(_ token: String) -> Bool { token.utf8.contains { (0x30...0x39).contains($0) } }
}

/// What a folded character beyond ASCII is to the splitter.
private enum CharacterKind {
  case word, paired, apostrophe, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2019: self = .apostrophe
    case 0x30FB: self = .other
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

extension UInt8 {
  /// Whether it is a lower-case letter or a digit of ASCII.
  fileprivate var isPlainWord: Bool { (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) }

  /// Whether it is a character of ASCII that always ends a word: no letter, joint or apostrophe.
  fileprivate var isPlainEnd: Bool {
    self < 0x80 && !isPlainWord && self != 0x27 && self != 0x2D && self != 0x2E && self != 0x5F
  }
}

/// Cuts folded text into tokens.
private struct Splitter {
  /// In characters.
  private static let longest = 32

  private var tokens: TokenList
  /// The UTF-8 of the runs so far that joints hold together, with the joints.
  private var whole: [UInt8] = []
  /// Where in `whole` the last run begins, and how many runs there are before it.
  private var start = 0
  private var runs = 0
  private var holdsDigit = false
  /// The character before, of a script that is cut into pairs.
  private var left: Unicode.Scalar?
  private var isPaired = false

  /// Makes room for the tokens of a text of so many bytes.
  init(room: Int) { tokens = TokenList(room: room) }

  /// Whether nothing is open that a mark could end or join.
  var isIdle: Bool { whole.isEmpty && left == nil }

  /// Adds a character that folding gave for one beyond ASCII.
  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if byte.isPlainWord {
        add([byte].span, holdsDigit: byte < 0x3A)
      } else {
        add(mark: byte)
      }
      return
    }
    switch CharacterKind(scalar) {
    case .word:
      endPairs()
      whole += scalar.utf8
    case .apostrophe where start < whole.count: endPairs()
    case .paired:
      endWhole()
      if let left {
        tokens.append((Array(left.utf8) + scalar.utf8)[...])
        isPaired = true
      }
      left = scalar
    case .apostrophe, .other: end()
    }
  }

  /// Adds letters and digits of ASCII; those that are alone have nothing behind them to be joined to.
  mutating func add(_ run: Span<UInt8>, holdsDigit: Bool, isAlone: Bool = false) {
    if left != nil { endPairs() }
    if isAlone, whole.isEmpty, run.count <= Self.longest {
      tokens.append(run)
      return
    }
    whole.append(run)
    if holdsDigit { self.holdsDigit = true }
  }

  /// Adds another character of ASCII.
  mutating func add(mark byte: UInt8) {
    if left != nil { endPairs() }
    switch byte {
    case 0x27 where start < whole.count: break
    case 0x2D where start < whole.count, 0x2E where start < whole.count,
      0x5F where start < whole.count:
      endRun()
      whole.append(byte)
      start = whole.count
    default: endWhole()
    }
  }

  mutating func finish() -> TokenList {
    end()
    return tokens
  }

  private mutating func end() {
    endWhole()
    endPairs()
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

  /// A character without neighbours of such a script is a token by itself.
  private mutating func endPairs() {
    if let left, !isPaired { tokens.append(Array(left.utf8)[...]) }
    (left, isPaired) = (nil, false)
  }

  private mutating func emit(_ bytes: ArraySlice<UInt8>) {
    if let first = bytes.first, ArabicStem.isArabic(first) {
      let stem = ArabicStem.stem(of: Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
      var text = String.UnicodeScalarView()
      text.append(contentsOf: stem.prefix(Self.longest))
      tokens.append(Array(String(text).utf8)[...])
    } else if bytes.count <= Self.longest {
      tokens.append(bytes)
    } else {
      let token = String(decoding: bytes, as: UTF8.self)
      let start = String.UnicodeScalarView(token.unicodeScalars.prefix(Self.longest))
      tokens.append(Array(String(start).utf8)[...])
    }
  }
}
