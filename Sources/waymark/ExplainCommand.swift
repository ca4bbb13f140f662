import ArgumentParser
import Articles
import Checks
import Compiler
import Decisions
import Exports
import Glibc

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells what each section of an article became, or what a finding's code means.",
    discussion: """
      For each heading: what it became, the rule that took it, and, for text that was left as \
      plain information, how to write it so that it becomes a decision.
      """)

  @Argument(help: "An article's file or id, or the code of a finding, such as missing-include.")
  var article: String

  @Option(help: "The folder with the articles.")
  var content = "content"

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    if let kind = FindingKinds.of(article) { return Console.print(kind.page) }
    let (folder, path) = try locate()
    guard let bytes = folder.read(path) else { throw notFound() }
    let id = String(path.lowercased().dropLast(path.lowercased().hasSuffix(".md") ? 3 : 0))
    let reading = ArticleReader.read(bytes, path: path, including: folder.read)
    let tree = TreeBuilder.tree(of: reading.article, id: id)
    let explanation = Explanation(of: reading.article, tree: tree)
    if json {
      Console.write(
        ExplanationReport.json(explanation, path: path), to: STDOUT_FILENO)
    } else {
      Console.write(ExplanationReport.text(explanation, path: path), to: STDOUT_FILENO)
    }
  }

  /// The content folder and the article's path in it: a file as it is named, else the first
  /// article of the content folder with that id.
  private func locate() throws -> (ContentFolder, String) {
    let names = article.lowercased().hasSuffix(".md") ? [article] : [article + ".md", article]
    if let folder = FileSystem.contentFolder(at: content) {
      for name in names.map({ $0.lowercased() }) {
        let matches = folder.files.sorted().filter { file in
          let lower = file.lowercased()
          return lower == name || lower.hasSuffix("/" + name)
            || name == "\(content.lowercased())/\(lower)"
        }
        if let first = matches.first { return (folder, first) }
      }
    }
    if let real = FileSystem.realPath(article), FileSystem.read(real) != nil {
      let parts = real.split(separator: "/")
      let parent = "/" + parts.dropLast().joined(separator: "/")
      if let folder = FileSystem.contentFolder(at: parent), let name = parts.last {
        return (folder, String(name))
      }
    }
    throw notFound()
  }

  private func notFound() -> any Error {
    Console.error("\(article): error: no such article [missing-article]")
    Console.error("  hint: name its file, or its id in the folder of `--content`")
    return ExitCode.couldNotRun
  }
}
