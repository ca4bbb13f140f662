import Articles
import Content
import CustomDump
import Testing

@Suite struct SentenceSpaceTests {
  private func unit(_ number: Int, _ target: String, _ source: String) -> String {
    "<span data-ttu-id=\"a1b2c-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"a1b2c-\(number)\">\(source)</span></span>"
  }

  private func texts(_ markdown: String) -> [String] {
    let article = ArticleReader.read(Array(markdown.utf8), path: "a.md", including: { _ in nil })
      .article
    return article.blocks.flatMap(\.texts).flatMap {
      [$0.source.plainText, $0.target.plainText]
    }
  }

  @Test func `Japanese sentences follow each other without a space`() {
    let text = unit(1, "待ちます。", "Wait.") + " " + unit(2, "**次へ**を選びます。", "Select **Next**.")
    expectNoDifference(texts(text), ["Wait. Select Next.", "待ちます。次へを選びます。"])
  }

  @Test func `sentences of other scripts keep their space`() {
    let text =
      unit(1, "Wacht.", "Wait.") + " " + unit(2, "Selecteer **Volgende**.", "Select **Next**.")
    expectNoDifference(texts(text), ["Wait. Select Next.", "Wacht. Selecteer Volgende."])
  }

  @Test func `a bold sentence keeps the space that closes it`() {
    let text = unit(1, "**携帯がない。**", "**No phone.**") + " " + unit(2, "電話します。", "Call us.")
    expectNoDifference(texts(text), ["No phone. Call us.", "携帯がない。 電話します。"])
  }

  @Test func `stray marks in one of several sentences are no words`() {
    let text = unit(1, "Wacht.", "Wait.") + " " + unit(2, "Kies ** Volgende **.", "Select Next.")
    expectNoDifference(texts(text), ["Wait. Select Next.", "Wacht. Kies  Volgende ."])
  }
}
