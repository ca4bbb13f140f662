import ArgumentParser
import Compiler
import Exports

struct PathsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Lists every path from a question to its end, as CSV with its length.",
    discussion: """
      What a path should lead to can be written down in expectations.yml in the content folder; \
      'waymark check' walks them all, and 'waymark explain unmet-expectation' shows one.
      """)

  @Argument(help: "The folder with the articles.", completion: .directory)
  var content = FileSystem.defaultContent

  @Argument(
    help: "The article to list instead of all, such as security-info.",
    completion: .custom(Completions.articles))
  var article: String?

  @OptionGroup var options: LibraryOptions

  @Option(
    name: .shortAndLong, help: "The file to write instead of standard output.", completion: .file())
  var output: String?

  func run() async throws {
    let (library, locale, hasErrors) = try await options.compile(content)
    let articles = try library.articles(named: article, at: content)
    let diagrams = await TreeDiagram.diagrams(of: library, articles: articles, locale: locale)
    try Output.write(Array(PathTable.csv(diagrams).utf8), to: output)
    if hasErrors { throw ExitCode.contentErrors }
  }
}
