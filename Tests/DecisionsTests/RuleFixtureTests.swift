import Articles
import TestSupport
import Testing

@testable import Decisions

@Suite struct RuleFixtureTests {
  @Test(arguments: Fixture.all(beside: #filePath))
  func `each kind of text becomes what its writer meant`(_ fixture: Fixture) throws {
    let bytes = try fixture.bytes("article.md")
    let article = ArticleReader.read(bytes, path: "a.md", including: { _ in nil }).article
    let tree = TreeBuilder.tree(of: article, id: "a")
    #expect(TreeVerifier.defects(in: tree) == [])
    fixture.approve(outline(of: tree).joined(separator: "\n") + "\n")
  }
}
