import Compiler

extension Screen {
  /// Does what a key means.
  package mutating func press(_ key: Key) -> Action {
    if key == .control("z") { return .suspend }
    let belongsToLast = key == .enter && hasActed
    hasActed = false
    if belongsToLast { return .redraw }
    message = nil
    switch mode {
    case .choosing: return pressChoosing(key)
    case .typing(let prefix, let text): return pressTyping(key, prefix, text)
    case .filtering(let text): return pressFiltering(key, text)
    case .reading(let page): return pressReading(key, page)
    }
  }

  private mutating func pressChoosing(_ key: Key) -> Action {
    if case .character(let character) = key, let digit = character.wholeNumberValue, digit < 10 {
      return type(digit)
    }
    switch key {
    case .enter where !digits.isEmpty: return takeDigits()
    case .backspace where !digits.isEmpty: digits.removeLast()
    case .escape: digits = ""
    case .enter, .right: return takeSelection()
    case .up, .control("p"): move(-1)
    case .down, .control("n"), .tab: move(1)
    case .backTab: move(-1)
    case .home: select(0)
    case .end: select(items.count - 1)
    case .pageDown, .control("f"), .character(" "): scrollPage(1)
    case .pageUp, .control("b"): scrollPage(-1)
    case .left, .backspace: return .command(.back)
    case .control("c"), .control("d"): return .leave
    case .control("l"): return .redraw
    case .character(let character): return pressLetter(character)
    case .paste(let text): mode = .typing(prefix: "", text: Span(text).text.trimmed)
    case .control, .delete: break
    }
    return .redraw
  }

  private mutating func pressLetter(_ letter: Character) -> Action {
    switch letter {
    case "j": move(1)
    case "k": move(-1)
    case "/", "／": mode = .filtering("")
    case "H":
      showsHint.toggle()
      hasActed = true
    case "C":
      hasActed = true
      return .copyNote
    case "J": mode = .typing(prefix: "j", text: "")
    case ":": mode = .typing(prefix: "", text: "")
    default: return command(of: String(letter))
    }
    selection = mode.filter == nil ? selection : 0
    return .redraw
  }

  /// The command of a letter; one that needs more words is written on.
  private mutating func command(of letter: String) -> Action {
    switch Command(letter) {
    case .find: mode = .typing(prefix: "f ", text: "")
    case .go: mode = .typing(prefix: "g ", text: "")
    case .language: mode = .typing(prefix: "l ", text: "")
    case .change: mode = .typing(prefix: "change ", text: "")
    case .quit: return .leave
    case .say:
      message = session.phrases[.unknownKey]
      hasActed = true
    case let command:
      hasActed = true
      return .command(command)
    }
    return .redraw
  }

  /// Takes a choice as soon as no longer number can be meant.
  private mutating func type(_ digit: Int) -> Action {
    digits += String(digit)
    let count = session.prompt.choices.count
    guard let number = Int(digits), number > 0 else {
      digits = ""
      return .redraw
    }
    if number * 10 > count {
      hasActed = true
      return takeDigits()
    }
    if let index = items.firstIndex(of: .choice(number)) { select(index) }
    return .redraw
  }

  private mutating func takeDigits() -> Action {
    defer { digits = "" }
    return Int(digits).map { .command(.choose($0)) } ?? .redraw
  }

  private mutating func takeSelection() -> Action {
    guard isDrawn else { return .redraw }
    if let step = session.prompt.step, step.number < step.count { return .command(.next) }
    let items = items
    guard items.indices.contains(selection) else {
      return session.isAtEnd ? .leave : .redraw
    }
    // What is not seen is not chosen: the first Enter shows it.
    if !isSelectionVisible {
      showSelection()
      return .redraw
    }
    switch items[selection] {
    case .choice(let number): return .command(.choose(number))
    case .jump(let number): return .command(.jump(number))
    }
  }

  private mutating func pressTyping(_ key: Key, _ prefix: String, _ text: String) -> Action {
    switch key {
    case .enter:
      mode = .choosing
      return text.trimmed.isEmpty ? .redraw : .command(Command(Self.line(prefix, text)))
    case .control("c"), .escape: mode = .choosing
    default:
      guard let edited = Self.edited(text, by: key) else {
        mode = .choosing
        return .redraw
      }
      mode = .typing(prefix: prefix, text: edited)
    }
    return .redraw
  }

  /// What a line says that a letter opened: whoever types the whole word has typed its first letter
  /// already.
  static func line(_ prefix: String, _ text: String) -> String {
    let typed = prefix.prefix(1) + text
    let isWord = wordsOfLetters[prefix]?.contains { word in
      typed == word || typed.hasPrefix("\(word) ")
    }
    return isWord == true ? String(typed) : prefix + text
  }

  /// By what a letter opens a line with, the words that it may be the beginning of.
  private static let wordsOfLetters = [
    "f ": ["find"], "g ": ["go", "goto"], "l ": ["language"], "change ": ["change"],
  ]

  private mutating func pressFiltering(_ key: Key, _ text: String) -> Action {
    switch key {
    case .enter:
      guard items.indices.contains(selection) else { return .redraw }
      let action = takeSelection()
      if action != .redraw { mode = .choosing }
      return action
    case .up: move(-1)
    case .down, .tab: move(1)
    case .control("c"), .escape: mode = .choosing
    default:
      selection = 0
      mode = Self.edited(text, by: key).map { .filtering($0) } ?? .choosing
      showSelection()
    }
    return .redraw
  }

  /// The text after a key; `nil` when there is nothing more to delete.
  private static func edited(_ text: String, by key: Key) -> String? {
    switch key {
    case .character(let character): return text + String(character)
    case .paste(let pasted):
      return text + Span(pasted.split(whereSeparator: \.isNewline).joined(separator: " ")).text
    case .backspace: return text.isEmpty ? nil : String(text.dropLast())
    case .control("u"): return ""
    case .control("w"):
      var words = Substring(text)
      while words.last == " " { words.removeLast() }
      while let last = words.last, last != " " { words.removeLast() }
      return String(words)
    default: return text
    }
  }

  private mutating func pressReading(_ key: Key, _ page: Page) -> Action {
    switch key {
    case .down, .character("j"): scrollLines(1)
    case .up, .character("k"): scrollLines(-1)
    case .pageDown: scrollPage(1)
    case .character(" ") where canScrollDown: scrollPage(1)
    case .pageUp: scrollPage(-1)
    case .character("c") where page == .note: return .copyNote
    case .control("c"): return .leave
    default:
      if case .character = key { hasActed = true }
      mode = .choosing
      scroll = 0
      showSelection()
    }
    return .redraw
  }
}
