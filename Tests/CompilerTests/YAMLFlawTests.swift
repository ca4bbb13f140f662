import Compiler
import CustomDump
import Diagnostics
import Testing

@Suite struct YAMLFlawTests {
  private static let column =
    "put a value that holds `: ` in quotes, and begin every key of a group in the same column"

  @Test(arguments: [
    ("title: a: b\n", 1, column), ("x: y\ntitle\nz: c\n", 3, "write `key: value`"),
    ("x: y\ntitle: [a b\nz: c\n", 2, "close the list with `]`"),
    ("x: y\ntitle: {a\nz: c\n", 2, "close the group with `}`"),
    ("x: y\ntitle: \"a\nz: c\n", 2, "close the text with the quote that it begins with"),
    ("x: y\nfoo: [\n", 2, "close every `[` and `{`, or put the value in quotes"),
    (
      "x: y\ntitle: 'it's'\n", 2,
      "begin every line of a group in the same column, and put a value that holds quotes in quotes"
    ),
    ("x: y\ntitle: @a\n", 2, "put the value in quotes, and indent with blanks instead of tabs"),
    ("title: a\ntitle: b\n", 1, "delete one of the two"),
  ])
  func `a flaw is told where it is to be mended, and how`(yaml: String, line: Int, hint: String) {
    var findings: [Diagnostic] = []
    _ = Configuration(parsing: yaml, diagnostics: &findings)
    expectNoDifference(findings.map(\.location.line), [line])
    expectNoDifference(findings.map(\.hint), [hint])
  }
}
