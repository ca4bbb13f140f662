import ArgumentParser
import Compiler
import Content
import Decisions
import Diagnostics
import Glibc
import Terminal

struct WalkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "Leads through the articles, one question at a time.",
    discussion: """
      Examples:
        waymark walk                         the list of topics
        waymark walk lost-phone              an article of the folder 'content'
        waymark walk help-centre 412 097     a step by its code
        waymark walk --answers 2,1,yes codes-not-arriving

      Exit status: 0 solved, 3 not solved (whom to contact was shown), 4 left before an end,
      2 could not run, 64 wrong arguments.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder with the articles, then an article, a step code or a node id.",
      valueName: "content] [article|code"))
  var words: [String] = []

  @Option(help: "The language to show, such as nl-nl; else that of your system.")
  var locale: String?

  @Option(help: "Answers to give, separated by commas: numbers, yes, no, or keys such as b.")
  var answers: String?

  @Flag(help: "Write line by line, and never redraw.")
  var plain = false

  func run() async throws {
    let arguments = try PlaceArguments(words)
    let (content, place) = (arguments.content, arguments.rest)
    let library = try await Self.library(at: content, locale: locale)
    let choice = try LocaleChoice(locale, in: library)
    guard let session = Self.start(library, choice.locale, place) else {
      Console.error("\(content): error: no article or step is called '\(place)' [unknown-place]")
      if let near = Suggestion.nearest(to: place, in: library.articles.map(\.id)) {
        Console.error("  hint: did you mean '\(near)'?")
      } else {
        Console.error("  hint: run `waymark walk \(content)` for the list of topics")
      }
      throw ExitCode.couldNotRun
    }
    var walk = PlainWalk(session, content: content, answers: answers)
    if let notice = choice.notice { walk.say(notice) }
    throw walk.run()
  }

  static func library(at content: String, locale: String?) async throws -> Library {
    guard let folder = FileSystem.contentFolder(at: content) else {
      Console.error("\(content): error: no such folder [missing-folder]")
      throw ExitCode.couldNotRun
    }
    let tag = locale.flatMap { LanguageTag($0) }
    let (library, diagnostics) = await LibraryCompiler.compile(folder, fallbackLocale: tag)
    if library.articles.isEmpty {
      FindingReport.print(diagnostics)
      throw ExitCode.couldNotRun
    }
    return library
  }

  private static func start(
    _ library: Library, _ locale: LanguageTag, _ place: String
  ) -> WalkSession? {
    guard !place.isEmpty else { return WalkSession(library, locale: locale) }
    guard let id = library.node(named: place), let entry = library.entry(of: id) else {
      return nil
    }
    return WalkSession(library, locale: locale, article: entry.id, node: id)
  }
}
