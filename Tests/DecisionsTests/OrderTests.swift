import Content
import CustomDump
import Testing

@testable import Decisions

@Suite struct OrderTests {
  @Test(
    arguments: [
      ("en-us", "If you still get no code, switch that phone on.", "Switch that phone on."),
      ("en-us", "If it's red, orange or yellow, restart it.", "Restart it."),
      ("en-us", "If it fails, but only once, wait.", "Wait."),
      ("en-us", "Check the cable, then the switch.", "Check the cable, then the switch."),
      ("en-us", "If nothing helps.", "If nothing helps."),
      ("nl-nl", "Als dat niet helpt, zet je de telefoon aan.", "Zet je de telefoon aan."),
      ("de-de", "Wenn es noch immer fehlt, starten Sie neu.", "Starten Sie neu."),
      ("fr-fr", "Si cela ne suffit pas, redémarrez.", "Redémarrez."),
      ("es-es", "Si no funciona, reinicie el equipo.", "Reinicie el equipo."),
      ("ja-jp", "まだ届かない場合は、電源を入れます。", "電源を入れます。"),
      ("ar-sa", "إذا لم يصل شيء، فشغّل الهاتف.", "فشغّل الهاتف."),
    ])
  func `an order is told without the condition before it`(
    locale: String, sentence: String, order: String
  ) throws {
    let tag = try #require(LanguageTag(locale))
    expectNoDifference(Order.withoutCondition(sentence, in: tag), order)
  }
}
