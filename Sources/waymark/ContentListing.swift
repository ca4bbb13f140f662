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
  private let prints = Prints()

  /// Files that are read without being listed, such as those behind symbolic links, and what they
  /// held; `nil` for one that could not be read.
  ///
  /// A class, since articles are read in many tasks.
  private final class OtherFiles: Sendable {
    let found = Mutex<[String: Fingerprint?]>([:])
  }

  /// The fingerprints of listed files that are known.
  ///
  /// A class, since articles are read in many tasks.
  private final class Prints: Sendable {
    struct State {
      var found: [String: Fingerprint] = [:]
      /// Whether there are others than were recalled.
      var isChanged = true
    }
    let state = Mutex(State())
  }

  /// The real path of a content folder; `nil` when there is no such folder.
  static func root(at path: String) -> String? {
    FileSystem.realPath(path).flatMap { FileSystem.isDirectory($0) ? $0 : nil }
  }

  /// Lists a folder; `nil` when there is no such folder.
  init?(at path: String) {
    guard let root = Self.root(at: path) else { return nil }
    self.init(of: root)
  }

  /// Lists a folder, given its real path.
  init(of root: String) {
    self.root = root
    var moment = FileStamp.now
    var contents = FileSystem.contents(of: root)
    let fresh = contents.stamps.filter { !$0.value.isSettled(at: moment) }.map(\.key)
    if !fresh.isEmpty {
      // Somebody has written a file just now.
      FileStamp.waitForTick()
      moment = FileStamp.now
      for path in fresh { contents.stamps[path] = FileStamp(of: "\(root)/\(path)") }
    }
    let stamps = contents.stamps
    isSettled = stamps.values.allSatisfy { $0.isSettled(at: moment) }
    self.stamps = stamps
    let listed = Set(stamps.keys)
    let read = { @Sendable [others] (path: String) -> [UInt8]? in
      let bytes = FileSystem.read(path, inside: root)
      if !listed.contains(path) {
        others.found.withLock { $0[path] = .some(bytes.map { Fingerprint(of: $0) }) }
      }
      return bytes
    }
    folder = ContentFolder(
      files: Array(stamps.keys), links: contents.links, read: read
    ) { [prints] path in
      if let known = prints.state.withLock({ $0.found[path] }) { return known }
      let found = read(path).map { Fingerprint(of: $0) }
      if let found, listed.contains(path) {
        prints.state.withLock { state in
          state.found[path] = found
          state.isChanged = true
        }
      }
      return found
    }
  }

  /// Everything that was read from outside of the list so far.
  var readBesides: [String: Fingerprint?] { others.found.withLock { $0 } }

  /// What tells all that was listed or read from any other content, wherever it stands.
  var fingerprint: Fingerprint {
    var writer = BinaryWriter()
    for path in folder.files {
      writer.write(path)
      writer.write(folder.fingerprint(path))
    }
    writer.write(readBesides)
    return Fingerprint(of: writer.bytes)
  }

  /// Whether a path still leads to the same bytes, or still to none.
  func holds(_ content: Fingerprint?, at path: String) -> Bool {
    FileSystem.read(path, inside: root).map { Fingerprint(of: $0) } == content
  }
}

extension ContentListing {
  /// The fingerprints of the files as bytes; `nil` when they are what was recalled, or could not be
  /// relied on.
  var memory: [UInt8]? {
    let state = prints.state.withLock { $0 }
    guard isSettled, state.isChanged else { return nil }
    var writer = BinaryWriter()
    writer.write(
      Dictionary(
        uniqueKeysWithValues: state.found.compactMap { path, print in
          stamps[path].map { (path, StampedPrint(stamp: $0, print: print)) }
        }))
    return writer.bytes
  }

  /// Takes fingerprints from a memory, for the files that have not been changed since.
  func recall(_ memory: ArraySlice<UInt8>) {
    var reader = BinaryReader(memory)
    guard let known = try? reader.read([String: StampedPrint].self) else { return }
    prints.state.withLock { state in
      for (path, file) in known where stamps[path] == file.stamp { state.found[path] = file.print }
      state.isChanged = state.found.count != known.count
    }
  }

  /// Takes fingerprints of files that were read just now.
  func remember(_ files: [String: Fingerprint]) {
    prints.state.withLock { state in
      for (path, print) in files where stamps[path] != nil && state.found[path] == nil {
        state.found[path] = print
        state.isChanged = true
      }
    }
  }

  private struct StampedPrint: BinaryCodable {
    let stamp: FileStamp
    let print: Fingerprint

    init(stamp: FileStamp, print: Fingerprint) {
      self.stamp = stamp
      self.print = print
    }

    func encode(to writer: inout BinaryWriter) {
      writer.write(stamp)
      writer.write(print)
    }

    init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
      stamp = try reader.read()
      print = try reader.read()
    }
  }
}
