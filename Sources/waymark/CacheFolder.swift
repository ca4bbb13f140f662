import ArgumentParser
import Glibc
import Storage

/// What commands keep of a content folder between runs: `waymark/…` in `$XDG_CACHE_HOME`, else in
/// `~/.cache` (XDG Base Directory Specification, 0.8).
///
/// Nothing depends on it: a file that is missing, damaged or of another program is as good as none,
/// and what cannot be written is left out.
struct CacheFolder: Sendable {
  private let path: String

  private static let mark = Array("waymark cache 1\n".utf8)
  /// The file that names the content folder.
  private static let owner = "content"

  /// The place of a content folder, given its real path; `nil` where there is no home to keep it in.
  init?(ofContent content: String) {
    guard let home = Self.home else { return nil }
    path = "\(home)/\(Fingerprint(of: content))"
    if FileSystem.isDirectory(path) { return }
    Self.prune(home)
    FileSystem.makeFolder(home)
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { return nil }
    _ = write(Array(content.utf8), to: Self.owner)
  }

  /// The bytes of a file; `nil` unless they are what `write` wrote.
  func read(_ name: String) -> ArraySlice<UInt8>? { Self.read("\(path)/\(name)") }

  private static func read(_ file: String) -> ArraySlice<UInt8>? {
    guard let bytes = FileSystem.read(file), bytes.starts(with: mark) else { return nil }
    var reader = BinaryReader(bytes[mark.count...])
    guard let seal = try? reader.read(Fingerprint.self) else { return nil }
    let content = bytes.dropFirst(mark.count + 16)
    return Fingerprint(of: content) == seal ? content : nil
  }

  /// Writes a file, whole or not at all; another process that writes the same file goes first.
  ///
  /// - Returns: whether it was written.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) -> Bool {
    let next = "\(path)/\(name).next"
    let file = unsafe open(next, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    // Who has put the file in its place in the meantime is done with it.
    guard flock(file, LOCK_EX | LOCK_NB) == 0, FileSystem.isSame(file, next) else { return false }
    var head = BinaryWriter()
    head.append(Self.mark)
    head.write(Fingerprint(of: bytes))
    guard ftruncate(file, 0) == 0, Console.write(head.bytes, to: file),
      Console.write(bytes, to: file)
    else {
      unsafe unlink(next)
      return false
    }
    return unsafe rename(next, "\(path)/\(name)") == 0
  }

  /// Removes a file.
  func remove(_ name: String) { unsafe unlink("\(path)/\(name)") }

  /// Removes all files but the newest of those whose names begin alike.
  func keepNewest(_ count: Int, named start: String) {
    let files = FileSystem.entries(of: path).filter { $0.name.hasPrefix(start) }.map(\.name)
    guard files.count > count else { return }
    let dated = files.map { (time: FileStamp(of: "\(path)/\($0)")?.modified ?? 0, name: $0) }
    for file in dated.sorted(by: { $0 > $1 }).dropFirst(count) {
      unsafe unlink("\(path)/\(file.name)")
    }
  }

  private static var home: String? {
    if let cache = variable("XDG_CACHE_HOME"), cache.hasPrefix("/") { return "\(cache)/waymark" }
    return variable("HOME").flatMap { $0.hasPrefix("/") ? "\($0)/.cache/waymark" : nil }
  }

  private static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Removes what is kept of content folders that are gone.
  private static func prune(_ home: String) {
    for entry in FileSystem.entries(of: home) where entry.kind == .folder {
      let folder = "\(home)/\(entry.name)"
      guard let content = read("\(folder)/\(owner)"),
        !FileSystem.isDirectory(String(decoding: content, as: UTF8.self))
      else { continue }
      FileSystem.removeContents(of: folder)
      unsafe rmdir(folder)
    }
  }
}

/// Whether a command keeps results for its next run.
struct CacheOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-cache"), help: "Read everything again, and keep nothing for next time.")
  var isOff = false

  /// What is kept of a content folder; `nil` when nothing is.
  func folder(ofContent root: String) -> CacheFolder? {
    isOff ? nil : CacheFolder(ofContent: root)
  }
}
