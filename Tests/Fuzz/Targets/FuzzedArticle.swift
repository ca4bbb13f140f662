import Articles
import Content
import Decisions
import Diagnostics

/// One article of any bytes.
enum FuzzedArticle {
  static func read(_ bytes: [UInt8]) {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    let (article, diagnostics) = ArticleReader.read(bytes, path: "a.md") { path in
      path == "includes/self.md" ? bytes : nil
    }
    for finding in diagnostics {
      precondition((finding.location.line ?? 1) <= lines, "a finding lies outside its file")
    }
    let tree = TreeBuilder.tree(of: article, id: "a")
    // Answers that are equal or too few are the article's own fault.
    let isSound = TreeVerifier.defects(in: tree).allSatisfy { $0.code != "broken-tree" }
    precondition(isSound, "the tree is not sound")
    precondition(
      article.includes.count > 0
        || article.blocks.flatMap(\.units).count <= count("tu-id", in: bytes),
      "a unit was invented or shown twice")
  }

  private static func count(_ word: String, in bytes: [UInt8]) -> Int {
    let needle = Array(word.utf8)
    guard bytes.count >= needle.count else { return 0 }
    return (0...bytes.count - needle.count).count {
      bytes[$0] == needle[0] && bytes[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
