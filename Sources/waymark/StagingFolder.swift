import CLinux
import Glibc

/// The folder beside a site in which the next one is built, `.NAME.waymark`.
///
/// The build that holds its lock owns it. The system gives the lock back when a process ends in
/// any way; what such a build leaves here, the next one clears away.
struct StagingFolder: Sendable {
  /// The site's folder, without symbolic links.
  let site: String
  /// The folder beside it.
  private let path: String
  private let lock: Int32

  /// Where the next site is built.
  var next: String { "\(path)/site" }

  /// Takes the folder beside `output`, and makes it empty.
  init(beside output: String) throws(PublishFailure) {
    site = try Self.resolve(output)
    path = Self.path(beside: site)
    lock = try Self.lock(path, for: output)
    FileSystem.removeContents(of: path)
    guard unsafe mkdir(next, Self.mode(of: site)) == 0 else { throw .refused(output) }
  }

  private init(site: String, path: String, lock: Int32) {
    (self.site, self.path, self.lock) = (site, path, lock)
  }

  /// Clears away what a build that was killed has left beside a site, unless one is at work there.
  static func clear(beside site: String) {
    let path = path(beside: site)
    guard FileSystem.isDirectory(path), let lock = try? lock(path, for: site) else { return }
    StagingFolder(site: site, path: path, lock: lock).remove()
  }

  /// Puts the next site in the place of the old one, in one step that cannot be seen half done.
  func publish() throws(PublishFailure) {
    // Power may fail right behind: what the names lead to must be on the disk before them.
    _ = linux_sync(lock)
    let isFirst = !FileSystem.isDirectory(site)
    let result = unsafe isFirst ? rename(next, site) : linux_exchange(next, site)
    guard result == 0 else { throw .refused(site) }
    FileSystem.sync(folder: Self.split(site).parent)
  }

  /// Removes the folder, with the old site or the unfinished one in it.
  ///
  /// The lock is held until the process ends.
  func remove() {
    FileSystem.removeContents(of: path)
    unsafe rmdir(path)
  }

  /// The same on all cores.
  func removeTogether() async {
    await FileSystem.removeContentsTogether(of: path)
    unsafe rmdir(path)
  }

  /// Makes the folder, and holds its lock.
  private static func lock(_ path: String, for output: String) throws(PublishFailure) -> Int32 {
    while true {
      guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .refused(output) }
      let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if folder < 0, errno == ENOENT { continue }
      guard folder >= 0 else { throw .refused(output) }
      guard flock(folder, LOCK_EX | LOCK_NB) == 0 else {
        close(folder)
        throw .locked(output)
      }
      // A build that ended just now may have removed the folder before we held its lock.
      if FileSystem.isSame(folder, path) { return folder }
      close(folder)
    }
  }

  /// The real path of a folder that need not exist yet.
  private static func resolve(_ output: String) throws(PublishFailure) -> String {
    if let real = FileSystem.realPath(output) {
      guard FileSystem.isDirectory(real) else { throw .notFolder(output) }
      return real
    }
    var (parent, name) = split(output)
    while name.isEmpty || name == "." { (parent, name) = split(parent) }
    FileSystem.makeFolder(parent)
    guard name != "..", let real = FileSystem.realPath(parent) else { throw .refused(output) }
    return real == "/" ? "/\(name)" : "\(real)/\(name)"
  }

  private static func path(beside site: String) -> String {
    let (parent, name) = split(site)
    return "\(parent)/.\(name).waymark"
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = path[..<slash]
    return (parent.isEmpty ? "/" : String(parent), String(path[path.index(after: slash)...]))
  }

  private static func mode(of folder: String) -> mode_t {
    var status = stat()
    guard unsafe stat(folder, &status) == 0 else { return 0o755 }
    return status.st_mode & 0o777
  }
}
