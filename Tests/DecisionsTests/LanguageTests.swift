import Articles
import Content
import Foundation
import Testing

@testable import Decisions

@Suite struct LanguageTests {
  @Test(arguments: ["nl", "de", "fr", "es", "ja", "ar"])
  func `an article without source text has the tree of its English original`(
    _ language: String
  ) throws {
    let original = try tree("en")
    let translated = try tree(language)
    #expect(TreeVerifier.defects(in: translated) == [])
    #expect(shape(of: translated) == shape(of: original))
  }

  @Test func `an article that nobody has translated yet is read as English`() throws {
    let article = try article("en")
    #expect(
      shape(of: TreeBuilder.tree(of: article, id: "a", in: dutch)) == shape(of: try tree("en")))
  }

  @Test(arguments: ["en", "nl", "de", "fr", "es", "ja", "ar"])
  func `a language has every list`(_ language: String) {
    let words = Vocabulary.words(of: language)
    // Where the verb comes last in a clause, no clause can do without its conjunction.
    let empty = PhraseList.allCases.filter { $0 != .openIfs && words[$0] == PhraseSet([]) }
    #expect(empty == [])
  }

  @Test func `beside a translation the source text decides`() throws {
    let sideBySide = """
      # <span data-ttu-id="a1b2c-101">De app werkt niet</span><span class="sxs-lookup"><span \
      data-stu-id="a1b2c-101">The app doesn't work</span></span>

      ## <span data-ttu-id="a1b2c-102">Waardoor</span><span class="sxs-lookup"><span \
      data-stu-id="a1b2c-102">Cause</span></span>

      <span data-ttu-id="a1b2c-103">De app is oud.</span><span class="sxs-lookup"><span \
      data-stu-id="a1b2c-103">The app is old.</span></span>

      ## <span data-ttu-id="a1b2c-104">Wat nu te doen</span><span class="sxs-lookup"><span \
      data-stu-id="a1b2c-104">Resolution</span></span>

      <span data-ttu-id="a1b2c-105">Werk de app bij.</span><span class="sxs-lookup"><span \
      data-stu-id="a1b2c-105">Update the app.</span></span>
      """
    let article = ArticleReader.read(Array(sideBySide.utf8), path: "a.md", including: { _ in nil })
    let tree = TreeBuilder.tree(of: article.article, id: "a")
    #expect(tree.nodes.first?.rule == .issueSections)
  }

  @Test func `a translation whose label stands elsewhere stays whole`() throws {
    func unit(_ number: Int, _ target: String, _ source: String) -> String {
      "<span data-ttu-id=\"a1b2c-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
        + "<span data-stu-id=\"a1b2c-\(number)\">\(source)</span></span>\n\n"
    }
    let text =
      unit(1, "**Problem:** Es ist weg", "**Problem:** It is gone")
      + unit(2, "**Lösung:** Rufen Sie an.", "**Solution:** Call us.")
      + unit(3, "Das **Problem:** es ist nass", "**Problem:** It is wet")
      + unit(4, "**Lösung: Warten Sie.**", "**Solution:** Wait.")
    let article = ArticleReader.read(
      Array("# Telefon\n\n\(text)".utf8), path: "a.md", including: { _ in nil }
    ).article
    let tree = TreeBuilder.tree(of: article, id: "a")
    let answers = tree.nodes.filter { $0.kind == .question }.flatMap(\.choices)
      .filter { $0.role == .answer }
    #expect(
      answers.map { $0.label.text?.targetWords.condensed } == [
        "Es ist weg", "Das Problem: es ist nass",
      ])
    let wet = try #require(answers.last.flatMap { tree[$0.target] })
    #expect(wet.body.map { $0.texts.map(\.targetWords) } == [["Lösung: Warten Sie."]])
  }

  private let dutch = LanguageTag("nl-nl") ?? .americanEnglish

  private func article(_ language: String) throws -> Article {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Languages/\(language).md")
    let bytes = [UInt8](try Data(contentsOf: file))
    return ArticleReader.read(bytes, path: "a.md", including: { _ in nil }).article
  }

  private func tree(_ language: String) throws -> DecisionTree {
    let tag = try #require(LanguageTag(language))
    return TreeBuilder.tree(of: try article(language), id: "a", in: tag)
  }

  /// A tree as one line a node, without words.
  private func shape(of tree: DecisionTree) -> [String] {
    var depths: [Node.ID: Int] = [:]
    return tree.inWalkingOrder.map { node in
      let depth = node.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
      depths[node.id] = depth
      let roles = node.choices.map(\.role.rawValue).joined(separator: " ")
      return String(repeating: "  ", count: depth)
        + "\(node.kind.rawValue), \(node.rule.rawValue), \(node.steps.count) steps: \(roles)"
    }
  }
}
