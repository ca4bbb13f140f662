import CustomDump
import Testing

@testable import Search

@Suite struct TokensTests {
  @Test(
    arguments: [
      ("I can't sign in", ["i", "cant", "sign", "in"]),
      ("Réinitialiser l’Élan", ["reinitialiser", "lelan"]),
      ("STRAẞE, Straße", ["strasse", "strasse"]),
      ("Fehler 0x80070005 (53-003).", ["fehler", "0x80070005", "53", "003", "53-003"]),
      ("two-step verification", ["two", "step", "verification"]),
      ("ERR_SSL_1 -x-", ["err", "ssl", "1", "err_ssl_1", "x"]),
      ("コードが届かない", ["コー", "ード", "ドが", "が届", "届か", "かな", "ない"]),
      ("ＰＣ　１２", ["pc", "12"]),
      ("図 A", ["図", "a"]),
      ("أَنا نسيتُ", ["انا", "نسيت"]),
      ("هاتفي، الهاتف وبالهاتف هاتفها للهاتف", ["هاتف", "هاتف", "وبالهاتف", "هاتف", "هاتف"]),
      ("الحسابات حسابك باب الأب", ["حساب", "حساب", "باب", "الاب"]),
      ("a.b.c 1..2 x_9-y.", ["a", "b", "c", "1", "2", "x", "9", "y", "x_9-y"]),
      ("ένα δύο", ["ενα", "δυο"]),
      ("", []),
    ] as [(String, [String])])
  func `text is cut into folded tokens`(text: String, tokens: [String]) {
    expectNoDifference(Tokens.split(text), tokens)
  }

  /// A text is folded part by part; so cutting it must be the same once it is folded.
  @Test(arguments: 0..<200) func `folded text is cut as the text is`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let alphabet = Array("ab1Z9.-_' ,xéÅß\u{301}\u{323}’ＡＰ　コ届ﾄかأعΣÆ")
    let text = String(
      (0..<60).map { _ -> Character in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      })
    expectNoDifference(Tokens.split(text), Tokens.split(Folding.fold(text)))
  }
}
