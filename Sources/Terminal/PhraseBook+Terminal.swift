package import Compiler
package import Content

extension PhraseBook {
  /// A phrase with its places `{n}` and `{m}` filled.
  package func filled(_ term: Term, _ n: String, _ m: String = "") -> String {
    self[term].replacing("{n}", with: n).replacing("{m}", with: m)
  }

  /// That there is no such answer, and which there are.
  func noChoice(_ number: Int, _ count: Int) -> String {
    filled(.noChoice, String(number), String(count))
  }

  /// That there is no such link, and which there are.
  func noJump(_ number: Int, _ count: Int) -> String {
    filled(.noJump, "j\(number)", "j\(count)")
  }

  /// That nothing is in one language, and which is shown instead.
  package func fallsBack(from wanted: LanguageTag, to shown: LanguageTag) -> String {
    filled(.fallsBack, wanted.display, shown.display)
  }

  /// The keys that work wherever lines are typed, and on a screen those that only work there.
  package func keys(onScreen: Bool) -> [(key: String, meaning: String)] {
    let screen: [(String, String)] = [
      ("↑ ↓ j k", self[.keyMove]), ("/", self[.keyFilter]), ("C", self[.keyCopy]),
      ("H", self[.keyHint]),
    ]
    return [("1 2 3 …", self[.keyNumber])] + (onScreen ? screen : []) + [
      ("b", self[.keyBack]), ("change 2", self[.keyChange]),
      (onScreen ? "J1" : "j1", self[.keyJump]), ("s", self[.keySteps]), ("r", self[.keyRestart]),
      ("t", self[.keyHome]), ("f …", self[.keyFind]), ("g 412 097", self[.keyGo]),
      ("l nl-nl", self[.keyLanguage]), ("p", self[.keyPair]), ("n", self[.keyNote]),
      ("o", self[.keyOpen]), ("h", self[.keyHistory]), ("?", self[.keyHelp]),
      ("q", self[.keyQuit]),
    ]
  }
}

extension StepCode {
  /// The code with a space that keeps its halves in order also in right-to-left text, since a
  /// no-break space joins two numbers (UAX #9, W4).
  package var readable: String { description.replacing(" ", with: "\u{A0}") }
}

extension PhraseBook {
  func step(_ number: Int, of count: Int) -> String {
    filled(.stepOf, String(number), String(count))
  }

  func more(_ count: Int) -> String { filled(.more, String(count)) }
}
