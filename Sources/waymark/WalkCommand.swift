import ArgumentParser
import Compiler
import Content
import Decisions
import Diagnostics
import Glibc
import Search
import Terminal

struct WalkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "Leads through the articles, one question at a time.",
    discussion: """
      The folder is 'content' unless the first word names another one. Behind it may stand an \
      article, a step code, a node's id, or words to search for.

      Examples:
        waymark walk                               the list of topics
        waymark walk lost-phone                    an article
        waymark walk 412 097                       a step by its code
        waymark walk new phone, no code            what the words find
        waymark walk help-centre --locale ja-jp    another folder, in Japanese
        waymark walk codes-not-arriving --answers 2,1,yes
        waymark walk --replay note.txt             the answers of a note

      Exit status: 0 solved, 3 not solved (whom to contact was shown), 4 left before an end, \
      2 could not run, 64 wrong arguments.
      """)

  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Argument(
    help: ArgumentHelp(
      "The folder, then where to begin.", valueName: "content] [article|code|words"),
    completion: .custom(Completions.places))
  var words: [String] = []

  @Option(
    help: "The language to show, such as nl-nl; else that of your system.",
    completion: .custom(Completions.locales))
  var locale: String?

  @Option(help: "Answers to give, separated by commas: numbers, yes, no, or keys such as b.")
  var answers: String?

  @Flag(help: "Write line by line, and never redraw.")
  var plain = false

  @Flag(help: "Print one JSON object for each prompt, and read one answer a line.")
  var json = false

  @Option(help: "Where the site stands, to open pages and to link notes.")
  var siteURL: String?

  @Option(help: "Write the note to a file at the end.", completion: .file())
  var note: String?

  @Option(
    help: "Walk the answers of a note again; '-' reads it from standard input.", completion: .file()
  )
  var replay: String?

  @Option(help: "Colours and bold text: auto, always or never.")
  var color: Color = .auto

  @OptionGroup var caching: CacheOptions

  func run() async throws {
    let place = try PlaceArguments(words)
    guard let listing = ContentListing(at: place.content) else {
      throw FileSystem.missingFolder(place.content)
    }
    let tag = try locale.map { try LocaleChoice.tag($0) }
    var librarian = Librarian(
      listing: listing, path: place.content, fallbackLocale: tag, caching: caching,
      siteURL: siteURL?.siteAddress)
    let start = try await WalkStart(place.rest, replay: replay, locale: locale, librarian)
    if librarian.siteURL == nil, let base = start.session.library.configuration.baseURL {
      librarian.siteURL = base.siteAddress
    }
    let isScreen = !plain && !json && answers == nil && TerminalDevice.canRedraw
    if isScreen {
      var walk = ScreenWalk(start.session, librarian: librarian, painter: painter)
      if let status = await walk.run(notice: start.notice, noteFile: note) { throw status }
    }
    var walk = LineWalk(
      start.session, librarian: librarian, format: json ? .json : .text,
      painter: painter, answers: answers)
    throw await walk.run(notice: start.notice, noteFile: note)
  }

  /// Bold, colour and links where the terminal has them (no-color.org).
  private var painter: Painter {
    let isTerminal = isatty(STDOUT_FILENO) == 1 && TerminalDevice.environment("TERM") != "dumb"
    let refuses = TerminalDevice.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    switch color {
    case .always:
      return Painter(
        hasStyle: true, hasColor: true, hasLinks: isTerminal && TerminalDevice.hasLinks)
    case .never: return Painter(hasStyle: false, hasColor: false, hasLinks: false)
    case .auto:
      return Painter(
        hasStyle: isTerminal && !plain, hasColor: isTerminal && !plain && !refuses,
        hasLinks: isTerminal && !plain && TerminalDevice.hasLinks)
    }
  }
}

extension ExitCode {
  init(_ status: WalkStatus) {
    switch status {
    case .resolved: self = .success
    case .escalated: self = .escalated
    case .incomplete: self = .incomplete
    }
  }
}

extension String {
  /// An address without a slash at its end.
  fileprivate var siteAddress: String { hasSuffix("/") ? String(dropLast()) : self }
}
