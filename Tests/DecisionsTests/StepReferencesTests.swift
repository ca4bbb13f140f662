import Articles
import Content
import CustomDump
import Testing

@testable import Decisions

@Suite struct StepReferencesTests {
  private func tree(_ markdown: String) -> DecisionTree {
    let read = ArticleReader.read(Array(markdown.utf8), path: "a.md", including: { _ in nil })
    return TreeBuilder.tree(of: StepReferences.linking(read.article), id: "a")
  }

  /// The words of each jump in the target, and the step that it leads to.
  private func jumps(_ markdown: String) -> [String] {
    tree(markdown).nodes.flatMap(\.jumps).map { jump in
      let words = jump.text.target.plainText
      switch jump.target {
      case .step(let node, let number, _): return "\(words) > \(node) step \(number)"
      case .node(let node): return "\(words) > \(node)"
      case .article, .url: return words
      }
    }
  }

  private let procedure = """
    # Pair the headset

    1. Hold the button.
    2. Open the list of devices.
    3. Select the headset. If it isn't there, go back to **Step 1**.
    4. To add another one, repeat steps 2–3.

    If the light is red, skip to step 4.
    """

  @Test func `references in a list and behind it lead to its steps`() {
    expectNoDifference(
      jumps(procedure),
      ["Step 1 > a step 1", "steps 2–3 > a step 2", "step 4 > a step 4"])
  }

  @Test func `the step has a place that the link names`() throws {
    let root = try #require(tree(procedure).root)
    let links = root.body.texts.flatMap { $0.target.links.map(\.link.destination) }
    #expect(
      links == ["#pair-the-headset/step:1", "#pair-the-headset/step:2", "#pair-the-headset/step:4"])
    let steps = root.steps.map { $0.first?.ownTexts.first?.source.first }
    #expect(steps[0] == .anchor("pair-the-headset/step:1"))
    #expect(steps[2] != .anchor("pair-the-headset/step:3"))
  }

  @Test(arguments: [
    "Enter the code from step 1.", "Go to step 9.", "Go to step 2.", "Repeat steps 1–7.",
    "Go to step 1 of Set up mail.", "Go to [step 1](#pair).", "The footstep 1 is red.",
  ])
  func `a mention, and a step that the list has not, is no reference`(_ sentence: String) {
    let found = jumps("# Pair\n\n1. Hold it.\n2. \(sentence)\n3. Select it.\n")
    #expect(found.filter { $0.contains("> a step") } == [])
  }

  @Test func `a step of the outer list comes before one of the list inside`() {
    expectNoDifference(
      jumps("# A\n\n1. One.\n2. Two:\n   1. Inner.\n   2. Go to step 1.\n   3. Go to step 2.\n"),
      ["step 1 > a step 1"])
  }

  @Test func `a heading that is a step is meant where no list has it`() {
    expectNoDifference(
      jumps("# A\n\n## Step 1: Plan\n\nText.\n\n## Step 2: Do\n\nIf it fails, return to step 1.\n"),
      ["step 1 > a/step-1-plan"])
  }

  private func unit(_ number: Int, _ target: String, _ source: String) -> String {
    "<span data-ttu-id=\"aaaaa-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"aaaaa-\(number)\">\(source)</span></span>"
  }

  @Test(arguments: [
    ("Ga terug naar stap 1.", "stap 1"), ("その後、手順 1 に戻ります。", "手順 1"),
    ("次にステップ1に戻ります。", "ステップ1"), ("Begin weer bij het begin.", "→ 1"),
  ])
  func `in a translation the link covers the number with its word, else it is added`(
    _ target: String, _ covered: String
  ) {
    let markdown = """
      # \(unit(101, "Koppelen", "Pair"))

      1. \(unit(102, "Houd vast.", "Hold it."))
      2. \(unit(103, target, "Go back to step 1."))
      """
    expectNoDifference(jumps(markdown), ["\(covered) > a step 1"])
  }

  @Test(arguments: [
    ("nl", "Ga terug naar stap 1.", "stap 1"),
    ("de", "Wiederholen Sie die Schritte 1 bis 2.", "Schritte 1 bis 2"),
    ("fr", "Revenez à l'étape 1.", "étape 1"), ("es", "Vuelva al paso 1.", "paso 1"),
    ("ja", "手順 1 に戻ります。", "手順 1"), ("ar", "ارجع إلى الخطوة 1.", "الخطوة 1"),
  ])
  func `a plain article is read by the words of its own language`(
    _ language: String, _ sentence: String, _ covered: String
  ) throws {
    let markdown = "# Z\n\n1. X.\n2. Y.\n3. \(sentence)\n"
    let read = ArticleReader.read(Array(markdown.utf8), path: "a.md", including: { _ in nil })
    let tag = try #require(LanguageTag(language))
    let tree = TreeBuilder.tree(of: StepReferences.linking(read.article, in: tag), id: "a", in: tag)
    #expect(tree.nodes.flatMap(\.jumps).map(\.text.source.plainText) == [covered])
  }
}
