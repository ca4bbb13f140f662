import ArgumentParser
import Compiler
import Exports

struct TranslationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: "Tells how far the translations are: what is missing, older or untranslated.",
    discussion: """
      'older' counts sentences whose source text beside them is no longer in the source article, \
      'same' those that say what the source says, 'new' those of the source that the translation \
      does not know. 'waymark xliff export' writes what a translator needs.
      """)

  @Argument(help: "The folder with the articles.", completion: .directory)
  var content = FileSystem.defaultContent

  @Argument(
    help: "The article to report instead of all, such as security-info.",
    completion: .custom(Completions.articles))
  var article: String?

  @OptionGroup var options: LibraryOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Quote every passage that needs work, not only the first three of an article.")
  var all = false

  @Option(
    name: .shortAndLong, help: "The file to write instead of standard output.", completion: .file())
  var output: String?

  func run() async throws {
    let (library, locale, _) = try await options.compile(content)
    let articles = try library.articles(named: article, at: content)
    let report = await TranslationReport(library, articles: articles, locale: locale)
    let bytes =
      json
      ? TranslationJSON.render(report)
      : Array(
        TranslationText.render(report, limit: all || article != nil ? nil : 3, content: content)
          .utf8
      )
    try Output.write(bytes, to: output)
  }
}
