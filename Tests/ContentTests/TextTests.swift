import Content
import Testing

@Suite struct TextTests {
  @Test func `lines that end no sentence are read once, however many there are`() {
    let picture = Inline.image(Image(source: "a.png", alt: ""))
    let lines = (0..<50_000).flatMap { _ in [picture, .softBreak] }
    let text = Text(lines + [.text("Wait."), .softBreak, .text("Then try again.")])
    #expect(text.pieces.count == 2)
    #expect(text.pieces.last?.source == [.text("Then try again.")])
  }

  @Test func `what shows nothing joins the piece before it, however much there is`() {
    let text = Text(
      [.text("Wait. ")]
        + (0..<50_000).map { .unit(TextUnit.ID("\($0)"), isContinuation: false, []) })
    #expect(text.pieces.count == 1)
  }
}
