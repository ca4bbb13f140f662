import CustomDump
import Testing

@testable import Authoring

@Suite struct ExpectationRewriterTests {
  @Test func `walks begin and end in the moved article, and all else stays as it is written`() {
    let rewriter = ExpectationRewriter(
      moves: ["en-us/Lost.md": "en-us/phones/Lost.md"], id: "lost", newID: "phones/lost",
      others: ["lost/keys", "found"])
    let file = """
      # lost and found
      - start: lost   # the article
        answers: [lost, "start: lost"]
        end: 'lost/what-happened/solved'
      - { start: "Lost.md", answers: [], end: lost }
      - end: lost-and-found
        start:  en-us/lost.md\r
        answers:
          - lost
      - start: lost
        end: lost/keys/none
      - start: lost/keys
        end: help

      """
    let result = rewriter.rewrite(Array(file.utf8))
    expectNoDifference(
      String(decoding: result.bytes, as: UTF8.self),
      """
      # lost and found
      - start: phones/lost   # the article
        answers: [lost, "start: lost"]
        end: 'phones/lost/what-happened/solved'
      - { start: "phones/lost.md", answers: [], end: phones/lost }
      - end: lost-and-found
        start:  en-us/phones/Lost.md\r
        answers:
          - lost
      - start: phones/lost
        end: lost/keys/none
      - start: lost/keys
        end: help

      """)
    expectNoDifference(result.count, 6)
  }
}
