import Compiler
import Glibc
import Terminal

/// What is printed when somebody leaves: the note, and how to come back.
struct Farewell {
  private let session: WalkSession
  private let librarian: Librarian

  init(_ session: WalkSession, _ librarian: Librarian) {
    self.session = session
    self.librarian = librarian
  }

  /// Prints it, and writes the note to a file if one is named.
  func write(noteFile: String?) {
    let note = session.note(site: librarian.siteURL)
    if let note, let noteFile { Console.print(NoteFile.save(note, as: noteFile, session.phrases)) }
    if session.status == .incomplete { Console.print(session.phrases[.notFinished]) }
    if let note {
      Console.print("")
      Self.print(note)
    }
    if let command = librarian.comeBack(to: session) {
      Console.print("\n\(session.phrases[.comeBack]) \(Span(command).text)")
    }
  }

  /// Prints a note unwrapped, since notes are to be copied.
  static func print(_ note: Note) {
    for line in [note.line, ""] + note.text.split(separator: "\n").map({ String($0) }) {
      Console.print(Span(line).text)
    }
  }
}
