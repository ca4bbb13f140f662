package import Compiler
package import Content

extension PhraseBook {
  /// That there is no such answer, and which there are.
  func noChoice(_ number: Int, _ count: Int) -> String {
    self[.noChoice].replacing("{n}", with: String(number)).replacing("{m}", with: String(count))
  }

  /// That there is no such link, and which there are.
  func noJump(_ number: Int, _ count: Int) -> String {
    self[.noJump].replacing("{n}", with: "j\(number)").replacing("{m}", with: "j\(count)")
  }

  /// That nothing is in one language, and which is shown instead.
  package func fallsBack(from wanted: LanguageTag, to shown: LanguageTag) -> String {
    self[.fallsBack].replacing("{n}", with: wanted.display).replacing("{m}", with: shown.display)
  }

  /// The keys, one line each.
  package var keys: [(key: String, meaning: String)] {
    [
      ("1 2 3 …", self[.keyNumber]), ("b", self[.keyBack]), ("change 2", self[.keyChange]),
      ("j1", self[.keyJump]), ("r", self[.keyRestart]), ("t", self[.keyHome]),
      ("g 412 097", self[.keyGo]), ("l nl-nl", self[.keyLanguage]), ("p", self[.keyPair]),
      ("n", self[.keyNote]), ("?", self[.keyHelp]), ("q", self[.keyQuit]),
    ]
  }
}
