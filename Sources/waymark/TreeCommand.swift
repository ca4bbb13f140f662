import ArgumentParser
import Compiler
import Content
import Exports

struct TreeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree", abstract: "Prints the decision trees of a folder of articles.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, mermaid, dot, svg }

  @Argument(help: "The folder with the articles.", completion: .directory)
  var content = FileSystem.defaultContent

  @Argument(
    help: "The article to print instead of all, such as security-info.",
    completion: .custom(Completions.articles))
  var article: String?

  @OptionGroup var options: LibraryOptions

  @Option(help: "How to print: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: "The file to write instead of standard output; for several SVG pictures, the folder.")
  var output: String?

  func run() async throws {
    let (library, locale, hasErrors) = try await options.compile(content)
    let articles = try library.articles(named: article, at: content)
    if format == .svg, articles.count > 1 {
      try await writePictures(of: library, locale)
    } else {
      try Output.write(await render(articles, of: library, locale), to: output)
    }
    if hasErrors { throw ExitCode.contentErrors }
  }

  private func render(
    _ articles: [Library.Entry], of library: Library, _ locale: LanguageTag?
  ) async -> [UInt8] {
    func diagrams() async -> [TreeDiagram] {
      await TreeDiagram.diagrams(of: library, articles: articles, locale: locale)
    }
    switch format {
    case .json: return await TreeJSON.render(library, articles: articles, locale: locale)
    case .text:
      return Array(await TreeText.render(library, articles: articles, locale: locale).utf8)
    case .mermaid: return Array(TreeMermaid.render(await diagrams()).utf8)
    case .dot: return Array(TreeDOT.render(await diagrams()).utf8)
    case .svg: return await diagrams().flatMap { TreeSVG.render($0) }
    }
  }

  /// A picture holds one tree, so that several go into a folder, each under its article's id.
  private func writePictures(of library: Library, _ locale: LanguageTag?) async throws {
    guard let output else {
      throw ValidationError(
        "A picture holds one article's tree. Name the article, or a folder with --output.")
    }
    let articles = library.articles
    for diagram in await TreeDiagram.diagrams(of: library, articles: articles, locale: locale) {
      try Output.write(TreeSVG.render(diagram), to: "\(output)/\(diagram.article).svg")
    }
  }
}
