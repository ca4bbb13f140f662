import Authoring
import Checks
import Compiler
import CustomDump
import Decisions
import Diagnostics
import Testing

@Suite struct TemplateTests {
  @Test(arguments: Template.allCases)
  func `a new article checks clean and becomes what its template promises`(
    template: Template
  ) async {
    let files = [
      "waymark.yml": Template.configuration(
        title: "Help: \"IT\"", locales: ["en-us"]
      ) { _ in "Call 4357: at any time." },
      "en-us/new.md": template.article(title: "What's #1: \"new\"?"),
    ]
    let folder = ContentFolder(files: Array(files.keys)) { files[$0].map { Array($0.utf8) } }
    let report = await Checker.check(folder, fallbackLocale: nil)
    expectNoDifference(report.findings.map(\.description), [])
    let kinds = Set(report.library.articles.flatMap { $0.nodes.map(\.kind) })
    switch template {
    case .problems: #expect(kinds.isSuperset(of: [.question, .remedy, .resolved, .escalation]))
    case .howto: #expect(kinds.contains(.procedure))
    case .faq: #expect(kinds.isSuperset(of: [.question, .information]))
    }
    let title = report.library.title(in: report.library.locales[0])
    expectNoDifference(title, "Help: \"IT\"")
    #expect(!report.library.contact(in: report.library.locales[0]).isEmpty)
  }

  @Test func `a title is made of a file's name`() {
    expectNoDifference(
      Template.title(ofFile: "phones/lost-or_stolen-phone"), "Lost or stolen phone")
  }
}
