import Compiler
import FoundationEssentials
import Terminal

/// Writes notes to files.
enum NoteFile {
  /// Writes the note's line and its whole; returns what to tell the reader.
  static func save(_ note: Note, as path: String, _ phrases: PhraseBook) -> String {
    let bytes = Data("\(note.line)\n\n\(note.text)\n".utf8)
    do {
      try bytes.write(to: URL(filePath: path), options: .atomic)
      return phrases.filled(.noteSaved, path)
    } catch {
      return phrases.filled(.noteNotSaved, path)
    }
  }
}
