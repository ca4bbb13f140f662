import Articles
import Compiler
import Content
import Decisions
import Diagnostics
import Markdown

/// A part of the product that reads what strangers write.
enum FuzzTarget: String, CaseIterable {
  /// An article's bytes, to its tree.
  case article
  /// A pipe table's rows.
  case table
  /// The YAML at the head of an article.
  case frontMatter = "front-matter"
  /// Side-by-side mark-up.
  case units
  /// `waymark.yml`.
  case configuration

  /// Feeds the bytes to the part, and stops the process when a promise is broken.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .article: Self.read(bytes)
    case .table: Self.read(Array("|a|b|\n|---|:-:|\n".utf8) + bytes)
    case .frontMatter: Self.read(Array("---\n".utf8) + bytes + Array("\n---\n# a\n".utf8))
    case .units:
      Self.read(
        Array(#"# <span data-ttu-id="aaaaa-101">"#.utf8) + bytes
          + Array(
            #"</span><span class="sxs-lookup"><span data-stu-id="aaaaa-101">b</span></span>"#.utf8))
    case .configuration:
      var diagnostics: [Diagnostic] = []
      _ = Configuration(parsing: String(decoding: bytes, as: UTF8.self), diagnostics: &diagnostics)
    }
  }

  private static func read(_ bytes: [UInt8]) {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    let (article, diagnostics) = ArticleReader.read(bytes, path: "a.md") { path in
      path == "includes/self.md" ? bytes : nil
    }
    for finding in diagnostics {
      precondition((finding.location.line ?? 1) <= lines, "a finding lies outside its file")
    }
    let tree = TreeBuilder.tree(of: article, id: "a")
    precondition(TreeVerifier.defects(in: tree).isEmpty, "the tree is not sound")
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
