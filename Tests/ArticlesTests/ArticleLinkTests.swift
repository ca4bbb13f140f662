import CustomDump
import Testing

@testable import Articles

@Suite struct ArticleLinkTests {
  @Test(arguments: [
    ("b.md", "a/b.md", ""), ("../c%20d.MD?view=x#e%20f", "c d.md", "e f"), ("b.md#", "a/b.md", ""),
    ("b.md#c?d#e", "a/b.md", "c?d#e"), ("~/b.Md", "b.md", ""), ("b.md?x.md", "a/b.md", ""),
    ("./c/../b.md", "a/b.md", ""), ("c//~/b.md", "a/c/b.md", ""), ("~x/b.md", "a/~x/b.md", ""),
  ])
  func `a link to an article is a file and an anchor`(
    destination: String, file: String, anchor: String
  ) {
    let found = ArticleLink.split(destination, from: "a/x.md")
    expectNoDifference(found?.file.lowercased(), file)
    expectNoDifference(found?.anchor, anchor)
  }

  @Test(arguments: [
    "", "#b", "b", "b.txt#c.md", "b?c.md", "bmd", "https://b.md", "../../b.md", "md",
    "~/../b.md", "c/../../../b.md",
  ])
  func `any other address is none`(destination: String) {
    #expect(ArticleLink.split(destination, from: "a/x.md") == nil)
  }
}
