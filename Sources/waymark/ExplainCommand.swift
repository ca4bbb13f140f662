import ArgumentParser
import Articles
import Checks
import Compiler
import Content
import Decisions
import Exports
import Glibc

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells what each section of an article became, or what a finding's code means.",
    discussion: """
      For each heading: what it became, the rule that took it, and, for text that was left as \
      plain information, how to write it so that it becomes a decision.
      """)

  @Argument(
    help: "An article's file or id, or the code of a finding, such as missing-include.",
    completion: .custom(Completions.explained))
  var article: String

  @Option(help: "The folder with the articles.", completion: .directory)
  var content = FileSystem.defaultContent

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(
    help: "The language whose edition to explain, such as nl-nl; else the source's.",
    completion: .custom(Completions.locales))
  var locale: String?

  func run() async throws {
    if let kind = FindingKinds.of(article) { return Console.print(kind.page) }
    let alone = readAlone()
    let (reading, tree, language) =
      if let alone { alone } else { try await readFromLibrary() }
    let explanation = Explanation(of: reading, tree: tree, in: language)
    if json {
      Console.write(ExplanationReport.json(explanation, path: reading.path), to: STDOUT_FILENO)
    } else {
      Console.write(ExplanationReport.text(explanation, path: reading.path), to: STDOUT_FILENO)
    }
  }

  /// A file outside of the content folder, read with the files beside it; `nil` for any other name.
  private func readAlone() -> (Article, DecisionTree, LanguageTag)? {
    guard let real = FileSystem.realPath(article), !FileSystem.isDirectory(real) else { return nil }
    if let root = FileSystem.realPath(content), real.hasPrefix(root + "/") { return nil }
    let parts = real.split(separator: "/")
    guard let name = parts.last.map({ String($0) }),
      let folder = FileSystem.contentFolder(at: "/" + parts.dropLast().joined(separator: "/")),
      let bytes = folder.read(name)
    else { return nil }
    let reading = ArticleReader.read(bytes, path: name, including: folder.read).article
    let id = name.lowercased().split(separator: ".").first.map { String($0) } ?? name
    let own = reading.declaredLocale ?? locale.flatMap { LanguageTag($0) } ?? .americanEnglish
    let language = reading.isSideBySide ? .americanEnglish : own
    return (reading, TreeBuilder.tree(of: reading, id: id, in: language), language)
  }

  private func readFromLibrary() async throws -> (Article, DecisionTree, LanguageTag) {
    guard let folder = FileSystem.contentFolder(at: content) else {
      throw ValidationError("There is no folder '\(content)'. Name it with --content.")
    }
    let tag = locale.flatMap { LanguageTag($0) }
    let library = try await Library.compiled(folder, at: content, fallbackLocale: tag)
    guard let entry = try library.articles(named: article, at: content).first else {
      throw ValidationError("No article is called '\(article)'.")
    }
    // A path names an edition.
    let named = entry.editions.first { article.lowercased().hasSuffix($0.value.path.lowercased()) }
    let shown = library.shownLocale(of: entry, wanted: tag ?? named?.key)
    guard let edition = library.edition(of: entry, in: shown)
    else { throw ValidationError("'\(article)' does not stand in that language.") }
    let reading = edition.article
    let language = reading.isSideBySide ? library.configuration.source : edition.locale
    return (reading, edition.tree, language)
  }
}
