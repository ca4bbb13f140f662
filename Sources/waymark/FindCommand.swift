import ArgumentParser
import Compiler
import Content
import Decisions
import Glibc
import JSON
import Search
import Terminal

struct FindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Finds the steps that words speak of, the best first.",
    discussion: """
      Case, accents and one typo in a word do not matter; error codes are found exactly.

      Examples:
        waymark find new phone, no code
        waymark find --locale ja-jp コードが届かない
        waymark find help-centre 0x80070005

      Exit status: 0 found, 1 nothing found, 2 could not run, 64 wrong arguments.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder with the articles, then the words.", valueName: "content] [words"),
    completion: .directory)
  var words: [String]

  @Option(
    help: "The language to search, such as nl-nl; else that of your system.",
    completion: .custom(Completions.locales))
  var locale: String?

  @Option(help: "How many to print at most.")
  var limit = 10

  @Flag(help: "Print one JSON object for each step found.")
  var json = false

  @OptionGroup var caching: CacheOptions

  func run() async throws {
    let place = try PlaceArguments(words)
    guard !place.rest.isEmpty else {
      throw ValidationError("Say what to look for: waymark find 'no code arrives'.")
    }
    guard let listing = ContentListing(at: place.content) else {
      throw FileSystem.missingFolder(place.content)
    }
    let (library, shown, index) = try await read(listing, at: place.content)
    let matches = index.matches(place.rest, limit: max(1, limit))
    if matches.isEmpty, !json {
      Console.error(PhraseBook.phrases(for: shown)[.nothingFound])
    }
    for match in matches {
      let document = index.documents[match.document]
      let code = library.codes[document.node]
      if json {
        Console.write(line(document, code, match.score), to: STDOUT_FILENO)
      } else {
        let context = document.context.isEmpty ? "" : "  (\(document.context))"
        Console.print(Span("\(code?.description ?? "")  \(document.title)\(context)").text)
      }
    }
    if matches.isEmpty { throw ExitCode(1) }
  }

  /// Reads the folder, and every article once.
  private func read(
    _ listing: ContentListing, at path: String
  ) async throws -> (Library, LanguageTag, SearchIndex) {
    let tag = try locale.map { try LocaleChoice.tag($0) }
    let (library, findings) = await KeptArticles.library(
      of: listing, fallbackLocale: tag, in: caching)
    guard !library.articles.isEmpty else {
      FindingReport.print(findings, in: path)
      throw ExitCode.couldNotRun
    }
    let choice = try LocaleChoice(locale, in: library)
    if let notice = choice.notice { Console.error(notice) }
    let index = await SearchIndex(
      library, locale: choice.locale,
      only: choice.wasAsked || library.permalinks.isKept)
    return (library, choice.locale, index)
  }

  private func line(_ document: SearchDocument, _ code: StepCode?, _ score: Int) -> [UInt8] {
    var writer = JSONWriter(.compact)
    writer.object { json in
      json.member("id", document.node.rawValue)
      if let code { json.member("code", code.digits) }
      json.member("kind", document.kind.rawValue)
      json.member("title", document.title)
      json.member("article", document.article)
      json.member("article_title", document.context.isEmpty ? document.title : document.context)
      json.member("score", score)
    }
    writer.endLine()
    return writer.bytes
  }
}
