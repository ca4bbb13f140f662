import ArgumentParser
import Compiler
import Exports
import FoundationEssentials
import Glibc

struct TreeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree", abstract: "Prints the decision trees of a folder of articles.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The folder with the articles.")
  var content = "content"

  @Argument(help: "The article to print instead of all, such as security-info.")
  var article: String?

  @OptionGroup var options: LibraryOptions

  @Option(help: "How to print: text or json.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: "The file to write instead of standard output.")
  var output: String?

  func run() async throws {
    let (library, locale, hasErrors) = try await options.compile(content)
    let articles = try library.articles(named: article)
    let bytes =
      switch format {
      case .json: await TreeJSON.render(library, articles: articles, locale: locale)
      case .text:
        Array(await TreeText.render(library, articles: articles, locale: locale).utf8)
      }
    if let output {
      try Data(bytes).write(to: URL(filePath: output), options: .atomic)
    } else {
      Console.write(bytes, to: STDOUT_FILENO)
    }
    if hasErrors { throw ExitCode.contentErrors }
  }
}
