import Content
import CustomDump
import Testing

@Suite struct SentencesTests {
  @Test(arguments: [
    ("Wait. Then try again.", ["Wait. ", "Then try again."]),
    ("Did it ring? Answer it! Then wait.", ["Did it ring? ", "Answer it! ", "Then wait."]),
    ("待ちます。次へを選びます。", ["待ちます。", "次へを選びます。"]),
    ("届きましたか？はい！終わりです。", ["届きましたか？", "はい！", "終わりです。"]),
    ("هل وصلك رمز؟ اتصل بنا. انتظر.", ["هل وصلك رمز؟ ", "اتصل بنا. ", "انتظر."]),
    (". A code comes.", [". ", "A code comes."]),
    ("Select “Send.” Then wait.", ["Select “Send.” ", "Then wait."]),
  ])
  func `a sentence ends at the stops of its script`(text: String, parts: [String]) {
    expectNoDifference(Sentences.split(text), parts)
  }

  @Test(arguments: [
    "Call e.g. Anna or the desk", "Use version 2.1 of it", "Kies bijv. Instellingen",
    "Wählen Sie z.B. Einstellungen", "The U.S. Service Desk is open", "1. Restart the phone",
    "Open https://help.example.com/?q=Codes now", "「コードが届きましたか？」と表示されます",
    "Wait... then try again", "", ".", "。",
  ])
  func `no sentence ends where the words go on`(text: String) {
    expectNoDifference(Sentences.split(text), [text])
  }

  @Test func `a number at the end of a sentence ends it`() {
    expectNoDifference(
      Sentences.split("You need version 5. Install it first."),
      ["You need version 5. ", "Install it first."])
  }

  @Test(arguments: [
    ("Wait. ", true), ("待ちます。", true), ("هل وصلك رمز؟", true), ("Wait", false), ("a.b", false),
    ("", false), ("  ", false),
  ])
  func `a text ends a sentence with a stop of its script`(text: String, isEnd: Bool) {
    #expect(Sentences.endsSentence(text) == isEnd)
  }
}
