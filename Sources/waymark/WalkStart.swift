import ArgumentParser
import Compiler
import Content
import Decisions
import Diagnostics
import Search
import Terminal

/// Where a walk begins.
struct WalkStart {
  let session: WalkSession
  /// What to tell before the first prompt.
  let notice: String?

  /// Finds the place that was named.
  ///
  /// - Parameters:
  ///   - place: an article, code, node id or words; empty for the list of topics.
  ///   - replay: the file of a note to walk again; `-` for standard input.
  ///   - locale: the language that was asked for.
  ///   - librarian: knows the folder.
  /// - Throws: `couldNotRun`, having said why, when there is no such place.
  init(
    _ place: String, replay: String?, locale: String?, _ librarian: Librarian
  ) async throws {
    if replay == nil, !place.isEmpty, librarian.isLarge,
      let library = LibraryCompiler.compile(
        librarian.folder, article: place, fallbackLocale: librarian.fallbackLocale)
    {
      let choice = try LocaleChoice(locale, in: library)
      if let id = library.node(named: place),
        let session = WalkSession(library, locale: choice.locale, node: id)
      {
        self.session = session
        notice = choice.notice
        return
      }
    }
    let (library, findings) = await librarian.wholeLibrary()
    guard !library.articles.isEmpty else {
      FindingReport.print(findings, in: librarian.path)
      throw ExitCode.couldNotRun
    }
    let choice = try LocaleChoice(locale, in: library)
    if let replay {
      (session, notice) = try Self.replay(replay, library, choice)
    } else {
      notice = choice.notice
      session = try await Self.session(at: place, library, choice.locale, in: librarian.path)
    }
  }

  private static func session(
    at place: String, _ library: Library, _ locale: LanguageTag, in content: String
  ) async throws -> WalkSession {
    guard !place.isEmpty else { return WalkSession(library, locale: locale) }
    if let id = library.node(named: place),
      let session = WalkSession(library, locale: locale, node: id)
    {
      return session
    }
    // What looks like an id and is nearly one is a slip, not words to search for.
    let near = Suggestion.nearest(to: place, in: library.articles.map(\.id), limit: 3)
    let isSlip = near != nil && place.contains("-") && !place.contains(" ")
    let index = await SearchIndex(library, locale: locale)
    let retirement = library.permalinks.retirement(of: place)
    if StepCode(place) == nil, retirement == nil, !isSlip,
      let session = WalkSession(library, locale: locale, words: place, in: index)
    {
      return session
    }
    if let retirement {
      Console.error(
        "error: the step \(retirement.code) is gone: \(retirement.reason) [unknown-place]")
      guard let id = retirement.replacement else { throw ExitCode.couldNotRun }
      Console.error("  hint: what helps instead: `waymark walk \(id)`".namingContent(content))
      throw ExitCode.couldNotRun
    }
    if let code = StepCode(place) {
      Console.error("error: no step has the code \(code) [unknown-place]")
    } else if StepCode.isMistyped(place) {
      Console.error("error: a digit of the step code '\(place)' is wrong [unknown-place]")
    } else if StepCode.isOfWrongLength(place) {
      Console.error("error: '\(place)' is no step code: those have six digits [unknown-place]")
    } else {
      Console.error("error: no article, step or words '\(place)' here [unknown-place]")
    }
    if let near {
      Console.error("  hint: did you mean '\(near)'?")
    } else {
      Console.error("  hint: `waymark walk` without it lists the topics".namingContent(content))
    }
    throw ExitCode.couldNotRun
  }

  /// The end of a note's answers, or the step at which they can no longer be followed.
  private static func replay(
    _ file: String, _ library: Library, _ choice: LocaleChoice
  ) throws -> (WalkSession, String?) {
    guard let bytes = file == "-" ? Input.everything() : FileSystem.read(file) else {
      Console.error("\(file): error: the note cannot be read [unreadable-file]")
      throw ExitCode.couldNotRun
    }
    let note = String(decoding: bytes, as: UTF8.self)
    let phrases = PhraseBook.phrases(for: choice.locale)
    switch NoteReplay.walk(note, in: library) {
    case .reached(let id, let locale):
      let shown = choice.wasAsked ? choice.locale : locale
      if let session = WalkSession(library, locale: shown, node: id) { return (session, nil) }
    case .stopped(let id, let locale, let answer):
      let shown = choice.wasAsked ? choice.locale : locale
      if let session = WalkSession(library, locale: shown, node: id) {
        return (session, PhraseBook.phrases(for: shown).filled(.answerGone, answer))
      }
    case .unreadable: break
    }
    Console.error("\(file): error: \(phrases[.badNote]) [bad-note]")
    Console.error("  hint: paste all of the note, from its title to the step's id")
    throw ExitCode.couldNotRun
  }
}
