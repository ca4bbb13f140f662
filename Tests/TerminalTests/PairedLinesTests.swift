import CustomDump
import Diagnostics
import Testing

@testable import Terminal

@Suite struct PairedLinesTests {
  private static let step = Paragraph(
    [Span("携帯電話を再起動します。")], source: [Span("Restart your phone.")], first: "1. ")

  private func lines(_ paragraph: Paragraph, width: Int, isBeside: Bool) -> [String] {
    [paragraph].lines(width: width, isBeside: isBeside).map { $0.map(\.text).joined() }
  }

  @Test func `the source stands under its translation where there is little room`() {
    expectNoDifference(
      lines(Self.step, width: 40, isBeside: false),
      ["1. 携帯電話を再起動します。", "   | Restart your phone."])
  }

  @Test func `the source stands beside its translation, and columns stay columns`() {
    expectNoDifference(
      lines(Self.step, width: 37, isBeside: true),
      ["1. Restart your   │ 携帯電話を再起動", "   phone.         │ します。"])
  }

  @Test(arguments: ["携帯電話を再起動します。", "أعد تشغيل هاتفك ثمّ حاول مرّة أخرى."])
  func `the columns of every line begin where those of the first do`(translation: String) {
    let source = [Span("Restart the phone, wait a moment, and try again.")]
    let paragraph = Paragraph([Span(translation)], source: source, first: "  2  ")
    let starts = lines(paragraph, width: 40, isBeside: true).map { line in
      line.firstIndex(of: "│").map { DisplayWidth.of(line[..<$0]) }
    }
    expectNoDifference(Set(starts), [19])
    #expect(starts.count > 1)
  }

  @Test func `a text without a source has the whole width`() {
    expectNoDifference(
      lines(Paragraph([Span("Did that solve it?")]), width: 20, isBeside: true),
      ["Did that solve it?"])
  }
}
