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
      ("", []),
    ] as [(String, [String])])
  func `text is cut into folded tokens`(text: String, tokens: [String]) {
    expectNoDifference(Tokens.split(text), tokens)
  }
}
