import Glibc
import Site
import Synchronization

/// Writes a site's files into a folder: only what differs, and what an earlier build wrote and
/// this one does not is deleted; files of others are never touched.
///
/// A class, because many tasks share what has been written so far.
final class SiteWriter: Sendable {
  /// The list of the files that the last build wrote, one path a line.
  private static let manifest = ".waymark-files"

  private let root: String
  private let state = Mutex(State())

  private struct State {
    var folders: Set<String> = []
    var paths: [String] = []
    var written = 0
    /// The first file that could not be written.
    var failure: String?
  }

  struct Summary {
    let files: Int
    let written: Int
    let deleted: Int
    let failure: String?
  }

  init(root: String) { self.root = root }

  /// Writes pages; may be called from many tasks at once.
  func write(_ pages: [Page]) {
    for page in pages { write(page.bytes, to: page.path) }
  }

  func write(_ bytes: [UInt8], to path: String) {
    let file = "\(root)/\(path)"
    makeFolder(of: file)
    let isSame = FileSystem.read(file) == bytes
    let isWritten = isSame || FileSystem.write(bytes, to: file)
    state.withLock { state in
      state.paths.append(path)
      if !isSame { state.written += 1 }
      if !isWritten, state.failure == nil { state.failure = path }
    }
  }

  /// Deletes what only the last build wrote, and records what this one did.
  func finish() -> Summary {
    let before = (FileSystem.read("\(root)/\(Self.manifest)") ?? []).split(separator: 0x0A)
    return state.withLock { state in
      let paths = Set(state.paths)
      var deleted = 0
      for line in before {
        let path = String(decoding: line, as: UTF8.self)
        guard !paths.contains(path), !path.hasPrefix("/"),
          !path.split(separator: "/").contains("..")
        else { continue }
        if unsafe unlink("\(root)/\(path)") == 0 { deleted += 1 }
        removeEmptyFolders(above: path)
      }
      let list = paths.sorted().joined(separator: "\n") + "\n"
      if !FileSystem.write(Array(list.utf8), to: "\(root)/\(Self.manifest)") {
        state.failure = state.failure ?? Self.manifest
      }
      return Summary(
        files: paths.count, written: state.written, deleted: deleted, failure: state.failure)
    }
  }

  private func removeEmptyFolders(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, unsafe rmdir("\(root)/\(parts.joined(separator: "/"))") == 0 {
      parts.removeLast()
    }
  }

  private func makeFolder(of file: String) {
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    let isNew = state.withLock { $0.folders.insert(folder).inserted }
    if isNew { FileSystem.makeFolder(folder) }
  }
}
