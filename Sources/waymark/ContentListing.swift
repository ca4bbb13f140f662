import Compiler
import Storage
import Synchronization

/// A content folder as it stands on the disk, and what tells whether it still does.
struct ContentListing: Sendable {
  /// Its real path.
  let root: String
  let folder: ContentFolder
  /// The stamps of the folder's files.
  let stamps: [String: FileStamp]
  /// Whether any later change of a file will show in its stamp.
  let isSettled: Bool
  private let others = OtherFiles()

  /// Files that are read without being listed, such as those behind symbolic links, and what they
  /// held; `nil` for one that could not be read.
  ///
  /// A class, since articles are read in many tasks.
  private final class OtherFiles: Sendable {
    let found = Mutex<[String: Fingerprint?]>([:])
  }

  /// Lists a folder; `nil` when there is no such folder.
  init?(at path: String) {
    guard let root = FileSystem.realPath(path), FileSystem.isDirectory(root) else { return nil }
    self.root = root
    var moment = FileStamp.now
    var stamps = FileSystem.stamps(in: root)
    if !stamps.values.allSatisfy({ $0.isSettled(at: moment) }) {
      // Somebody has written a file just now.
      FileStamp.waitForTick()
      moment = FileStamp.now
      stamps = FileSystem.stamps(in: root)
    }
    isSettled = stamps.values.allSatisfy { $0.isSettled(at: moment) }
    self.stamps = stamps
    let listed = Set(stamps.keys)
    folder = ContentFolder(files: Array(stamps.keys)) { [others] path in
      let bytes = FileSystem.read(path, inside: root)
      if !listed.contains(path) {
        others.found.withLock { $0[path] = .some(bytes.map { Fingerprint(of: $0) }) }
      }
      return bytes
    }
  }

  /// Everything that was read from outside of the list so far.
  var readBesides: [String: Fingerprint?] { others.found.withLock { $0 } }

  /// Whether a path still leads to the same bytes, or still to none.
  func holds(_ content: Fingerprint?, at path: String) -> Bool {
    FileSystem.read(path, inside: root).map { Fingerprint(of: $0) } == content
  }
}
