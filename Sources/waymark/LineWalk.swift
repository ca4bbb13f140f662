import ArgumentParser
import Compiler
import Decisions
import Diagnostics
import Glibc
import Terminal

/// A walk that writes lines and never redraws, for scripts, screen readers and simple terminals.
struct LineWalk {
  enum Format { case text, json }

  private var session: WalkSession
  private let librarian: Librarian
  private let format: Format
  private let painter: Painter
  /// Given answers that are still to be used; `nil` when answers come from standard input.
  private var answers: [Substring]?
  private var lines: LineReader
  /// Whether somebody still reads the output.
  private var isHeard = true

  init(
    _ session: WalkSession, librarian: Librarian, format: Format, painter: Painter,
    answers: String?
  ) {
    self.session = session
    self.librarian = librarian
    self.format = format
    self.painter = painter
    self.answers = answers?.split(separator: ",", omittingEmptySubsequences: false)
    lines = LineReader(Input(catching: [SIGINT, SIGTERM, SIGHUP]))
  }

  /// Walks until the reader leaves or the input ends.
  ///
  /// - Parameters:
  ///   - notice: what to say first.
  ///   - noteFile: where to write the note at the end.
  /// - Returns: the exit status.
  mutating func run(notice: String?, noteFile: String?) async -> ExitCode {
    if let notice { say(notice) }
    show()
    while isHeard, let line = nextLine() {
      let command = Command(line)
      if command == .next, session.isAtEnd { break }
      let outcome = await librarian.apply(command, to: &session)
      if outcome == .left { break }
      present(outcome)
    }
    leave(noteFile)
    return ExitCode(session.status)
  }

  private mutating func present(_ outcome: WalkSession.Outcome) {
    switch outcome {
    case .moved(let message):
      if let message { say(message) }
      show()
    case .stayed(let message): say(message)
    case .help: help()
    case .history: history()
    case .note(let file): note(file)
    case .open: open()
    case .left, .needs: break
    }
  }

  /// The next answer; `nil` at the end of input and when a signal says to leave.
  private mutating func nextLine() -> String? {
    if format == .text { write(promptMark) }
    guard answers != nil else {
      guard case .line(let line) = lines.next() else {
        if format == .text { write("\n") }
        return nil
      }
      if format == .text, isatty(STDIN_FILENO) == 0 { write(Span(line).text + "\n") }
      return line
    }
    guard let answer = answers?.first.map({ String($0) }) else {
      if format == .text { write("\n") }
      return nil
    }
    answers?.removeFirst()
    if format == .text { write(Span(answer).text + "\n") }
    return answer
  }

  private mutating func write(_ text: String) {
    if !Console.write(text, to: STDOUT_FILENO) { isHeard = false }
  }

  private mutating func write(_ bytes: [UInt8]) {
    if !Console.write(bytes, to: STDOUT_FILENO) { isHeard = false }
  }

  private mutating func write(_ paragraphs: [Paragraph]) {
    let lines = paragraphs.lines(width: TerminalDevice.width(of: STDOUT_FILENO))
    write(lines.map { painter.paint($0) + "\n" }.joined())
  }
}

extension LineWalk {
  private mutating func say(_ message: String) {
    switch format {
    case .text: write([Paragraph([Span(message)])])
    case .json: write(PromptJSON.line(message: message))
    }
  }

  private mutating func show() {
    let prompt = session.prompt
    guard format == .text else {
      write(PromptJSON.line(session))
      return
    }
    var layout = PromptLayout()
    layout.isPaired = session.isPaired
    layout.writesAddresses = !painter.hasLinks
    layout.pictureBase = librarian.pictureBase
    layout.choiceLimit = Self.choiceLimit
    let text = PromptText(
      prompt, library: session.library, phrases: session.phrases, layout: layout)
    write([Paragraph([])] + text.paragraphs + [Paragraph([])])
  }

  /// Longer lists, such as all topics of a large library, are better searched than read.
  private static let choiceLimit = 60

  /// The step code, and what can be typed.
  private var promptMark: String {
    let prompt = session.prompt
    var hint = session.isAtEnd ? session.phrases[.endHint] : session.phrases[.hint]
    if let step = prompt.step, step.number < step.count { hint = session.phrases[.stepHint] }
    let code = prompt.code.map { "[\($0.readable)] " } ?? ""
    return "\(code)\(hint): "
  }

  private mutating func help() {
    let keys = session.phrases.keys(onScreen: false).map { entry in
      Paragraph([Span(entry.meaning)], first: "  " + Self.padded(entry.key))
    }
    if format == .json {
      let lines = session.phrases.keys(onScreen: false).map { "\($0.key): \($0.meaning)" }
      say(lines.joined(separator: "\n"))
    } else {
      write([Paragraph([])] + keys + [Paragraph([])])
    }
  }

  private static func padded(_ key: String) -> String {
    key + String(repeating: " ", count: max(1, 12 - DisplayWidth.of(key)))
  }

  private mutating func history() {
    for seen in session.history {
      let code = session.library.codes[seen.node].map { "\($0.readable)  " } ?? ""
      say("\(code)\(seen.title)")
    }
  }

  private mutating func note(_ file: String?) {
    guard let note = session.note(site: librarian.siteURL) else { return }
    if let file {
      say(NoteFile.save(note, as: file, session.phrases))
    } else {
      show(note)
    }
  }

  private mutating func show(_ note: Note) {
    if format == .text { Farewell.print(note) } else { say(note.text) }
  }

  private mutating func open() {
    guard let address = session.address(site: librarian.siteURL) else {
      say(session.phrases[.noSite])
      return
    }
    say(address)
    Browser.open(address)
  }

  /// The note, and how to come back.
  private mutating func leave(_ noteFile: String?) {
    guard format == .json else { return Farewell(session, librarian).write(noteFile: noteFile) }
    let note = session.note(site: librarian.siteURL)
    if let note, let noteFile { say(NoteFile.save(note, as: noteFile, session.phrases)) }
    write(PromptJSON.line(ending: session, note: note))
  }
}
