import ArgumentParser
import Compiler
import Decisions
import Glibc
import Terminal

/// A walk on a terminal that is redrawn after every key.
struct ScreenWalk {
  private var screen: Screen
  private let librarian: Librarian
  private let painter: Painter
  private var keys = KeyParser()
  private let input: Input
  /// The whole library, read while the first prompt is looked at.
  private var reading: Task<Library, Never>?

  /// Whether the terminal was given back to be stopped.
  private var isSuspended = false

  /// A stop that has not come after so many milliseconds does not come.
  private static let stopDelay: Int32 = 300
  /// A single escape is the key, not the beginning of a sequence, after so many milliseconds.
  private static let escapeDelay: Int32 = 100

  init(_ session: WalkSession, librarian: Librarian, painter: Painter) {
    let size = TerminalDevice.size(of: STDOUT_FILENO)
    screen = Screen(
      session, width: size.columns, height: size.rows, siteURL: librarian.siteURL,
      pictureBase: librarian.pictureBase, writesAddresses: !painter.hasLinks)
    self.librarian = librarian
    self.painter = painter
    input = Input(catching: [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT])
  }

  /// Walks until the reader leaves; the note and the way back are then on the normal screen.
  ///
  /// - Parameters:
  ///   - notice: what to say first.
  ///   - noteFile: where to write the note at the end.
  /// - Returns: the exit status; `nil` when the terminal cannot be taken over.
  mutating func run(notice: String?, noteFile: String?) async -> ExitCode? {
    guard RawTerminal.enter() else { return nil }
    defer { RawTerminal.leave() }
    screen.message = notice
    draw()
    readAhead()
    while await step() {
      if !isSuspended { draw() }
    }
    reading?.cancel()
    RawTerminal.leave()
    Farewell(screen.session, librarian).write(noteFile: noteFile)
    return ExitCode(screen.session.status)
  }

  /// Reads the whole library meanwhile, so that step codes appear and finding is quick.
  private mutating func readAhead() {
    guard !screen.session.library.isWhole else { return }
    reading = Task { [librarian] in
      let library = await librarian.wholeLibrary().library
      SignalPipe.wake()
      return library
    }
  }

  /// Waits for something to happen, and does it; returns whether to go on.
  private mutating func step() async -> Bool {
    let delay = isSuspended ? Self.stopDelay : keys.isWaiting ? Self.escapeDelay : -1
    switch input.next(timeout: delay) {
    case .bytes(let bytes): return await press(keys.parse(bytes))
    case .timeout where isSuspended: resume()
    case .timeout: return await press(keys.flush())
    case .end: return false
    case .signal(0):
      if let library = await reading?.value { screen.adopt(library: library) }
    case .signal(SIGWINCH):
      let size = TerminalDevice.size(of: STDOUT_FILENO)
      screen.resize(width: size.columns, height: size.rows)
    case .signal(SIGTSTP): suspend()
    case .signal(SIGCONT): resume()
    case .signal: return false
    }
    return true
  }

  private mutating func press(_ pressed: [Key]) async -> Bool {
    for key in pressed {
      switch screen.press(key) {
      case .redraw: continue
      case .command(let command): await apply(command)
      case .copyNote: copyNote()
      case .suspend: suspend()
      case .leave: return false
      }
    }
    return true
  }

  private mutating func apply(_ command: Command) async {
    var session = screen.session
    let outcome = await librarian.apply(command, to: &session)
    screen.show(outcome, session)
    let phrases = session.phrases
    switch outcome {
    case .note(let file?):
      if let note = session.note(site: librarian.siteURL) {
        screen.message = NoteFile.save(note, as: file, phrases)
        screen.stopReading()
      }
    case .open:
      let address = session.address(site: librarian.siteURL)
      screen.message = address ?? phrases[.noSite]
      if let address { Browser.open(address) }
    default: break
    }
  }

  /// Asks the terminal to keep the note in the clipboard (OSC 52).
  private mutating func copyNote() {
    guard let note = screen.session.note(site: librarian.siteURL) else { return }
    Console.write(Clipboard.sequence(copying: note.text), to: STDOUT_FILENO)
    screen.stopReading()
    screen.message = screen.session.phrases[.noteCopied]
  }

  private mutating func suspend() {
    isSuspended = true
    RawTerminal.suspend()
  }

  /// Takes the terminal over again, after a stop or when none came.
  private mutating func resume() {
    isSuspended = false
    _ = SignalPipe.catching([SIGTSTP])
    _ = RawTerminal.enter()
    let size = TerminalDevice.size(of: STDOUT_FILENO)
    screen.resize(width: size.columns, height: size.rows)
  }

  /// Draws all rows; the terminal shows them at once.
  private mutating func draw() {
    let rows = screen.rows
    screen.drawn()
    var out = "\u{1B}[?2026h\u{1B}[?25l\u{1B}[H"
    for (index, line) in rows.lines.enumerated() {
      if index > 0 { out += "\r\n" }
      out += painter.paint(line) + "\u{1B}[K"
    }
    out += "\u{1B}[J"
    if let cursor = rows.cursor {
      out += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    }
    Console.write(out + "\u{1B}[?2026l", to: STDOUT_FILENO)
  }
}
