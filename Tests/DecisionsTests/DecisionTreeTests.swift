import Testing

@testable import Decisions

@Suite struct DecisionTreeTests {
  private let table = """
    # My code does not arrive

    |Problem|Solution|
    |---|---|
    |No text comes|Check the signal.<br><br>If you still get nothing, use a call.|
    |None of these|Call the service desk.|
    """

  @Test func `a problem table is a question with its last row as the way out`() throws {
    let root = try #require(tree(table).root)
    #expect(root.kind == .question)
    #expect(root.choices.map(\.role) == [.answer, .fallback])
    #expect(root.choices.map(\.target.rawValue) == ["a/no-text-comes", "a/none-of-these"])
  }

  @Test func `remedies follow each other and end in the article's own way out`() throws {
    let tree = tree(table)
    var walk = try #require(Walk(tree))
    try walk.choose(0)
    #expect(walk.node.kind == .remedy)
    try walk.choose(1)
    #expect(walk.node.id.rawValue == "a/no-text-comes/2")
    try walk.choose(1)
    #expect(walk.node.kind == .escalation)
    #expect(Words(walk.node.body) == Words("Call the service desk."))
    #expect(walk.trail.map(\.node.id) == tree.trail(to: walk.node.id).dropLast().map(\.node.id))
  }

  @Test func `a walk goes back one answer at a time`() throws {
    var walk = try #require(Walk(tree(table)))
    try walk.choose(0)
    let wentBack = walk.goBack()
    #expect(wentBack)
    #expect(walk.answers.isEmpty)
    let wentBeforeTheRoot = walk.goBack()
    #expect(!wentBeforeTheRoot)
    #expect(throws: Walk.Failure.noSuchChoice(index: 9, count: 2)) { try walk.choose(9) }
  }

  @Test func `an article without decisions is a menu of its sections, and every path ends`() {
    let tree = tree("# A\n\n## One\n\nText.\n\n## Two\n\n1. Do.\n2. Go.\n")
    #expect(tree.root?.kind == .menu)
    #expect(tree.nodes.compactMap { $0.kind == .procedure ? $0.steps.count : nil } == [2])
    #expect(TreeVerifier.defects(in: tree) == [])
  }

  @Test func `what one can do at a step is a question inside the procedure`() throws {
    let tree = tree(
      """
      # Change your info

      1. Open the page.

      2. On the **Keep safe** page, you can:

          - Select **Add** to add a method.

          - Select **Change** to change it.

      3. Leave the page.
      """)
    let root = try #require(tree.root)
    #expect(root.kind == .procedure)
    #expect(root.choices.map(\.role) == [.topic, .solved, .unsolved])
    let question = try #require(tree[root.choices[0].target])
    #expect(question.kind == .question)
    #expect(question.choices.map(\.role) == [.answer, .answer, .fallback])
  }

  @Test(arguments: [
    (
      "# A\n\n## I can't open it\n\nTry again.\n\n## It isn't there\n\nAdd it.\n",
      ArticleKind.diagnostic
    ),
    ("# Sign in\n\nDo one of the following:\n\n- Open the app.\n- Open the page.\n", .procedure),
    (
      "# Sign in\n\n1. Open it.\n2. Select one of the following:\n   - If it is new, add it.\n   - If it is old, open it.\n",
      .procedure
    ),
    (
      "# Set up\n\n## For a phone\n\n1. Tap.\n2. Wait.\n\n## For a laptop\n\n1. Click.\n2. Wait.\n",
      .procedure
    ),
    ("# Plans\n\nThere are three.\n", .reference),
  ])
  func `an article is diagnostic when it tells situations apart before anything is done`(
    _ markdown: String, _ kind: ArticleKind
  ) {
    #expect(tree(markdown).kind == kind)
  }

  @Test func `what a product can do is no question`() {
    let tree = tree(
      """
      # Reports

      With reports, you can:

      - View the numbers of a month.
      - Export them to a file.
      """)
    #expect(!tree.nodes.contains { $0.kind == .question })
  }
}
