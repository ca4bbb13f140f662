import Content
import CustomDump
import Testing

@testable import Search

@Suite struct SynonymsTests {
  @Test func `a text gets the other phrases of its groups, once`() {
    let synonyms = Synonyms(parsing: "# words\nsms, text message\nwifi, wi fi, wireless\n")
    func expanding(_ text: String) -> [String] {
      var tokens = Tokens.list(of: Array(text.utf8))
      synonyms.expand(&tokens)
      return tokens.strings
    }
    expectNoDifference(
      expanding("No text message, and no text message by Wi-Fi"),
      ["no", "text", "message", "and", "no", "text", "message", "by", "wi", "fi"]
        + ["sms", "wifi", "wireless"])
    expectNoDifference(expanding("sms"), ["sms", "text", "message"])
    expectNoDifference(expanding("text file"), ["text", "file"])
    expectNoDifference(expanding("wi fi"), ["wi", "fi", "wifi", "wireless"])
  }

  @Test(arguments: [
    ("en", "What is my user name?", "username"), ("en", "Type the verification code", "otp"),
    ("en", "I forgot my password", "passcode"), ("en", "My account was compromised", "hacked"),
    ("en", "The link expires", "expired"), ("en", "Call the service desk", "human"),
    ("de", "Mein Konto ist gesperrt", "ausgesperrt"), ("de", "Mein Konto ist gesperrt", "sperre"),
    ("en", "A request that I didn't ask for", "phishing"), ("en", "Use a security key", "yubikey"),
    ("en", "Sign in with a fingerprint", "face"), ("en", "I forgot my password", "wrong"),
    ("de", "Kennwort ändern", "änderung"), ("ar", "حسابي مقفل", "قفل"),
    ("ar", "هاتفي مفقود أو مسروق", "جوال"), ("ar", "هاتفي مفقود", "ضايع"),
    ("ja", "新しいスマートフォンに替えた", "機種"), ("ja", "スマートフォンをなくした", "紛失"),
    ("ja", "パスワードを忘れた", "わす"), ("nl", "U bent aangemeld", "ingelogd"),
  ])
  func `what people call a thing finds what it is called`(
    language: String, text: String, asked: String
  ) throws {
    let locale = try #require(LanguageTag(language))
    let synonyms = try #require(Synonyms.words(for: locale))
    var tokens = Tokens.list(of: Array(text.utf8))
    synonyms.expand(&tokens)
    #expect(tokens.strings.contains(Folding.fold(asked)))
  }

  @Test(arguments: ["en", "nl", "de", "fr", "es", "ja", "ar"])
  func `a phrase of a language stands in one group only, with another word for it`(
    language: String
  ) throws {
    let locale = try #require(LanguageTag(language))
    let synonyms = try #require(Synonyms.words(for: locale))
    let phrases = synonyms.groups.flatMap { $0 }
    #expect(phrases.count == Set(phrases).count)
    #expect(synonyms.groups.allSatisfy { $0.count > 1 })
    #expect(phrases.allSatisfy { !$0.isEmpty })
  }
}
